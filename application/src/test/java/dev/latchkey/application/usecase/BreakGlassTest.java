package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.mfa.RemoveTotp;
import dev.latchkey.application.mfa.VerifyMfa;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.signin.RedeemMagicLink;
import dev.latchkey.application.signin.SendMagicLink;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.SignedIn;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Getting past single sign-on with password and app, and nothing less. */
class BreakGlassTest {
  private final MfaWorld mfa = new MfaWorld();
  private final World world = mfa.world;
  private final LinkTokens links = new LinkTokens(world.ports.oneTimeSecrets(), world.ids, world.clock, world.random);
  private final SendMagicLink send = new SendMagicLink(world.ports.users(), world.ports.memberships(), links,
      world.mail, world.audit, world.ports.unitOfWork());
  private final RedeemMagicLink redeem = new RedeemMagicLink(world.ports.users(), world.ports.memberships(), links,
      world.guesses, world.autoJoining, world.sessionOpening, world.audit, world.ports.unitOfWork(), world.clock);
  private final BearerToken registered = world.register(World.ADA).token();
  private final OrganizationId acme = mfa.session(registered).places().getFirst().organization().id();
  private final Entrance entrance = world.entrance;

  @Test
  void it_takes_password_and_second_factor_and_is_loudly_told() {
    MfaWorld.Enrolment ada = mfa.enrol(registered);
    demandSso();
    BearerToken half = mfa.halfSignedIn();
    assertThat(opens(mfa.session(half))).isFalse();
    SignedIn whole = verified(half, ada);
    assertThat(opens(whole)).isTrue();
    assertThat(world.lastAudit(AuditAction.BREAK_GLASS_USED)).satisfies(event -> {
      assertThat(event.organization()).contains(acme);
      assertThat(event.actor()).contains(whole.person().id());
      assertThat(event.chain()).extracting(Reason::rule).contains("break-glass");
    });
    assertThat(world.lastMail().subject()).isEqualTo("BreakGlassUsed");
    assertThat(world.lastMail().to()).isEqualTo(World.ADA);
  }

  @Test
  void nobody_is_told_where_the_organization_is_open_anyway() {
    MfaWorld.Enrolment ada = mfa.enrol(registered);
    assertThat(opens(verified(mfa.halfSignedIn(), ada))).isTrue();
    assertThat(world.ports.auditEvents()).noneMatch(event -> event.action() == AuditAction.BREAK_GLASS_USED);
  }

  @Test
  void without_a_second_factor_the_password_leads_to_the_identity_provider() {
    demandSso();
    assertThat(world.signIn(World.ADA, World.PASSWORD)).isInstanceOf(SignInWithPassword.Outcome.SsoRequired.class);
  }

  @Test
  void a_link_breaks_nothing_and_none_is_sent() {
    mfa.enrol(registered);
    BearerToken browser = BearerToken.random(world.random);
    send.send(new SendMagicLink.Command(World.ADA, Locale.ENGLISH, browser, World.ORIGIN));
    LinkToken before = LinkToken.parse(world.lastMail().text());
    demandSso();
    assertThat(redeem.redeem(new RedeemMagicLink.Command(before, Browser.withoutSession(browser), true,
        World.ORIGIN))).isInstanceOf(RedeemMagicLink.Outcome.SsoRequired.class);
    send.send(new SendMagicLink.Command(World.ADA, Locale.ENGLISH, browser, World.ORIGIN));
    assertThat(world.lastMail().subject()).isEqualTo("SignInBySso");
  }

  @Test
  void the_last_one_can_not_take_the_app_off_the_account() {
    MfaWorld.Enrolment ada = mfa.enrol(registered);
    demandSso();
    SignedIn whole = verified(mfa.halfSignedIn(), ada);
    assertThat(mfa.remove.remove(whole, World.ORIGIN)).isInstanceOf(RemoveTotp.Outcome.LastBreakGlass.class);
    assertThat(world.ports.users().findByEmail(World.ADA).orElseThrow().mfaEnrolled()).isTrue();
    demand(AuthenticationRequirement.NONE);
    assertThat(mfa.remove.remove(whole, World.ORIGIN)).isInstanceOf(RemoveTotp.Outcome.Removed.class);
  }

  private SignedIn verified(BearerToken half, MfaWorld.Enrolment enrolment) {
    VerifyMfa.Outcome outcome = mfa.verify(half, mfa.shown(enrolment.secret()));
    return mfa.session(((VerifyMfa.Outcome.Verified) outcome).session().token());
  }

  private boolean opens(SignedIn signedIn) {
    return entrance.admit(new Actor.InSession(signedIn), acme,
        Permission.READ_ORGANIZATION) instanceof Admission.Admitted;
  }

  private void demandSso() {
    demand(new AuthenticationRequirement(AuthRequired.SSO, false));
  }

  private void demand(AuthenticationRequirement requirement) {
    Organization organization = world.ports.organizations().find(acme).orElseThrow();
    world.ports.organizations().save(organization.demanding(requirement));
  }
}
