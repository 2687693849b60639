package dev.latchkey.application.memory;

import dev.latchkey.application.apikey.PresentedApiKeys;
import dev.latchkey.application.contract.Ports;
import dev.latchkey.application.domainclaim.DomainChecks;
import dev.latchkey.application.domainclaim.VerifiedDomains;
import dev.latchkey.application.history.AuditHistory;
import dev.latchkey.application.invitation.SentInvitations;
import dev.latchkey.application.member.Owners;
import dev.latchkey.application.session.LastSignIns;
import dev.latchkey.application.session.OwnSessions;
import dev.latchkey.application.session.ShownProofs;
import dev.latchkey.domain.audit.AuditEvent;
import java.util.List;

/** All stores of one database, empty at first. */
public record InMemoryPorts(InMemoryDatabase unitOfWork, InMemoryUsers users, InMemoryOrganizations organizations,
    InMemoryMemberships memberships, InMemoryMembers members, InMemoryRemovals removals, InMemorySetupLinks setupLinks,
    InMemorySessions sessions,
    InMemoryTotpAuthenticators totpAuthenticators,
    InMemoryRecoveryCodes recoveryCodes, InMemoryPasskeys passkeys, InMemoryKnownBrowsers knownBrowsers,
    InMemoryOneTimeSecrets oneTimeSecrets, InMemoryEmailChanges emailChanges, InMemoryGuessCounts guessCounts,
    InMemoryMailOutbox mailOutbox,
    InMemoryTrialMailbox trialMailbox, InMemoryAuditLog auditLog, InMemoryCursors cursors,
    InMemoryJobLeases jobLeases, InMemoryLeftovers leftovers, InMemoryInvitations invitations,
    InMemoryApiKeys apiKeys, InMemorySsoConnections ssoConnections,
    InMemoryJustInTime justInTime, InMemoryProviderSessions providerSessions,
    InMemoryDomainClaims domainClaims, InMemorySocialIdentities socialIdentities) implements Ports {

  public static InMemoryPorts empty() {
    InMemoryDatabase database = new InMemoryDatabase();
    InMemoryUsers users = new InMemoryUsers(database);
    InMemoryOrganizations organizations = new InMemoryOrganizations(database);
    InMemoryMemberships memberships = new InMemoryMemberships(database, organizations);
    InMemoryPasskeys passkeys = new InMemoryPasskeys(database);
    InMemorySsoConnections connections = new InMemorySsoConnections(database);
    InMemorySocialIdentities socialIdentities = new InMemorySocialIdentities(database);
    InMemoryLeftovers leftovers = new InMemoryLeftovers(new InMemoryOneTimeSecrets(database),
        new InMemoryGuessCounts(database), new InMemoryMailOutbox(database), new InMemoryTrialMailbox(database),
        new InMemorySessions(database, users, memberships), new InMemoryKnownBrowsers(database),
        new InMemoryInvitations(database, users), new InMemoryDomainClaims(database),
        new InMemoryAuditLog(database, users, memberships));
    return new InMemoryPorts(database, users, organizations, memberships,
        new InMemoryMembers(database, users, memberships, passkeys, connections, socialIdentities),
        new InMemoryRemovals(database),
        new InMemorySetupLinks(database),
        leftovers.sessions(),
        new InMemoryTotpAuthenticators(database), new InMemoryRecoveryCodes(database), passkeys,
        leftovers.browsers(), leftovers.secrets(), new InMemoryEmailChanges(database), leftovers.guesses(),
        leftovers.mails(),
        leftovers.trialMails(), leftovers.auditLog(),
        new InMemoryCursors(), new InMemoryJobLeases(database), leftovers,
        leftovers.invitations(),
        new InMemoryApiKeys(database, users, memberships, leftovers.secrets()),
        connections, new InMemoryJustInTime(database),
        new InMemoryProviderSessions(database, leftovers.sessions()),
        leftovers.domains(), socialIdentities);
  }

  @Override
  public AuditHistory auditHistory() {
    return auditLog;
  }

  @Override
  public PresentedApiKeys presentedApiKeys() {
    return apiKeys;
  }

  @Override
  public InMemoryFederatedIdentities federatedIdentities() {
    return ssoConnections.identities();
  }

  @Override
  public VerifiedDomains verifiedDomains() {
    return domainClaims;
  }

  @Override
  public DomainChecks domainChecks() {
    return domainClaims;
  }

  @Override
  public SentInvitations sentInvitations() {
    return invitations.sent();
  }

  @Override
  public Owners owners() {
    return members.owners(domainClaims);
  }

  @Override
  public LastSignIns lastSignIns() {
    return memberships.lastSignIns();
  }

  @Override
  public ShownProofs shownProofs() {
    return sessions.shown();
  }

  @Override
  public OwnSessions ownSessions() {
    return sessions.own();
  }

  @Override
  public List<AuditEvent> auditEvents() {
    return auditLog.events();
  }
}
