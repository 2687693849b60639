package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.contract.Together;
import dev.latchkey.application.federation.UnlinkIdentity;
import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.application.social.BeginSocialLinking;
import dev.latchkey.application.social.CompleteSocialSignIn.Outcome;
import dev.latchkey.application.usecase.SocialWorld.Seat;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.social.SocialClients;
import dev.latchkey.domain.social.SocialIdentity;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.IdentityId;
import dev.latchkey.domain.sso.SsoFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connecting a provider of the deployment from inside the account, and taking it away again. */
class LinkSocialIdentityTest {
  private static final EmailAddress EVE = new EmailAddress("eve@example.com");

  private final SocialWorld social = new SocialWorld();
  private final World world = social.world;

  @BeforeEach
  void ada_has_an_account() {
    world.register(ADA);
    social.provider.knows(FakeRelyingParty.person("1", "ada.private@example.com", false));
  }

  @Test
  void binds_whom_the_provider_names_whatever_the_address() {
    Seat ada = social.seat(ADA);
    SignedIn after = SocialWorld.session(social.link(ada));
    assertThat(after.session().id()).isEqualTo(ada.signedIn().session().id());
    assertThat(world.lastAudit(AuditAction.IDENTITY_LINKED).details()).containsEntry("provider", "google");
    assertThat(social.list.list(after).social()).singleElement().satisfies(it -> {
      assertThat(it.leadsIn()).isTrue();
      assertThat(it.identity().email()).contains(new EmailAddress("ada.private@example.com"));
    });
    assertThat(social.list.list(after).socialOffers())
        .containsExactly(SocialProvider.GOOGLE, SocialProvider.MICROSOFT);
    assertThat(SocialWorld.session(social.signIn()).person()).isEqualTo(after.person());
  }

  @Test
  void tells_the_accounts_owner_by_mail_of_connecting_once_and_of_disconnecting() {
    SignedIn linked = SocialWorld.session(social.link(social.seat(ADA)));
    assertThat(world.lastMail().to()).isEqualTo(ADA);
    assertThat(world.lastMail().text()).isEqualTo("SOCIAL_LINKED google");
    long mails = world.ports.mailOutbox().waiting().count();
    social.link(social.seat(ADA));
    social.signIn();
    assertThat(world.ports.mailOutbox().waiting().count()).as("nothing new").isEqualTo(mails);
    social.unlink.unlink(linked, only(linked).id(), World.ORIGIN);
    assertThat(world.lastMail().to()).isEqualTo(ADA);
    assertThat(world.lastMail().text()).isEqualTo("SOCIAL_UNLINKED google");
  }

  @Test
  void may_be_done_twice_without_harm() {
    social.link(social.seat(ADA));
    SignedIn again = SocialWorld.session(social.link(social.seat(ADA)));
    assertThat(of(again)).hasSize(1);
  }

  @Test
  void takes_a_fresh_proof_that_is_the_persons_own() {
    Seat ada = social.seat(ADA);
    world.clock.advance(Duration.ofMinutes(11));
    assertThat(social.beginLinking(ada, SocialProvider.GOOGLE)).isEqualTo(new BeginSocialLinking.Outcome.ProofTooOld());
    SignedIn newcomer = SocialWorld.session(social.signInAs("2", "newcomer@example.com", true));
    assertThat(social.beginLinking(new Seat(world.newBrowser(), newcomer), SocialProvider.MICROSOFT))
        .isEqualTo(new BeginSocialLinking.Outcome.ProofTooOld());
    assertThat(social.unlink.unlink(newcomer, only(newcomer).id(), World.ORIGIN))
        .isEqualTo(new UnlinkIdentity.Outcome.ProofTooOld());
  }

  @Test
  void needs_the_session_that_asked() {
    Seat ada = social.seat(ADA);
    world.register(EVE);
    Seat eve = social.seat(EVE);
    social.beginLinking(ada, SocialProvider.GOOGLE);
    Browser inherited = new Browser(ada.browser().token(), eve.browser().session());
    assertThat(social.complete(inherited)).isEqualTo(new Outcome.Refused(SsoFault.BROWSER_DIFFERS, true));
    social.beginLinking(ada, SocialProvider.GOOGLE);
    assertThat(social.complete(Browser.withoutSession(ada.browser().token())))
        .isEqualTo(new Outcome.Refused(SsoFault.BROWSER_DIFFERS, true));
    assertThat(of(eve.signedIn())).isEmpty();
    assertThat(of(ada.signedIn())).isEmpty();
  }

  @Test
  void refuses_an_identity_that_is_somebody_elses() {
    social.link(social.seat(ADA));
    world.register(EVE);
    Seat eve = social.seat(EVE);
    assertThat(social.link(eve)).isEqualTo(new Outcome.Refused(SsoFault.LINKED_TO_ANOTHER, true));
    assertThat(of(eve.signedIn())).isEmpty();
    var event = world.lastAudit(AuditAction.IDENTITY_LINKED);
    assertThat(event.outcome()).isEqualTo(AuditOutcome.REFUSED);
    assertThat(event.actor()).contains(eve.signedIn().person().id());
  }

  @Test
  void offers_nothing_that_is_not_set_up() {
    SocialWorld bare = new SocialWorld(true, SocialClients.NONE);
    bare.world.register(ADA);
    assertThat(bare.beginLinking(bare.seat(ADA), SocialProvider.GOOGLE))
        .isEqualTo(new BeginSocialLinking.Outcome.NotOffered());
  }

  @Test
  void unlinking_ends_what_the_provider_has_vouched_for_everywhere() {
    Seat ada = social.seat(ADA);
    SignedIn linked = SocialWorld.session(social.link(ada));
    SignedIn bySocialAlone = SocialWorld.session(social.signIn());
    assertThat(social.unlink.unlink(linked, only(linked).id(), World.ORIGIN))
        .isEqualTo(new UnlinkIdentity.Outcome.Unlinked(false));
    assertThat(of(linked)).isEmpty();
    List<Session> left = world.ports.ownSessions().of(linked.person().id());
    assertThat(left).extracting(Session::id).contains(linked.session().id())
        .doesNotContain(bySocialAlone.session().id());
    assertThat(left).noneMatch(it -> it.proofs().has(Proof.Social.class));
    assertThat(world.lastAudit(AuditAction.IDENTITY_UNLINKED).details()).containsEntry("sessionsChanged", "2");
    assertThat(social.signIn()).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void keeps_the_last_way_in() {
    SignedIn bob = SocialWorld.session(social.signInAs("9", "bob@example.com", true));
    SignedIn proven = bob.showing(Proofs.of(new Proof.MagicLink(world.clock.instant())));
    SocialIdentity google = only(bob);
    assertThat(social.unlink.unlink(proven, google.id(), World.ORIGIN))
        .isEqualTo(new UnlinkIdentity.Outcome.LastWayIn());
    assertThat(world.lastAudit(AuditAction.IDENTITY_UNLINKED).outcome()).isEqualTo(AuditOutcome.REFUSED);
    SocialIdentity microsoft = new SocialIdentity(new IdentityId(world.ids.next()),
        SocialProvider.MICROSOFT, FakeRelyingParty.person("m", "bob@example.com", true).subject(), bob.person().id(),
        Optional.empty(), world.clock.instant(), Optional.empty());
    world.ports.socialIdentities().add(microsoft);
    assertThat(social.unlink.unlink(proven, google.id(), World.ORIGIN))
        .isInstanceOf(UnlinkIdentity.Outcome.Unlinked.class);
    assertThat(social.unlink.unlink(proven, microsoft.id(), World.ORIGIN))
        .isEqualTo(new UnlinkIdentity.Outcome.LastWayIn());
  }

  @Test
  void of_two_that_are_unlinked_at_once_one_stays() {
    SignedIn bob = SocialWorld.session(social.signInAs("9", "bob@example.com", true));
    world.ports.socialIdentities().add(new SocialIdentity(new IdentityId(world.ids.next()),
        SocialProvider.MICROSOFT, FakeRelyingParty.person("m", "bob@example.com", true).subject(), bob.person().id(),
        Optional.empty(), world.clock.instant(), Optional.empty()));
    SignedIn proven = bob.showing(Proofs.of(new Proof.MagicLink(world.clock.instant())));
    List<SocialIdentity> both = of(bob);
    AtomicInteger next = new AtomicInteger();
    Together.run(2, () -> social.unlink.unlink(proven, both.get(next.getAndIncrement()).id(), World.ORIGIN));
    assertThat(of(bob)).hasSize(1);
  }

  @Test
  void finds_nobody_elses() {
    SignedIn ada = SocialWorld.session(social.link(social.seat(ADA)));
    world.register(EVE);
    assertThat(social.unlink.unlink(social.seat(EVE).signedIn(), only(ada).id(), World.ORIGIN))
        .isEqualTo(new UnlinkIdentity.Outcome.NotFound());
  }

  private List<SocialIdentity> of(SignedIn person) {
    return world.ports.socialIdentities().of(person.person().id());
  }

  private SocialIdentity only(SignedIn person) {
    assertThat(of(person)).hasSize(1);
    return of(person).getFirst();
  }
}
