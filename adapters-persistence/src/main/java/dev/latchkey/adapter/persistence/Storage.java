package dev.latchkey.adapter.persistence;

import dev.latchkey.adapter.persistence.account.JpaUsers;
import dev.latchkey.adapter.persistence.apikey.JdbcApiKeys;
import dev.latchkey.adapter.persistence.apikey.JdbcPresentedApiKeys;
import dev.latchkey.adapter.persistence.audit.JdbcAuditHistory;
import dev.latchkey.adapter.persistence.audit.JdbcAuditLog;
import dev.latchkey.adapter.persistence.database.JpaUnitOfWork;
import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.adapter.persistence.domainclaim.JdbcDomainClaims;
import dev.latchkey.adapter.persistence.domainclaim.JdbcVerifiedDomains;
import dev.latchkey.adapter.persistence.emailchange.JdbcEmailChanges;
import dev.latchkey.adapter.persistence.housekeeping.JdbcJobLeases;
import dev.latchkey.adapter.persistence.housekeeping.JdbcLeftovers;
import dev.latchkey.adapter.persistence.invitation.JdbcInvitations;
import dev.latchkey.adapter.persistence.invitation.JdbcSentInvitations;
import dev.latchkey.adapter.persistence.mail.JdbcMailOutbox;
import dev.latchkey.adapter.persistence.mail.JdbcTrialMailbox;
import dev.latchkey.adapter.persistence.member.JdbcMembers;
import dev.latchkey.adapter.persistence.member.JdbcOwners;
import dev.latchkey.adapter.persistence.member.JdbcRemovals;
import dev.latchkey.adapter.persistence.mfa.JdbcRecoveryCodes;
import dev.latchkey.adapter.persistence.mfa.JdbcTotpAuthenticators;
import dev.latchkey.adapter.persistence.onetime.JdbcOneTimeSecrets;
import dev.latchkey.adapter.persistence.organization.JpaMemberships;
import dev.latchkey.adapter.persistence.organization.JpaOrganizations;
import dev.latchkey.adapter.persistence.paging.SealedCursors;
import dev.latchkey.adapter.persistence.passkey.JdbcPasskeys;
import dev.latchkey.adapter.persistence.session.JdbcKnownBrowsers;
import dev.latchkey.adapter.persistence.session.JdbcLastSignIns;
import dev.latchkey.adapter.persistence.session.JdbcOwnSessions;
import dev.latchkey.adapter.persistence.session.JdbcSessions;
import dev.latchkey.adapter.persistence.session.JdbcShownProofs;
import dev.latchkey.adapter.persistence.setup.JdbcSetupLinks;
import dev.latchkey.adapter.persistence.signin.JdbcGuessCounts;
import dev.latchkey.adapter.persistence.sso.JdbcFederatedIdentities;
import dev.latchkey.adapter.persistence.sso.JdbcJustInTime;
import dev.latchkey.adapter.persistence.sso.JdbcProviderSessions;
import dev.latchkey.adapter.persistence.sso.JdbcSocialIdentities;
import dev.latchkey.adapter.persistence.sso.JdbcSsoConnections;
import dev.latchkey.adapter.persistence.vault.KeyRing;
import dev.latchkey.adapter.persistence.vault.SecretVault;
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
import javax.sql.DataSource;

/** All that is kept in one migrated database: one unit of work, and the ports that take part in it. */
public record Storage(JpaUnitOfWork unitOfWork, Users users, Organizations organizations, Memberships memberships,
    Members members, Removals removals, Owners owners, LastSignIns lastSignIns, SetupLinks setupLinks,
    Sessions sessions, OwnSessions ownSessions, TotpAuthenticators totpAuthenticators, RecoveryCodes recoveryCodes,
    Passkeys passkeys, KnownBrowsers knownBrowsers, OneTimeSecrets oneTimeSecrets, EmailChanges emailChanges,
    GuessCounts guessCounts, JobLeases jobLeases, Leftovers leftovers, MailOutbox mailOutbox,
    TrialMailbox trialMailbox, AuditLog auditLog, Cursors cursors, Invitations invitations,
    SentInvitations sentInvitations, ApiKeys apiKeys, PresentedApiKeys presentedApiKeys,
    AuditHistory auditHistory, DomainClaims domainClaims, VerifiedDomains verifiedDomains, DomainChecks domainChecks,
    SsoConnections ssoConnections, FederatedIdentities federatedIdentities, JustInTime justInTime,
    ProviderSessions providerSessions, ShownProofs shownProofs, SocialIdentities socialIdentities)
    implements
      AutoCloseable {

  /** As below, where nobody waits for mails to send. */
  public static Storage over(DataSource database, KeyRing keyRing) {
    return over(database, keyRing, () -> {});
  }

  /**
   * Doesn't touch the database yet; the data source stays its owner's to close.
   *
   * @param bell rung whenever there is a mail to send
   */
  public static Storage over(DataSource database, KeyRing keyRing, Runnable bell) {
    JpaUnitOfWork unitOfWork = new JpaUnitOfWork(database);
    Sql sql = new Sql(database, unitOfWork);
    SecretVault vault = new SecretVault(keyRing);
    JdbcVerifiedDomains verifiedDomains = new JdbcVerifiedDomains(sql);
    return new Storage(unitOfWork, new JpaUsers(unitOfWork, sql), new JpaOrganizations(unitOfWork),
        new JpaMemberships(unitOfWork, sql), new JdbcMembers(sql), new JdbcRemovals(sql), new JdbcOwners(sql),
        new JdbcLastSignIns(sql), new JdbcSetupLinks(sql), new JdbcSessions(sql), new JdbcOwnSessions(sql),
        new JdbcTotpAuthenticators(sql, vault), new JdbcRecoveryCodes(sql), new JdbcPasskeys(sql, unitOfWork),
        new JdbcKnownBrowsers(sql), new JdbcOneTimeSecrets(sql, unitOfWork, vault), new JdbcEmailChanges(sql),
        new JdbcGuessCounts(sql), new JdbcJobLeases(sql), new JdbcLeftovers(sql),
        new JdbcMailOutbox(sql, vault, unitOfWork, bell),
        new JdbcTrialMailbox(sql, vault), new JdbcAuditLog(sql), new SealedCursors(vault),
        new JdbcInvitations(sql), new JdbcSentInvitations(sql),
        new JdbcApiKeys(unitOfWork, sql), new JdbcPresentedApiKeys(sql), new JdbcAuditHistory(sql),
        new JdbcDomainClaims(sql), verifiedDomains, verifiedDomains,
        new JdbcSsoConnections(sql, vault), new JdbcFederatedIdentities(sql), new JdbcJustInTime(sql),
        new JdbcProviderSessions(sql, vault), new JdbcShownProofs(sql), new JdbcSocialIdentities(sql));
  }

  @Override
  public void close() {
    unitOfWork.close();
  }
}
