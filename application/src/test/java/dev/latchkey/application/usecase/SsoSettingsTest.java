package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.contract.SsoExamples;
import dev.latchkey.application.contract.Together;
import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.application.sso.ChangeCallback;
import dev.latchkey.application.sso.ChangeJit;
import dev.latchkey.application.sso.ConnectSso;
import dev.latchkey.application.sso.ConnectSso.Stored;
import dev.latchkey.application.sso.DisconnectSso;
import dev.latchkey.application.sso.ReadSso;
import dev.latchkey.application.sso.SsoChanges;
import dev.latchkey.application.sso.TestSso;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.network.AddressPolicy;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.sso.CallbackMode;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.IssuerRule;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.JitSettings;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoConnection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SsoSettingsTest {
  private static final OidcClient CLIENT = SsoExamples.client("latchkey");
  private static final Denial FORBIDDEN = new Denial.Forbidden(Permission.CHANGE_SETTINGS);

  private final MemberWorld members = new MemberWorld();
  private final World world = members.world;
  private final SsoChanges changes = new SsoChanges(world.ports.owners(), world.entrance, world.audit);
  private final FakeRelyingParty provider = new FakeRelyingParty();
  private final ReadSso read = new ReadSso(world.ports.ssoConnections(), world.ports.justInTime(), world.entrance);
  private final ConnectSso connect = new ConnectSso(world.ports.ssoConnections(), world.ports.organizations(),
      new IssuerRule(new AddressPolicy(List.of())), changes, world.ports.unitOfWork(), world.clock);
  private final DisconnectSso disconnect = new DisconnectSso(world.ports.ssoConnections(),
      world.ports.organizations(), changes, world.ports.unitOfWork());
  private final ChangeCallback callback = new ChangeCallback(world.ports.ssoConnections(), changes,
      world.ports.unitOfWork(), world.clock);
  private final TestSso test = new TestSso(world.ports.ssoConnections(), provider, world.entrance, world.guesses,
      world.audit, world.ports.unitOfWork());
  private final ChangeJit jit = new ChangeJit(world.ports.justInTime(), world.entrance, world.audit,
      world.ports.unitOfWork());

  @Test
  void the_first_connection_is_version_one_and_nobody_has_signed_in_yet() {
    assertThat(saved(connect(members.ada, CLIENT))).isEqualTo(SsoConnection.to(CLIENT, members.acme, 1, World.NOON));
    assertThat(read().connection()).contains(stored());
    assertThat(acme().ssoVersion()).isEqualTo(1);
    assertThat(world.lastAudit(AuditAction.SSO_CHANGED).details()).containsEntry("change", "connected")
        .containsEntry("issuer", CLIENT.issuer().value()).containsEntry("version", "1")
        .noneSatisfy((name, fact) -> assertThat(fact).contains(CLIENT.secret().orElseThrow().value()));
  }

  @Test
  void another_client_voids_what_was_proven_and_another_secret_does_not() {
    connect(members.ada, CLIENT);
    world.ports.ssoConnections().noteSignIn(members.acme, 1, World.NOON, true);
    Proofs proven = Proofs.of(new Proof.Sso(World.NOON, members.acme, 1));
    OidcClient renewed = new OidcClient(CLIENT.provider(), CLIENT.issuer(), CLIENT.clientId(),
        new ClientSecret("renewed"));
    assertThat(saved(connect(members.ada, renewed)).version()).isEqualTo(1);
    assertThat(proven.hasSsoOf(members.acme, acme().ssoVersion())).isTrue();
    assertThat(stored().ownerProvenAt()).isPresent();
    assertThat(world.lastAudit(AuditAction.SSO_CHANGED).details()).containsEntry("change", "secret");

    assertThat(saved(connect(members.ada, SsoExamples.client("another"))).version()).isEqualTo(2);
    assertThat(proven.hasSsoOf(members.acme, acme().ssoVersion())).isFalse();
    assertThat(stored().ownerProvenAt()).isEmpty();
    assertThat(saved(connect(members.ada, SsoExamples.client(Provider.AZURE, "another"))).version()).isEqualTo(3);
  }

  @Test
  void nothing_is_written_down_when_nothing_changes() {
    connect(members.ada, CLIENT);
    SsoConnection before = stored();
    connect(members.ada, CLIENT);
    assertThat(stored()).isEqualTo(before);
    assertThat(world.ports.auditEvents()).filteredOn(event -> event.action() == AuditAction.SSO_CHANGED).hasSize(1);
  }

  @Test
  void a_secret_is_kept_for_the_same_issuer_and_client_only() {
    assertThat(connect(members.ada, CLIENT, Optional.empty()))
        .isEqualTo(new ConnectSso.Outcome.SecretMissing(Stored.NONE));
    connect(members.ada, CLIENT);
    assertThat(saved(connect(members.ada, CLIENT, Optional.empty())).client()).isEqualTo(CLIENT);
    OidcClient elsewhere = new OidcClient(CLIENT.provider(), new IssuerUrl("https://login.evil.example"),
        CLIENT.clientId(), CLIENT.secret());
    assertThat(connect(members.ada, elsewhere, Optional.empty()))
        .isEqualTo(new ConnectSso.Outcome.SecretMissing(Stored.OF_ANOTHER));
    assertThat(connect(members.ada, SsoExamples.client("another"), Optional.empty()))
        .isEqualTo(new ConnectSso.Outcome.SecretMissing(Stored.OF_ANOTHER));
    assertThat(stored().client()).isEqualTo(CLIENT);
  }

  @Test
  void a_secret_that_can_not_be_read_any_more_is_asked_for_and_holds_nothing_else_up() {
    OidcClient unreadable =
        new OidcClient(CLIENT.provider(), CLIENT.issuer(), CLIENT.clientId(), Optional.empty());
    world.ports.ssoConnections().add(SsoConnection.to(unreadable, members.acme, 1, World.NOON));
    assertThat(read().connection()).isPresent();
    assertThat(connect(members.ada, CLIENT, Optional.empty()))
        .isEqualTo(new ConnectSso.Outcome.SecretMissing(Stored.UNREADABLE));
    SsoConnection entered = saved(connect(members.ada, CLIENT));
    assertThat(entered.client()).isEqualTo(CLIENT);
    assertThat(entered.version()).isEqualTo(1);
    assertThat(world.lastAudit(AuditAction.SSO_CHANGED).details()).containsEntry("change", "secret");
    assertThat(disconnect(members.ada)).isInstanceOf(DisconnectSso.Outcome.Disconnected.class);
  }

  @Test
  void an_issuer_inside_a_network_is_refused() {
    OidcClient inside = new OidcClient(Provider.OIDC, new IssuerUrl("https://169.254.169.254"), CLIENT.clientId(),
        CLIENT.secret());
    assertThat(connect(members.ada, inside)).isInstanceOf(ConnectSso.Outcome.IssuerRefused.class);
    assertThat(read().connection()).isEmpty();
  }

  @Test
  void deleting_voids_proofs_and_forgets_who_is_whom_there() {
    connect(members.ada, CLIENT);
    FederatedIdentity identity = SsoExamples.identity(members.acme, members.ada.userId(), "1", World.NOON);
    world.ports.federatedIdentities().add(identity);
    assertThat(disconnect(members.ada)).isInstanceOf(DisconnectSso.Outcome.Disconnected.class);
    assertThat(world.ports.federatedIdentities().of(members.ada.userId())).isEmpty();
    assertThat(acme().ssoVersion()).isEqualTo(2);
    assertThat(disconnect(members.ada)).isInstanceOf(DisconnectSso.Outcome.NotConnected.class);
    assertThat(saved(connect(members.ada, CLIENT)).version()).isEqualTo(3);
    assertThat(world.lastAudit(AuditAction.SSO_DELETED).outcome()).isEqualTo(AuditOutcome.SUCCESS);
  }

  @Test
  void while_it_is_the_only_way_in_only_its_secret_changes() {
    connect(members.ada, CLIENT);
    world.ports.organizations().save(acme().demanding(new AuthenticationRequirement(AuthRequired.SSO, false)));
    Actor ada = throughSso();
    assertThat(connect(ada, SsoExamples.client("another"))).isInstanceOf(ConnectSso.Outcome.Enforced.class);
    assertThat(disconnect(ada)).isInstanceOf(DisconnectSso.Outcome.Enforced.class);
    assertThat(callback(ada, CallbackMode.DEDICATED)).isInstanceOf(ChangeCallback.Outcome.Enforced.class);
    assertThat(callback(ada, CallbackMode.SHARED)).isInstanceOf(ChangeCallback.Outcome.Changed.class);
    assertThat(world.lastAudit(AuditAction.SSO_DELETED)).satisfies(event -> {
      assertThat(event.outcome()).isEqualTo(AuditOutcome.REFUSED);
      assertThat(event.chain()).singleElement().matches(reason -> reason.rule().equals("sso-not-enforced"));
    });
    assertThat(connect(ada, CLIENT, Optional.of(new ClientSecret("renewed"))))
        .isInstanceOf(ConnectSso.Outcome.Saved.class);
    assertThat(stored().client().clientId()).isEqualTo(CLIENT.clientId());
  }

  @Test
  void of_many_who_save_at_once_each_makes_a_version_of_its_own() {
    List<Integer> versions = Together.run(8,
        () -> saved(connect(members.ada, SsoExamples.client("client " + Thread.currentThread().threadId())))
            .version());
    assertThat(versions).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void another_callback_has_to_be_proven_anew() {
    assertThat(callback(members.ada, CallbackMode.DEDICATED)).isInstanceOf(ChangeCallback.Outcome.NotConnected.class);
    connect(members.ada, CLIENT);
    world.ports.ssoConnections().noteSignIn(members.acme, 1, World.NOON, true);
    callback(members.ada, CallbackMode.DEDICATED);
    assertThat(stored().callback()).isEqualTo(CallbackMode.DEDICATED);
    assertThat(stored().ownerProvenAt()).isEmpty();
    assertThat(stored().version()).isEqualTo(1);
  }

  @Test
  void what_becomes_of_new_people_is_replaced_as_a_whole() {
    JitSettings wanted = new JitSettings(true, Role.ADMIN, List.of(new DomainName("acme.example")));
    jit(members.ada, wanted);
    assertThat(read().jit()).isEqualTo(wanted);
    assertThat(world.lastAudit(AuditAction.JIT_CHANGED).details()).containsEntry("from", "off, AGENT, any domain")
        .containsEntry("to", "on, ADMIN, acme.example");
    jit(members.ada, wanted);
    assertThat(world.ports.auditEvents()).filteredOn(event -> event.action() == AuditAction.JIT_CHANGED).hasSize(1);
  }

  @Test
  void admins_read_and_test_agents_do_not_and_strangers_find_nothing() {
    connect(members.ada, CLIENT);
    Actor bob = members.join("Bob", Role.ADMIN).actor();
    assertThat(read.read(bob, members.acme)).isInstanceOf(ReadSso.Outcome.Found.class);
    assertThat(connect(bob, CLIENT)).isEqualTo(new ConnectSso.Outcome.Denied(FORBIDDEN));
    assertThat(disconnect(bob)).isEqualTo(new DisconnectSso.Outcome.Denied(FORBIDDEN));
    assertThat(callback(bob, CallbackMode.DEDICATED)).isEqualTo(new ChangeCallback.Outcome.Denied(FORBIDDEN));
    assertThat(jit(bob, JitSettings.INITIAL)).isEqualTo(new ChangeJit.Outcome.Denied(FORBIDDEN));
    Actor eve = members.join("Eve", Role.AGENT).actor();
    assertThat(read.read(eve, members.acme)).isInstanceOf(ReadSso.Outcome.Denied.class);
    assertThat(tested(eve)).isInstanceOf(TestSso.Outcome.Denied.class);
    Actor zoe = new Actor.InSession(
        world.register(new EmailAddress("zoe@example.com")).session().signedIn());
    assertThat(read.read(zoe, members.acme)).isEqualTo(new ReadSso.Outcome.Denied(new Denial.NotFound()));
    assertThat(connect(zoe, CLIENT)).isEqualTo(new ConnectSso.Outcome.Denied(new Denial.NotFound()));
  }

  @Test
  void a_change_needs_a_fresh_proof() {
    world.clock.advance(Duration.ofMinutes(10));
    assertThat(connect(members.ada, CLIENT)).isEqualTo(new ConnectSso.Outcome.Denied(new Denial.ProofTooOld()));
    assertThat(jit(members.ada, JitSettings.INITIAL)).isEqualTo(new ChangeJit.Outcome.Denied(new Denial.ProofTooOld()));
  }

  private Actor throughSso() {
    SignedIn before = members.adasSession.session().signedIn();
    Proofs proofs = Proofs.of(new Proof.Sso(world.clock.instant(), members.acme, acme().ssoVersion()));
    return new Actor.InSession(new SignedIn(before.session().showing(proofs), before.person(), before.places()));
  }

  private ConnectSso.Outcome connect(Actor actor, OidcClient client) {
    return connect(actor, client, client.secret());
  }

  private ConnectSso.Outcome connect(Actor actor, OidcClient client, Optional<ClientSecret> secret) {
    return connect.connect(new ConnectSso.Command(actor, members.acme, client.provider(), client.issuer(),
        client.clientId(), secret, World.ORIGIN));
  }

  private static SsoConnection saved(ConnectSso.Outcome outcome) {
    return ((ConnectSso.Outcome.Saved) outcome).connection();
  }

  private DisconnectSso.Outcome disconnect(Actor actor) {
    return disconnect.disconnect(new DisconnectSso.Command(actor, members.acme, World.ORIGIN));
  }

  private ChangeCallback.Outcome callback(Actor actor, CallbackMode mode) {
    return callback.change(new ChangeCallback.Command(actor, members.acme, mode, World.ORIGIN));
  }

  private ChangeJit.Outcome jit(Actor actor, JitSettings settings) {
    return jit.change(new ChangeJit.Command(actor, members.acme, settings, World.ORIGIN));
  }

  private ReadSso.Outcome.Found read() {
    return (ReadSso.Outcome.Found) read.read(members.ada, members.acme);
  }

  private SsoConnection stored() {
    return world.ports.ssoConnections().find(members.acme).orElseThrow();
  }

  private Organization acme() {
    return world.ports.organizations().find(members.acme).orElseThrow();
  }

  private TestSso.Outcome tested(Actor actor) {
    return test.test(new TestSso.Command(actor, members.acme, World.ORIGIN));
  }
}
