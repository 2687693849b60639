package dev.latchkey.application.contract;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.apikey.ApiKeys;
import dev.latchkey.application.apikey.PresentedApiKeys;
import dev.latchkey.application.audit.AuditLog;
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

/** All ports that keep something, over one store. */
public interface Ports {
  UnitOfWork unitOfWork();

  Users users();

  Organizations organizations();

  Memberships memberships();

  Members members();

  Removals removals();

  Owners owners();

  LastSignIns lastSignIns();

  SetupLinks setupLinks();

  Sessions sessions();

  OwnSessions ownSessions();

  ShownProofs shownProofs();

  ProviderSessions providerSessions();

  TotpAuthenticators totpAuthenticators();

  RecoveryCodes recoveryCodes();

  Passkeys passkeys();

  KnownBrowsers knownBrowsers();

  OneTimeSecrets oneTimeSecrets();

  EmailChanges emailChanges();

  GuessCounts guessCounts();

  MailOutbox mailOutbox();

  TrialMailbox trialMailbox();

  AuditLog auditLog();

  JobLeases jobLeases();

  Leftovers leftovers();

  Cursors cursors();

  Invitations invitations();

  SentInvitations sentInvitations();

  AuditHistory auditHistory();

  ApiKeys apiKeys();

  PresentedApiKeys presentedApiKeys();

  DomainClaims domainClaims();

  VerifiedDomains verifiedDomains();

  DomainChecks domainChecks();

  SsoConnections ssoConnections();

  FederatedIdentities federatedIdentities();

  SocialIdentities socialIdentities();

  JustInTime justInTime();

  /** What the audit log holds, oldest first. */
  List<AuditEvent> auditEvents();
}
