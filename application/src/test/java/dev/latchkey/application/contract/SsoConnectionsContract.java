package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.sso.SsoConnections;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.sso.CallbackMode;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoConnection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link SsoConnections} keeps. */
public abstract class SsoConnectionsContract extends PortContract {
  private final SsoConnections connections = ports.ssoConnections();
  private OrganizationId acme;
  private OrganizationId other;

  protected SsoConnectionsContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @BeforeEach
  void store() {
    acme = storedOrganization("Acme").id();
    other = storedOrganization("Other").id();
  }

  @Test
  void gives_back_everything_that_was_added_to_that_tenant_only() {
    assertThat(connections.find(acme)).isEmpty();
    SsoConnection connection = SsoConnection.to(SsoExamples.client("first"), acme, 1, noon);
    connections.add(connection);
    assertThat(connections.find(acme)).contains(connection);
    assertThat(connections.find(other)).isEmpty();
  }

  @Test
  void shows_a_change_only_after_it_was_saved() {
    SsoConnection before = added(acme);
    SsoConnection after = before.replacedBy(SsoExamples.client(Provider.AZURE, "second"), 2, noon.plusSeconds(60))
        .calledBackAt(CallbackMode.DEDICATED, noon.plusSeconds(61));
    assertThat(connections.find(acme)).contains(before);
    connections.save(after);
    SsoConnection stored = connections.find(acme).orElseThrow();
    assertThat(stored).usingRecursiveComparison().ignoringFields("rowVersion").isEqualTo(after);
    assertThat(stored.rowVersion()).isGreaterThan(before.rowVersion());
  }

  @Test
  void notes_sign_ins_of_its_version_without_that_being_a_change() {
    SsoConnection before = added(acme);
    connections.noteSignIn(acme, 1, noon.plusSeconds(1), true);
    connections.noteSignIn(acme, 1, noon.plusSeconds(2), false);
    connections.noteSignIn(acme, 2, noon.plusSeconds(3), true);
    connections.noteSignIn(other, 1, noon.plusSeconds(4), true);
    SsoConnection noted = connections.find(acme).orElseThrow();
    assertThat(noted.lastSignInAt()).contains(noon.plusSeconds(2));
    assertThat(noted.ownerProvenAt()).contains(noon.plusSeconds(1));
    assertThat(noted.rowVersion()).isEqualTo(before.rowVersion());
  }

  @Test
  void keeps_a_sign_in_that_was_noted_while_something_else_changed() {
    SsoConnection before = added(acme);
    connections.noteSignIn(acme, 1, noon.plusSeconds(1), true);
    connections.save(before.withSecret(new ClientSecret("another"), noon.plusSeconds(2)));
    SsoConnection after = connections.find(acme).orElseThrow();
    assertThat(after.client().secret()).contains(new ClientSecret("another"));
    assertThat(after.lastSignInAt()).contains(noon.plusSeconds(1));
    assertThat(after.ownerProvenAt()).contains(noon.plusSeconds(1));
  }

  @Test
  void keeps_the_stored_secret_when_saved_without_one() {
    SsoConnection before = added(acme);
    OidcClient secretless = new OidcClient(before.client().provider(), before.client().issuer(),
        before.client().clientId(), Optional.empty());
    connections.save(before.replacedBy(secretless, 1, noon.plusSeconds(1)));
    assertThat(connections.find(acme).orElseThrow().client()).isEqualTo(before.client());
  }

  @Test
  void forgets_the_sign_ins_of_another_version() {
    SsoConnection before = added(acme);
    connections.noteSignIn(acme, 1, noon.plusSeconds(1), true);
    connections.save(before.replacedBy(SsoExamples.client("second"), 2, noon.plusSeconds(2)));
    SsoConnection after = connections.find(acme).orElseThrow();
    assertThat(after.lastSignInAt()).isEmpty();
    assertThat(after.ownerProvenAt()).isEmpty();
  }

  @Test
  void forgets_an_owners_proof_with_another_callback() {
    SsoConnection before = added(acme);
    connections.noteSignIn(acme, 1, noon.plusSeconds(1), true);
    connections.save(before.calledBackAt(CallbackMode.DEDICATED, noon.plusSeconds(2)));
    SsoConnection after = connections.find(acme).orElseThrow();
    assertThat(after.lastSignInAt()).contains(noon.plusSeconds(1));
    assertThat(after.ownerProvenAt()).isEmpty();
  }

  @Test
  void runs_the_work_again_when_somebody_else_added_one_first() {
    List<Boolean> first = Together.run(8, () -> ports.unitOfWork().run(() -> {
      boolean absent = connections.find(acme).isEmpty();
      if (absent) {
        connections.add(SsoConnection.to(SsoExamples.client("first"), acme, 1, noon));
      }
      return absent;
    }));
    assertThat(first).containsOnlyOnce(true);
  }

  @Test
  void runs_the_work_again_when_somebody_else_saved_first() {
    added(acme);
    Together.run(8, () -> ports.unitOfWork().run(() -> {
      SsoConnection now = connections.find(acme).orElseThrow();
      connections.save(now.calledBackAt(now.callback(), now.changedAt().plusSeconds(1)));
      return true;
    }));
    assertThat(connections.find(acme).orElseThrow().changedAt()).isEqualTo(noon.plusSeconds(8));
  }

  @Test
  void deletes_once_and_lets_another_one_be_added() {
    added(acme);
    AtomicInteger deleted = new AtomicInteger();
    Together.run(8, () -> connections.delete(acme) ? deleted.incrementAndGet() : 0);
    assertThat(deleted).hasValue(1);
    assertThat(connections.find(acme)).isEmpty();
    assertThat(added(acme).client()).isEqualTo(SsoExamples.client("first"));
  }

  @Test
  void takes_the_identities_along_when_it_goes_and_nobody_elses() {
    added(acme);
    added(other);
    FederatedIdentity ours = SsoExamples.identity(acme, storedUser().id(), "1", noon);
    FederatedIdentity theirs = SsoExamples.identity(other, storedUser().id(), "1", noon);
    ports.federatedIdentities().add(ours);
    ports.federatedIdentities().add(theirs);
    connections.delete(acme);
    added(acme);
    assertThat(ports.federatedIdentities().find(acme, ours.subject())).isEmpty();
    assertThat(ports.federatedIdentities().of(ours.userId())).isEmpty();
    assertThat(ports.federatedIdentities().find(other, theirs.subject())).isEqualTo(Optional.of(theirs));
  }

  private SsoConnection added(OrganizationId organization) {
    SsoConnection connection = SsoConnection.to(SsoExamples.client("first"), organization, 1, noon);
    connections.add(connection);
    return connection;
  }
}
