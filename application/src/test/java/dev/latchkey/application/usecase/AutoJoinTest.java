package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.DomainWorld.DOMAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.signin.RedeemMagicLink;
import dev.latchkey.application.signin.SendMagicLink;
import dev.latchkey.application.signin.SignUp;
import dev.latchkey.application.signin.VerifyEmail;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.SignedIn;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AutoJoinTest {
  private static final EmailAddress BOB = new EmailAddress("bob@acme.example");

  private final DomainWorld world = new DomainWorld();

  @Test
  void whoever_proves_an_address_of_the_domain_is_an_agent_at_once() {
    world.verified(DOMAIN, AutoJoin.AUTOMATIC);
    assertThat(signUp(BOB, Optional.empty())).singleElement().satisfies(membership -> {
      assertThat(membership.organizationId()).isEqualTo(world.members.acme);
      assertThat(membership.role()).isEqualTo(Role.AGENT);
      assertThat(membership.status()).isEqualTo(MembershipStatus.ACTIVE);
      assertThat(membership.source()).isEqualTo(MembershipSource.AUTOJOIN);
      assertThat(membership.breakGlass()).isFalse();
    });
    assertThat(world.world.lastAudit(AuditAction.MEMBER_JOINED)).satisfies(event -> {
      assertThat(event.organization()).contains(world.members.acme);
      assertThat(event.details()).containsEntry("domain", "acme.example").containsEntry("status", "ACTIVE");
    });
  }

  @Test
  void they_wait_for_approval_where_the_organization_wants_that() {
    world.verified(DOMAIN, AutoJoin.APPROVAL);
    assertThat(signUp(BOB, Optional.empty())).singleElement()
        .satisfies(membership -> assertThat(membership.status()).isEqualTo(MembershipStatus.PENDING));
  }

  @Test
  void nobody_joins_where_it_is_off_or_not_proven_or_another_domain() {
    world.verified(DOMAIN, AutoJoin.OFF);
    assertThat(signUp(BOB, Optional.empty())).isEmpty();
    assertThat(signUp(new EmailAddress("eve@mail.acme.example"), Optional.empty())).isEmpty();
    world.claimed(new DomainName("beta.example"));
    assertThat(signUp(new EmailAddress("eve@beta.example"), Optional.empty())).isEmpty();
  }

  @Test
  void whoever_brings_an_organization_stays_in_it() {
    world.verified(DOMAIN, AutoJoin.AUTOMATIC);
    assertThat(signUp(BOB, Optional.of("Bob's"))).singleElement()
        .satisfies(membership -> assertThat(membership.organizationId()).isNotEqualTo(world.members.acme));
  }

  @Test
  void a_lapsed_domain_lets_people_in_during_the_grace_and_not_afterwards() {
    VerifiedDomain claim = world.verified(DOMAIN, AutoJoin.AUTOMATIC);
    world.dns.withdraw("_latchkey.acme.example");
    world.verify(world.members.ada, claim);
    world.world.clock.advance(VerifiedDomain.GRACE.minusSeconds(1));
    assertThat(signUp(BOB, Optional.empty())).hasSize(1);
    world.world.clock.advance(Duration.ofSeconds(1));
    assertThat(signUp(new EmailAddress("eve@acme.example"), Optional.empty())).isEmpty();
  }

  @Test
  void a_link_by_mail_proves_the_address_of_somebody_who_came_too_early() {
    assertThat(signUp(BOB, Optional.empty())).isEmpty();
    world.verified(DOMAIN, AutoJoin.AUTOMATIC);
    assertThat(signInByLink(BOB)).hasSize(1);
    assertThat(signInByLink(BOB)).hasSize(1);
    assertThat(world.world.ports.auditEvents()).filteredOn(it -> it.action() == AuditAction.MEMBER_JOINED).hasSize(1);
  }

  @Test
  void whoever_was_removed_stays_removed() {
    world.verified(DOMAIN, AutoJoin.AUTOMATIC);
    Membership bobs = signUp(BOB, Optional.empty()).getFirst();
    world.members.remove(world.members.ada, bobs.id());
    assertThat(signInByLink(BOB)).isEmpty();
  }

  private List<Membership> signUp(EmailAddress email, Optional<String> organization) {
    SignUp.Outcome.CodeSent sent = (SignUp.Outcome.CodeSent) world.world.signUp
        .start(World.signUpOf(email, World.PASSWORD, organization, Optional.empty()));
    VerifyEmail.Outcome.SignedIn in =
        (VerifyEmail.Outcome.SignedIn) world.world.verify(sent.challenge(), world.world.lastMail().text());
    return memberships(in.opened().session().signedIn());
  }

  private List<Membership> signInByLink(EmailAddress email) {
    World inner = world.world;
    LinkTokens links = new LinkTokens(inner.ports.oneTimeSecrets(), inner.ids, inner.clock, inner.random);
    Browser browser = inner.newBrowser();
    new SendMagicLink(inner.ports.users(), inner.ports.memberships(), links, inner.mail, inner.audit,
        inner.ports.unitOfWork())
        .send(new SendMagicLink.Command(email, Locale.ENGLISH, browser.token(), World.ORIGIN));
    RedeemMagicLink redeem = new RedeemMagicLink(inner.ports.users(), inner.ports.memberships(), links, inner.guesses,
        inner.autoJoining, inner.sessionOpening, inner.audit, inner.ports.unitOfWork(), inner.clock);
    RedeemMagicLink.Outcome.SignedIn in = (RedeemMagicLink.Outcome.SignedIn) redeem.redeem(
        new RedeemMagicLink.Command(LinkToken.parse(inner.lastMail().text()), browser, false, World.ORIGIN));
    return memberships(in.opened().session().signedIn());
  }

  private static List<Membership> memberships(SignedIn signedIn) {
    return signedIn.places().stream().map(SignedIn.Place::membership).toList();
  }
}
