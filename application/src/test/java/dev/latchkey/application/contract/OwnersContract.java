package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.member.Owners;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.PendingDomain;
import dev.latchkey.domain.domainclaim.VerificationToken;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.passkey.CredentialId;
import dev.latchkey.domain.passkey.Octets;
import dev.latchkey.domain.passkey.Passkey;
import dev.latchkey.domain.passkey.PasskeyId;
import dev.latchkey.domain.passkey.PasskeyName;
import dev.latchkey.domain.policy.BreakGlassOwner;
import dev.latchkey.domain.policy.OwnerAccess;
import dev.latchkey.domain.sso.SsoConnection;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link Owners}. */
public abstract class OwnersContract extends PortContract {
  private final Owners owners = ports.owners();
  private Organization acme;
  private User ada;

  protected OwnersContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @BeforeEach
  void store() {
    acme = storedOrganization("Acme");
    ada = storedUser();
    storedFounder(acme, ada);
  }

  @Test
  void counts_no_owner_but_active_ones_of_this_organization() {
    storedFounder(storedOrganization("Elsewhere"), storedUser());
    Membership gone = storedFounder(acme, storedUser());
    ports.memberships().save(gone.deactivated());
    ports.memberships().add(Membership.joined(new MembershipId(Examples.id()), acme.id(), storedUser().id(),
        Role.ADMIN, MembershipSource.MANUAL, noon));
    assertThat(owners.active(acme.id(), noon))
        .containsExactly(new OwnerAccess(ada.id(), true, false, Optional.empty(), false));
  }

  @Test
  void counts_no_owner_who_has_nothing_to_sign_in_with() {
    User bare = Examples.user(noon);
    ports.users().add(new User(bare.id(), bare.email(), bare.name(), bare.locale(), Optional.empty(), false, noon, 0));
    storedFounder(acme, bare);
    assertThat(access(bare).credential()).isFalse();
    ports.lastSignIns().note(bare.id(), noon);
    assertThat(access(bare).credential()).isFalse();
    ports.passkeys().add(new Passkey(new PasskeyId(Examples.id()), bare.id(),
        new CredentialId(Octets.of(Examples.id().getBytes(StandardCharsets.US_ASCII))), Octets.of(new byte[]{1}), true,
        0,
        new PasskeyName("Laptop"), noon, Optional.empty()));
    assertThat(access(bare).credential()).isTrue();
  }

  @Test
  void knows_break_glass_owners_of_this_organization_and_what_each_could_get_in_with() {
    storedFounder(storedOrganization("Elsewhere"), storedUser());
    User enrolled = storedUser();
    Membership gone = storedFounder(acme, enrolled);
    ports.users().save(enrolled.withMfa(true));
    ports.memberships().save(gone.deactivated());
    User bare = Examples.user(noon);
    ports.users().add(new User(bare.id(), bare.email(), bare.name(), bare.locale(), Optional.empty(), false, noon, 0));
    MembershipId third = storedFounder(acme, bare).id();
    Membership plain = storedFounder(acme, storedUser());
    ports.memberships().save(plain.withBreakGlass(false));
    MembershipId first = ports.memberships().find(acme.id(), ada.id()).orElseThrow().id();
    assertThat(owners.breakGlass(acme.id())).containsExactlyInAnyOrder(
        new BreakGlassOwner(first, ada.id(), true, true, false),
        new BreakGlassOwner(gone.id(), enrolled.id(), false, true, true),
        new BreakGlassOwner(third, bare.id(), true, false, false));
  }

  @Test
  void knows_whom_the_present_identity_provider_vouches_for() {
    User bare = Examples.user(noon);
    ports.users().add(new User(bare.id(), bare.email(), bare.name(), bare.locale(), Optional.empty(), false, noon, 0));
    storedFounder(acme, bare);
    ports.ssoConnections().add(SsoConnection.to(SsoExamples.client("latchkey"), acme.id(), 1, noon));
    assertThat(access(bare)).isEqualTo(new OwnerAccess(bare.id(), false, false, Optional.empty(), false));
    ports.federatedIdentities().add(SsoExamples.identity(acme.id(), bare.id(), "bare", noon));
    ports.lastSignIns().noteVouched(bare.id(), acme.id(), noon);
    assertThat(access(bare)).as("nobody has shown to own the account")
        .isEqualTo(new OwnerAccess(bare.id(), false, true, Optional.empty(), false));
    ports.lastSignIns().note(bare.id(), noon);
    assertThat(access(bare)).isEqualTo(new OwnerAccess(bare.id(), true, true, Optional.empty(), false));
  }

  @Test
  void names_the_domain_of_an_address_if_the_organization_has_verified_it_and_may_rely_on_it() {
    verified(acme, new DomainName(unclaimed()));
    verified(storedOrganization("Elsewhere"), moveAda());
    assertThat(access(ada).ownDomain()).as("another organization's").isEmpty();
    claimed(acme, moveAda());
    assertThat(access(ada).ownDomain()).as("claimed only").isEmpty();
    DomainName own = moveAda();
    DomainClaimId id = verified(acme, own);
    assertThat(access(ada).ownDomain()).contains(own);
    ports.domainClaims().save(((VerifiedDomain) ports.domainClaims().find(acme.id(), id).orElseThrow()).missed(noon));
    assertThat(owners.active(acme.id(), noon.plus(VerifiedDomain.GRACE).minusSeconds(1)))
        .extracting(OwnerAccess::ownDomain).containsExactly(Optional.of(own));
    assertThat(owners.active(acme.id(), noon.plus(VerifiedDomain.GRACE))).as("lapsed for too long")
        .extracting(OwnerAccess::ownDomain).containsExactly(Optional.empty());
  }

  @Test
  void knows_who_can_break_the_glass() {
    assertThat(access(ada).breaksGlass()).isFalse();
    ports.users().save(ports.users().find(ada.id()).orElseThrow().withMfa(true));
    assertThat(access(ada).breaksGlass()).isTrue();
    assertThat(owners.breakGlass(acme.id())).allMatch(BreakGlassOwner::isReady);
    ports.memberships()
        .save(ports.memberships().find(acme.id(), ada.id()).orElseThrow().withBreakGlass(false));
    assertThat(access(ada).breaksGlass()).isFalse();
  }

  private OwnerAccess access(User user) {
    return owners.active(acme.id(), noon).stream().filter(it -> it.userId().equals(user.id())).findFirst()
        .orElseThrow();
  }

  /** To an address of a domain that nobody else has. */
  private DomainName moveAda() {
    EmailAddress address = new EmailAddress("ada@" + unclaimed());
    ports.users().save(ports.users().find(ada.id()).orElseThrow().movedTo(address));
    return DomainName.of(address);
  }

  private static String unclaimed() {
    return Examples.id().toLowerCase(Locale.ROOT) + ".example";
  }

  private DomainClaimId verified(Organization organization, DomainName domain) {
    PendingDomain claim = claimed(organization, domain);
    ports.domainClaims().save(claim.verified(noon));
    return claim.id();
  }

  private PendingDomain claimed(Organization organization, DomainName domain) {
    PendingDomain claim = PendingDomain.claimed(new DomainClaimId(Examples.id()), organization.id(), domain,
        VerificationToken.random(new SecureRandom()), noon);
    ports.domainClaims().add(claim);
    return claim;
  }

  @Test
  void leaves_one_owner_when_all_step_down_at_once() {
    List<User> all = Stream.concat(Stream.of(ada), Stream.generate(() -> {
      User user = storedUser();
      storedFounder(acme, user);
      return user;
    }).limit(7)).toList();
    Queue<User> waiting = new ConcurrentLinkedQueue<>(all);
    List<Boolean> stepped = Together.run(all.size(), () -> {
      User owner = waiting.remove();
      return ports.unitOfWork().run(() -> {
        owners.hold(acme.id());
        boolean may = owners.active(acme.id(), noon).stream().anyMatch(it -> !it.userId().equals(owner.id()));
        if (may) {
          ports.memberships()
              .save(ports.memberships().find(acme.id(), owner.id()).orElseThrow().withRole(Role.AGENT));
        }
        return may;
      });
    });
    assertThat(stepped).containsOnlyOnce(false);
  }
}
