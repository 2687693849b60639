package dev.latchkey.adapter.persistence;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.apikey.ApiKeys;
import dev.latchkey.application.apikey.PresentedApiKeys;
import dev.latchkey.application.audit.AuditLog;
import dev.latchkey.application.contract.Ports;
import dev.latchkey.application.domainclaim.DomainChecks;
import dev.latchkey.application.domainclaim.DomainClaims;
import dev.latchkey.application.domainclaim.VerifiedDomains;
import dev.latchkey.application.emailchange.EmailChanges;
import dev.latchkey.application.guessing.GuessCounts;
import dev.latchkey.application.history.AuditHistory;
import dev.latchkey.application.housekeeping.JobLeases;
import dev.latchkey.application.housekeeping.Leftovers;
import dev.latchkey.application.invitation.Invitations;
import dev.latchkey.application.invitation.SentInvitations;
import dev.latchkey.application.mail.MailOutbox;
import dev.latchkey.application.mail.TrialMailbox;
import dev.latchkey.application.member.Members;
import dev.latchkey.application.member.Owners;
import dev.latchkey.application.member.Removals;
import dev.latchkey.application.mfa.RecoveryCodes;
import dev.latchkey.application.mfa.TotpAuthenticators;
import dev.latchkey.application.onetime.OneTimeSecrets;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.organization.Organizations;
import dev.latchkey.application.paging.Cursors;
import dev.latchkey.application.passkey.Passkeys;
import dev.latchkey.application.session.KnownBrowsers;
import dev.latchkey.application.session.LastSignIns;
import dev.latchkey.application.session.OwnSessions;
import dev.latchkey.application.session.Sessions;
import dev.latchkey.application.session.ShownProofs;
import dev.latchkey.application.setup.SetupLinks;
import dev.latchkey.application.sso.FederatedIdentities;
import dev.latchkey.application.sso.JustInTime;
import dev.latchkey.application.sso.ProviderSessions;
import dev.latchkey.application.sso.SocialIdentities;
import dev.latchkey.application.sso.SsoConnections;
import dev.latchkey.domain.audit.AuditEvent;
import java.util.List;
import javax.sql.DataSource;

/** The shipped adapters as the contracts want them. */
public record StoredPorts(Storage storage, DataSource database) implements Ports {

  @Override
  public UnitOfWork unitOfWork() {
    return storage.unitOfWork();
  }

  @Override
  public Users users() {
    return storage.users();
  }

  @Override
  public Organizations organizations() {
    return storage.organizations();
  }

  @Override
  public Memberships memberships() {
    return storage.memberships();
  }

  @Override
  public Members members() {
    return storage.members();
  }

  @Override
  public Removals removals() {
    return storage.removals();
  }

  @Override
  public Owners owners() {
    return storage.owners();
  }

  @Override
  public SetupLinks setupLinks() {
    return storage.setupLinks();
  }

  @Override
  public LastSignIns lastSignIns() {
    return storage.lastSignIns();
  }

  @Override
  public Sessions sessions() {
    return storage.sessions();
  }

  @Override
  public OwnSessions ownSessions() {
    return storage.ownSessions();
  }

  @Override
  public TotpAuthenticators totpAuthenticators() {
    return storage.totpAuthenticators();
  }

  @Override
  public RecoveryCodes recoveryCodes() {
    return storage.recoveryCodes();
  }

  @Override
  public Passkeys passkeys() {
    return storage.passkeys();
  }

  @Override
  public KnownBrowsers knownBrowsers() {
    return storage.knownBrowsers();
  }

  @Override
  public OneTimeSecrets oneTimeSecrets() {
    return storage.oneTimeSecrets();
  }

  @Override
  public EmailChanges emailChanges() {
    return storage.emailChanges();
  }

  @Override
  public GuessCounts guessCounts() {
    return storage.guessCounts();
  }

  @Override
  public MailOutbox mailOutbox() {
    return storage.mailOutbox();
  }

  @Override
  public TrialMailbox trialMailbox() {
    return storage.trialMailbox();
  }

  @Override
  public AuditLog auditLog() {
    return storage.auditLog();
  }

  @Override
  public Cursors cursors() {
    return storage.cursors();
  }

  @Override
  public Invitations invitations() {
    return storage.invitations();
  }

  @Override
  public SentInvitations sentInvitations() {
    return storage.sentInvitations();
  }

  @Override
  public JobLeases jobLeases() {
    return storage.jobLeases();
  }

  @Override
  public Leftovers leftovers() {
    return storage.leftovers();
  }

  @Override
  public AuditHistory auditHistory() {
    return storage.auditHistory();
  }

  @Override
  public ApiKeys apiKeys() {
    return storage.apiKeys();
  }

  @Override
  public PresentedApiKeys presentedApiKeys() {
    return storage.presentedApiKeys();
  }

  @Override
  public DomainClaims domainClaims() {
    return storage.domainClaims();
  }

  @Override
  public VerifiedDomains verifiedDomains() {
    return storage.verifiedDomains();
  }

  @Override
  public DomainChecks domainChecks() {
    return storage.domainChecks();
  }

  @Override
  public SsoConnections ssoConnections() {
    return storage.ssoConnections();
  }

  @Override
  public FederatedIdentities federatedIdentities() {
    return storage.federatedIdentities();
  }

  @Override
  public SocialIdentities socialIdentities() {
    return storage.socialIdentities();
  }

  @Override
  public ProviderSessions providerSessions() {
    return storage.providerSessions();
  }

  @Override
  public ShownProofs shownProofs() {
    return storage.shownProofs();
  }

  @Override
  public JustInTime justInTime() {
    return storage.justInTime();
  }

  @Override
  public List<AuditEvent> auditEvents() {
    return StoredAudit.read(database);
  }
}
