package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.member.Owners;
import dev.latchkey.domain.account.User;
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
import dev.latchkey.domain.sso.SsoConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    assertThat(owners.anyBesides(acme.id(), ada.id())).isFalse();
    assertThat(owners.anyBesides(acme.id(), gone.userId())).isTrue();
  }

  @Test
  void counts_no_owner_who_has_nothing_to_sign_in_with() {
    User bare = Examples.user(noon);
    ports.users().add(new User(bare.id(), bare.email(), bare.name(), bare.locale(), Optional.empty(), false, noon, 0));
    storedFounder(acme, bare);
    assertThat(owners.anyBesides(acme.id(), ada.id())).isFalse();
    ports.passkeys().add(new Passkey(new PasskeyId(Examples.id()), bare.id(),
        new CredentialId(Octets.of(Examples.id().getBytes(StandardCharsets.US_ASCII))), Octets.of(new byte[]{1}), true,
        0,
        new PasskeyName("Laptop"), noon, Optional.empty()));
    assertThat(owners.anyBesides(acme.id(), ada.id())).isTrue();
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
  void counts_an_owner_whom_an_identity_provider_vouches_for() {
    User bare = Examples.user(noon);
    ports.users().add(new User(bare.id(), bare.email(), bare.name(), bare.locale(), Optional.empty(), false, noon, 0));
    storedFounder(acme, bare);
    ports.ssoConnections().add(SsoConnection.to(SsoExamples.client("latchkey"), acme.id(), 1, noon));
    assertThat(owners.anyBesides(acme.id(), ada.id())).isFalse();
    ports.federatedIdentities().add(SsoExamples.identity(acme.id(), bare.id(), "bare", noon));
    assertThat(owners.anyBesides(acme.id(), ada.id())).isTrue();
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
        boolean may = owners.anyBesides(acme.id(), owner.id());
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
