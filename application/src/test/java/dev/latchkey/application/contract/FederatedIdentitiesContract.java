package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.sso.FederatedIdentities;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SeenThrough;
import dev.latchkey.domain.sso.SsoConnection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link FederatedIdentities} keeps. */
public abstract class FederatedIdentitiesContract extends PortContract {
  private final FederatedIdentities identities = ports.federatedIdentities();
  private UserId user;
  private OrganizationId acme;
  private OrganizationId other;

  protected FederatedIdentitiesContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @BeforeEach
  void store() {
    user = storedUser().id();
    acme = connected("Acme");
    other = connected("Other");
  }

  @Test
  void finds_a_subject_in_its_tenant_and_exactly_as_it_is_spelled() {
    FederatedIdentity identity = SsoExamples.identity(acme, user, "Abc", noon);
    assertThat(identities.find(acme, identity.subject())).isEmpty();
    identities.add(identity);
    assertThat(identities.find(acme, identity.subject())).contains(identity);
    assertThat(identities.find(other, identity.subject())).isEmpty();
    String issuer = identity.subject().issuer();
    for (FederatedSubject elsewhere : List.of(new FederatedSubject(issuer, "abc"), new FederatedSubject(issuer, "Abc "),
        new FederatedSubject(issuer + "/", "Abc"))) {
      assertThat(identities.find(acme, elsewhere)).isEmpty();
    }
  }

  @Test
  void lists_a_persons_own_in_the_order_of_linking() {
    FederatedIdentity late = SsoExamples.identity(acme, user, "late", noon.plusSeconds(2));
    FederatedIdentity early = SsoExamples.identity(other, user, "early", noon.plusSeconds(1));
    identities.add(late);
    identities.add(early);
    identities.add(SsoExamples.identity(acme, storedUser().id(), "somebody else", noon));
    assertThat(identities.of(user)).containsExactly(early, late);
  }

  @Test
  void notes_the_last_use_and_the_present_address_and_nothing_else() {
    FederatedIdentity identity = SsoExamples.identity(acme, user, "1", noon);
    identities.add(identity);
    FederatedIdentity used = identity.seen(
        new SeenThrough(Provider.AZURE, new IssuerUrl("https://login.microsoftonline.com/acme.example/v2.0")),
        Optional.of(new EmailAddress("renamed@acme.example")), noon.plusSeconds(9));
    identities.noteUse(used);
    assertThat(identities.find(acme, identity.subject())).contains(used);
  }

  @Test
  void binds_a_subject_to_one_account_though_many_try_at_once() {
    List<UserId> people = List.of(storedUser().id(), storedUser().id(), storedUser().id(), storedUser().id());
    AtomicInteger next = new AtomicInteger();
    List<Boolean> first = Together.run(people.size(), () -> {
      FederatedIdentity mine = SsoExamples.identity(acme, people.get(next.getAndIncrement()), "same", noon);
      return ports.unitOfWork().run(() -> {
        boolean free = identities.find(acme, mine.subject()).isEmpty();
        if (free) {
          identities.add(mine);
        }
        return free;
      });
    });
    assertThat(first).containsOnlyOnce(true);
    assertThat(people.stream().flatMap(person -> identities.of(person).stream())).hasSize(1);
  }

  @Test
  void takes_the_same_subject_for_another_tenant() {
    identities.add(SsoExamples.identity(acme, user, "same", noon));
    identities.add(SsoExamples.identity(other, storedUser().id(), "same", noon));
    assertThat(identities.of(user)).hasSize(1);
  }

  @Test
  void binds_nobody_once_the_connection_is_gone() {
    ports.ssoConnections().delete(acme);
    FederatedIdentity identity = SsoExamples.identity(acme, user, "1", noon);
    AtomicInteger runs = new AtomicInteger();
    assertThatThrownBy(() -> ports.unitOfWork().run(() -> {
      runs.incrementAndGet();
      identities.add(identity);
      return true;
    })).isInstanceOf(RuntimeException.class);
    assertThat(runs.get()).as("runs of the work, which would see that there is no connection").isGreaterThan(1);
    assertThat(identities.of(user)).isEmpty();
  }

  @Test
  void leaves_nothing_behind_when_a_connection_goes_while_people_are_bound() {
    AtomicInteger next = new AtomicInteger();
    Together.run(8, () -> {
      int turn = next.getAndIncrement();
      return ports.unitOfWork().run(() -> {
        if (turn == 0) {
          return ports.ssoConnections().delete(acme);
        }
        boolean there = ports.ssoConnections().find(acme).isPresent();
        if (there) {
          identities.add(SsoExamples.identity(acme, user, "person " + turn, noon));
        }
        return there;
      });
    });
    assertThat(identities.of(user)).isEmpty();
  }

  @Test
  void removes_a_persons_own_only() {
    FederatedIdentity identity = SsoExamples.identity(acme, user, "1", noon);
    identities.add(identity);
    assertThat(identities.remove(storedUser().id(), identity.id())).isFalse();
    assertThat(identities.remove(user, identity.id())).isTrue();
    assertThat(identities.remove(user, identity.id())).isFalse();
    assertThat(identities.find(acme, identity.subject())).isEmpty();
  }

  private OrganizationId connected(String name) {
    OrganizationId organization = storedOrganization(name).id();
    ports.ssoConnections().add(SsoConnection.to(SsoExamples.client("client"), organization, 1, noon));
    return organization;
  }
}
