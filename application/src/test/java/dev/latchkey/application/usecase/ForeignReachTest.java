package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.application.ownaccount.ChangeProfile;
import dev.latchkey.application.ownaccount.EndSessions;
import dev.latchkey.application.ownaccount.ListSessions;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.IdentityId;
import dev.latchkey.domain.sso.SeenThrough;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What somebody gets of an account whom only Acme's identity provider calls its owner, who belongs elsewhere, too. */
class ForeignReachTest {
  private final SsoWorld sso = new SsoWorld();
  private final World world = sso.world;
  private final SessionOpening.Opened home = world.register(new EmailAddress("vic@bank.example"));
  private final SignedIn atHome = home.session().signedIn();
  private final UserId vic = atHome.person().id();
  private final SignedIn named = named();
  private final ListSessions list = new ListSessions(world.ports.ownSessions(), world.accountProof, World.RULES,
      world.clock);
  private final EndSessions end = new EndSessions(world.ports.ownSessions(), world.accountProof, world.audit,
      world.ports.unitOfWork());
  private final ChangeProfile change = new ChangeProfile(world.ports.users(), world.accountProof, world.audit,
      world.ports.unitOfWork());

  /** Vic has linked the account at Acme, whose provider may say of anybody that it is Vic. */
  private SignedIn named() {
    world.ports.memberships().add(Membership.joined(new MembershipId(world.ids.next()), sso.acme.id(), vic, Role.AGENT,
        MembershipSource.INVITATION, World.NOON));
    world.ports.federatedIdentities().add(new FederatedIdentity(new IdentityId(world.ids.next()), sso.acme.id(),
        new FederatedSubject(FakeRelyingParty.ISSUER, "v"), SeenThrough.of(SsoWorld.CLIENT), vic, Optional.empty(),
        World.NOON, Optional.empty()));
    sso.provider.knows(FakeRelyingParty.person("v", "whoever@acme.example", true));
    return SsoWorld.session(sso.signIn());
  }

  @Test
  void they_see_what_rests_on_the_same_word_and_nothing_else() {
    SignedIn again = SsoWorld.session(sso.signIn());
    assertThat(listed(named)).containsExactlyInAnyOrder(named.session().id(), again.session().id());
    assertThat(list.list(named).whole()).isFalse();
    assertThat(listed(atHome)).hasSize(3);
    assertThat(list.list(atHome).whole()).isTrue();
  }

  @Test
  void they_end_what_they_see_and_nothing_else() {
    SessionId other = SsoWorld.session(sso.signIn()).session().id();
    assertThat(end.end(named, Optional.of(atHome.session().id()), ORIGIN))
        .isEqualTo(new EndSessions.Outcome.NotFound());
    assertThat(end.end(named, Optional.empty(), ORIGIN)).isEqualTo(new EndSessions.Outcome.Ended(1));
    assertThat(world.ports.ownSessions().of(vic)).extracting(Session::id).doesNotContain(other)
        .contains(atHome.session().id(), named.session().id());
    assertThat(end.end(named, Optional.of(named.session().id()), ORIGIN)).isEqualTo(new EndSessions.Outcome.Ended(1));
  }

  @Test
  void they_rename_nobody_whom_other_organizations_see() {
    assertThat(rename(named)).isEqualTo(new ChangeProfile.Outcome.OwnProofNeeded());
    assertThat(world.ports.users().find(vic).orElseThrow().name()).isEqualTo(atHome.person().name());
    assertThat(rename(atHome)).isInstanceOf(ChangeProfile.Outcome.Changed.class);
  }

  @Test
  void who_belongs_to_that_organization_alone_may_be_renamed_by_its_word() {
    sso.justInTime(Role.AGENT);
    sso.provider.knows(FakeRelyingParty.person("n", "new@elsewhere.example", true));
    assertThat(rename(SsoWorld.session(sso.signIn()))).isInstanceOf(ChangeProfile.Outcome.Changed.class);
  }

  @Test
  void the_word_of_the_organization_that_has_verified_the_domain_reaches_everything() {
    OrganizationId acme = sso.acme.id();
    sso.verified(acme, "bank.example", AutoJoin.OFF);
    assertThat(listed(named)).contains(atHome.session().id());
    assertThat(rename(named)).isInstanceOf(ChangeProfile.Outcome.Changed.class);
  }

  private List<SessionId> listed(SignedIn signedIn) {
    return list.list(signedIn).entries().stream().map(it -> it.session().id()).toList();
  }

  private ChangeProfile.Outcome rename(SignedIn signedIn) {
    return change.change(new ChangeProfile.Command(signedIn, Optional.of(new PersonName("Somebody Else")),
        Optional.empty(), ORIGIN));
  }
}
