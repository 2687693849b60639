package dev.latchkey.domain.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.DomainSettings;
import dev.latchkey.domain.domainclaim.PendingDomain;
import dev.latchkey.domain.domainclaim.VerificationToken;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.federation.SsoAdmission.Joining;
import dev.latchkey.domain.federation.SsoAdmission.Verdict;
import dev.latchkey.domain.invitation.Invitation;
import dev.latchkey.domain.invitation.InvitationId;
import dev.latchkey.domain.onetime.OneTimeSecret;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.JitSettings;
import dev.latchkey.domain.sso.OidcIdentity;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Somebody who comes back from an identity provider, in any circumstances that a test sets up. */
abstract class SsoArrivalExample {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final OrganizationId ACME = new OrganizationId("01KA2P7X9QJ4T8V0M6ZC3E5R1A");
  static final OrganizationId OTHER = new OrganizationId("01KA2P7X9QJ4T8V0M6ZC3E5R1B");
  static final EmailAddress BOB = new EmailAddress("bob@acme.example");
  static final User USER = User.withPassword(new UserId("01KA2P7X9QJ4T8V0M6ZC3E5R1C"), BOB,
      new PersonName("Bob"), Locale.ENGLISH, new PasswordHash("$fake$1$x"), NOW);

  Provider provider = Provider.OIDC;
  OidcIdentity identity = identity(Optional.of(BOB), true);
  Optional<User> linked = Optional.empty();
  Optional<User> account = Optional.empty();
  boolean unused;
  Optional<Membership> membership = Optional.empty();
  boolean removed;
  Optional<VerifiedDomain> domain = Optional.empty();
  Optional<Invitation> invitation = Optional.empty();
  boolean mailed;
  boolean discreet;
  JitSettings jit = JitSettings.INITIAL;

  SsoAdmission decide() {
    return SsoPolicy.decide(new Arrival(ACME, provider, identity, linked, account, unused, membership, removed, domain,
        invitation, mailed, discreet, jit, NOW));
  }

  Verdict verdict() {
    return decide().verdict();
  }

  /** Why it was refused; the last rule of the chain has to be the one that failed. */
  SsoFault fault() {
    SsoAdmission admission = decide();
    assertThat(admission.chain().getLast().result()).isEqualTo(Reason.Result.FAILED);
    return ((Verdict.Refuse) admission.verdict()).fault();
  }

  static OidcIdentity identity(Optional<EmailAddress> email, boolean verified) {
    return new OidcIdentity(new FederatedSubject("https://login.acme.example", "1"), email, verified,
        Optional.empty(), Optional.empty(), Optional.empty());
  }

  static OidcIdentity ofWorkspace(String domain) {
    return ofGoogle(Optional.of(new DomainName(domain)));
  }

  /** Bob by an account at Google; without a domain, a private one. */
  static OidcIdentity ofGoogle(Optional<DomainName> hosted) {
    return new OidcIdentity(new FederatedSubject(IssuerUrl.GOOGLE.value(), "1"), Optional.of(BOB), true,
        Optional.empty(), Optional.empty(), hosted);
  }

  static JitSettings on() {
    return new JitSettings(true, Role.AGENT, List.of());
  }

  static Joining byInvitation() {
    return new Joining(Role.ADMIN, MembershipStatus.ACTIVE, MembershipSource.INVITATION, Optional.of(invited()));
  }

  static Membership member(MembershipStatus status) {
    return new Membership(new MembershipId("01KA2P7X9QJ4T8V0M6ZC3E5R1D"), ACME, USER.id(), Role.AGENT, status,
        MembershipSource.MANUAL, false, NOW, 0);
  }

  static Invitation invited() {
    return Invitation.sent(new InvitationId("01KA2P7X9QJ4T8V0M6ZC3E5R1E"), ACME, BOB, Role.ADMIN,
        new UserId("01KA2P7X9QJ4T8V0M6ZC3E5R1F"), OneTimeSecret.issued(new SecretId("01KA2P7X9QJ4T8V0M6ZC3E5R1G"),
            Purpose.INVITATION, "secret", Map.of(), NOW));
  }

  static VerifiedDomain verified(OrganizationId holder, AutoJoin autoJoin) {
    return PendingDomain.claimed(new DomainClaimId("01KA2P7X9QJ4T8V0M6ZC3E5R1H"), holder, DomainName.of(BOB),
        new VerificationToken("0123456789abcdef0123456789abcdef01234567"), NOW).verified(NOW)
        .with(new DomainSettings(autoJoin, true));
  }

  static VerifiedDomain lapsed(OrganizationId holder) {
    return verified(holder, AutoJoin.AUTOMATIC).missed(NOW.minus(VerifiedDomain.GRACE).minus(Duration.ofDays(1)));
  }
}
