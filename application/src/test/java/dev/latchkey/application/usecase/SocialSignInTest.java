package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.social.BeginSocialSignIn;
import dev.latchkey.application.social.CompleteSocialSignIn.Outcome;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.MfaState;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.social.SocialClients;
import dev.latchkey.domain.social.SocialIdentity;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.IdentityId;
import dev.latchkey.domain.sso.OidcIdentity;
import dev.latchkey.domain.sso.SsoFault;
import dev.latchkey.domain.sso.SsoProblem;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SocialSignInTest {
  private static final EmailAddress BOB = new EmailAddress("bob@example.com");

  private final SocialWorld social = new SocialWorld();
  private final World world = social.world;
  private final Browser browser = world.newBrowser();

  @Test
  void opens_an_account_for_a_proven_address_that_nobody_has() {
    SignedIn bob = SocialWorld.session(social.signInAs("1", BOB.value(), true));
    assertThat(bob.person().email()).isEqualTo(BOB);
    assertThat(bob.places()).isEmpty();
    assertThat(bob.session().proofs().all()).singleElement()
        .isEqualTo(new Proof.Social(world.clock.instant(), "google"));
    User account = world.ports.users().find(bob.person().id()).orElseThrow();
    assertThat(account.password()).isEmpty();
    assertThat(account.name()).isEqualTo(new PersonName("Bob Builder"));
    assertThat(world.lastAudit(AuditAction.ADDRESS_VERIFIED).details())
        .containsEntry("method", "social").containsEntry("provider", "google").containsEntry("email", BOB.value());
    assertThat(world.lastAudit(AuditAction.IDENTITY_LINKED).actor()).contains(account.id());
    AuditEvent event = world.lastAudit(AuditAction.SIGN_IN);
    assertThat(event.outcome()).isEqualTo(AuditOutcome.SUCCESS);
    assertThat(event.chain()).extracting("rule").contains("address-believed", "sign-up-open");
  }

  @Test
  void knows_the_person_again_by_the_subject_whatever_the_address_is_by_then() {
    SignedIn first = SocialWorld.session(social.signInAs("1", BOB.value(), true));
    world.clock.advance(Duration.ofMinutes(1));
    SignedIn second = SocialWorld.session(social.signInAs("1", "robert@elsewhere.example", false));
    assertThat(second.person()).isEqualTo(first.person());
    assertThat(world.ports.socialIdentities().of(first.person().id())).singleElement()
        .satisfies(it -> assertThat(it.email()).contains(new EmailAddress("robert@elsewhere.example")))
        .satisfies(it -> assertThat(it.lastUsedAt()).contains(world.clock.instant()));
    SignedIn nameless = SocialWorld.session(nameless("1"));
    assertThat(nameless.person()).isEqualTo(first.person());
  }

  @Test
  void goes_on_to_where_the_person_wanted_to_go() {
    assertThat(((Outcome.Entered) social.signIn()).returnTo()).contains("/account/profile");
  }

  @Test
  void never_leads_into_an_account_in_use_by_the_address_alone() {
    world.register(ADA);
    assertRefused(social.signInAs("1", ADA.value(), true), SsoFault.ACCOUNT_EXISTS);
    assertThat(world.ports.users().findByEmail(ADA).map(User::id).map(world.ports.socialIdentities()::of).orElseThrow())
        .isEmpty();
    assertThat(world.lastAudit(AuditAction.SIGN_IN).chain()).extracting("rule").contains("account-unused");
  }

  @Test
  void trusts_no_address_that_the_provider_does_not_vouch_for() {
    assertRefused(social.signInAs("1", BOB.value(), false), SsoFault.EMAIL_NOT_VERIFIED);
    assertRefused(nameless("1"), SsoFault.EMAIL_MISSING);
    assertThat(world.ports.users().findByEmail(BOB)).isEmpty();
    entered(BOB, MembershipStatus.ACTIVE);
    assertRefused(social.signInAs("1", BOB.value(), false), SsoFault.EMAIL_NOT_VERIFIED);
  }

  @Test
  void gives_an_account_that_nobody_has_used_to_the_owner_of_its_address() {
    UserId unused = entered(BOB, MembershipStatus.ACTIVE);
    SignedIn bob = SocialWorld.session(social.signInAs("1", BOB.value(), true));
    assertThat(bob.person().id()).isEqualTo(unused);
    assertThat(bob.person().name()).isEqualTo(new PersonName("Bob Builder"));
    assertThat(bob.places()).hasSize(1);
    assertThat(world.ports.socialIdentities().of(unused)).hasSize(1);
    assertRefused(social.signInAs("2", BOB.value(), true), SsoFault.ACCOUNT_EXISTS);
  }

  @Test
  void gives_it_also_where_nobody_can_sign_up_but_opens_no_account_there() {
    SocialWorld closed = new SocialWorld(false, social.clients);
    assertRefused(closed.signInAs("1", BOB.value(), true), SsoFault.SIGN_UP_CLOSED);
    assertThat(closed.ports.users().findByEmail(BOB)).isEmpty();
    UserId unused = entered(closed.world, BOB, MembershipStatus.ACTIVE);
    assertThat(SocialWorld.session(closed.signInAs("1", BOB.value(), true)).person().id()).isEqualTo(unused);
  }

  @Test
  void follows_no_one_who_was_entered_and_shut_out_before_they_ever_came() {
    entered(BOB, MembershipStatus.DEACTIVATED);
    assertThat(social.signInAs("1", BOB.value(), true)).isInstanceOf(Outcome.Entered.class);
  }

  @Test
  void lets_nobody_in_who_is_deactivated_everywhere() {
    SignedIn ada = linkedAda();
    Membership membership = ada.places().getFirst().membership();
    world.ports.memberships().save(membership.deactivated());
    assertRefused(social.signInAs("1", ADA.value(), true), SsoFault.MEMBER_DEACTIVATED);
    assertThat(world.lastAudit(AuditAction.SIGN_IN).actor()).contains(ada.person().id());
  }

  @Test
  void leads_to_single_sign_on_where_every_organization_demands_it_even_owners_who_may_break_the_glass() {
    SignedIn ada = linkedAda();
    demandSso(ada);
    assertThat(ada.places().getFirst().membership().breakGlass()).isTrue();
    assertThat(social.signInAs("1", ADA.value(), true)).isEqualTo(
        new Outcome.SsoRequired(ada.places().getFirst().organization().slug(), Optional.of("/account/profile")));
    AuditEvent event = world.lastAudit(AuditAction.SIGN_IN);
    assertThat(event.outcome()).isEqualTo(AuditOutcome.REFUSED);
    assertThat(event.chain()).extracting("rule").contains("method-accepted");
  }

  @Test
  void binds_no_account_whose_organization_demands_single_sign_on() {
    UserId unused = entered(BOB, MembershipStatus.ACTIVE);
    world.ports.memberships().placesOf(unused).forEach(it -> demandSso(it.organization()));
    assertThat(social.signInAs("1", BOB.value(), true)).isInstanceOf(Outcome.SsoRequired.class);
    assertThat(world.ports.socialIdentities().of(unused)).isEmpty();
  }

  @Test
  void asks_for_the_second_factor_that_the_person_has() {
    SignedIn ada = linkedAda();
    world.ports.users().save(world.ports.users().find(ada.person().id()).orElseThrow().withMfa(true));
    assertThat(MfaState.of(SocialWorld.session(social.signInAs("1", ADA.value(), true)))).isEqualTo(MfaState.REQUIRED);
  }

  @Test
  void changes_nothing_of_the_account_by_the_providers_word_alone() {
    SignedIn bob = SocialWorld.session(social.signInAs("1", BOB.value(), true));
    assertThat(world.accountProof.isFresh(bob)).isFalse();
  }

  @Test
  void joins_the_organization_that_has_the_domain_verified_as_after_a_sign_up() {
    Organization acme = world.register(ADA).session().signedIn().places().getFirst().organization();
    social.verified(acme.id(), "acme.example", AutoJoin.AUTOMATIC);
    SignedIn bob = SocialWorld.session(social.signInAs("1", "bob@acme.example", true));
    assertThat(bob.place(acme.id())).hasValueSatisfying(place -> {
      assertThat(place.membership().source()).isEqualTo(MembershipSource.AUTOJOIN);
      assertThat(place.membership().isActive()).isTrue();
    });
  }

  @Test
  void joins_nothing_by_an_address_that_is_not_proven() {
    SignedIn bob = SocialWorld.session(social.signInAs("1", "bob@acme.example", true));
    Organization acme = world.register(ADA).session().signedIn().places().getFirst().organization();
    social.verified(acme.id(), "acme.example", AutoJoin.AUTOMATIC);
    assertThat(SocialWorld.session(social.signInAs("1", "bob@acme.example", false)).places()).isEmpty();
    assertThat(SocialWorld.session(social.signInAs("1", "other@acme.example", true)).places()).isEmpty();
    assertThat(SocialWorld.session(social.signInAs("1", "bob@acme.example", true)).place(acme.id())).isPresent();
    assertThat(bob.places()).isEmpty();
  }

  @Test
  void offers_nothing_that_is_not_set_up() {
    SocialWorld bare = new SocialWorld(true, SocialClients.NONE);
    assertThat(bare.begin(browser)).isEqualTo(new BeginSocialSignIn.Outcome.NotOffered());
    assertThat(bare.complete(bare.complete, SocialProvider.GOOGLE, Optional.empty(), browser))
        .isEqualTo(new Outcome.NotOffered());
  }

  @Test
  void refuses_and_records_what_goes_wrong_at_the_provider() {
    social.provider.fails(Optional.of(new SsoProblem(SsoFault.UNREACHABLE, "connection refused")));
    assertThat(social.begin(browser)).isEqualTo(new BeginSocialSignIn.Outcome.Refused(SsoFault.UNREACHABLE));
    social.provider.fails(Optional.empty());
    social.begin(browser);
    social.provider.fails(Optional.of(new SsoProblem(SsoFault.TOKEN_NONCE, "another nonce")));
    assertRefused(social.complete(browser), SsoFault.TOKEN_NONCE);
    AuditEvent event = world.lastAudit(AuditAction.SIGN_IN);
    assertThat(event.details()).containsEntry("provider", "google").containsEntry("fault", "TOKEN_NONCE");
    assertThat(event.chain()).singleElement()
        .satisfies(it -> assertThat(it.detail()).isEqualTo("another nonce"));
  }

  /** Ada, who has signed up with a password, and is known at Google as 1. */
  private SignedIn linkedAda() {
    SessionOpening.Opened opened = world.register(ADA);
    SignedIn ada = opened.session().signedIn();
    world.ports.socialIdentities().add(new SocialIdentity(
        new IdentityId(world.ids.next()), SocialProvider.GOOGLE,
        FakeRelyingParty.person("1", ADA.value(), true).subject(), ada.person().id(), Optional.empty(), World.NOON,
        Optional.empty()));
    return ada;
  }

  private Outcome nameless(String subject) {
    OidcIdentity known = FakeRelyingParty.person(subject, BOB.value(), true);
    social.provider.knows(
        new OidcIdentity(known.subject(), Optional.empty(), false, Optional.empty(), Optional.empty()));
    return social.signIn();
  }

  private void demandSso(SignedIn owner) {
    demandSso(owner.places().getFirst().organization());
  }

  private void demandSso(Organization organization) {
    world.ports.organizations()
        .save(organization.demanding(new AuthenticationRequirement(AuthRequired.SSO, false)));
  }

  private UserId entered(EmailAddress email, MembershipStatus status) {
    return entered(world, email, status);
  }

  /** An account that an organization entered by hand. */
  private static UserId entered(World world, EmailAddress email, MembershipStatus status) {
    Organization acme = world.register(ADA).session().signedIn().places().getFirst().organization();
    UserId id = new UserId(world.ids.next());
    world.ports.users().add(User.withoutCredential(id, email, new PersonName("Somebody"), Locale.GERMAN, World.NOON));
    Membership membership = Membership.joined(new MembershipId(world.ids.next()), acme.id(), id, Role.AGENT,
        MembershipSource.MANUAL, World.NOON);
    world.ports.memberships().add(status == MembershipStatus.ACTIVE ? membership : membership.deactivated());
    return id;
  }

  private static void assertRefused(Outcome outcome, SsoFault fault) {
    assertThat(outcome).isEqualTo(new Outcome.Refused(fault, false));
  }
}
