package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.contract.Examples;
import dev.latchkey.application.contract.SsoExamples;
import dev.latchkey.application.history.ForeseeSignIn;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.MemberChange;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.signin.SignInForecast;
import dev.latchkey.domain.signin.SignInForecast.Answer;
import dev.latchkey.domain.signin.SignInMethod;
import dev.latchkey.domain.social.SocialIdentity;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.IdentityId;
import dev.latchkey.domain.sso.JitSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What would come of a sign-in, told to those who may read the audit. */
class ForeseeSignInTest {
  private final EnforcementWorld enforcing = new EnforcementWorld();
  private final World world = enforcing.world;
  private final ForeseeSignIn foresee = Foreseeing.on(world);
  private final MemberWorld.Somebody bob = enforcing.members.join("Bob", Role.AGENT);

  @Test
  void judges_like_a_real_sign_in_before_and_after_single_sign_on_is_demanded() {
    assertThat(of(bob.user().email(), SignInMethod.PASSWORD).answer()).isEqualTo(Answer.OPENS);
    enforcing.enforce();
    SignInForecast refused = of(bob.user().email(), SignInMethod.PASSWORD);
    assertThat(refused.answer()).isEqualTo(Answer.SSO_REQUIRED);
    world.signIn(bob.user().email(), World.PASSWORD);
    assertThat(world.lastAudit(AuditAction.SIGN_IN).chain()).isEqualTo(refused.chain());
    assertThat(of(World.ADA, SignInMethod.PASSWORD).answer()).isEqualTo(Answer.OPENS);
    assertThat(of(World.ADA, SignInMethod.MAGIC_LINK).answer()).isEqualTo(Answer.SSO_REQUIRED);
  }

  @Test
  void knows_what_the_person_lacks() {
    assertThat(of(bob.user().email(), SignInMethod.PASSKEY).answer()).isEqualTo(Answer.REFUSED);
    enforcing.demand(new AuthenticationRequirement(AuthRequired.MFA, false), false);
    assertThat(of(bob.user().email(), SignInMethod.PASSWORD).answer()).isEqualTo(Answer.MFA_ENROLMENT_REQUIRED);
    enforcing.members.change(enforcing.ada(), bob.id(), MemberChange.ofStatus(MembershipStatus.DEACTIVATED));
    assertThat(of(bob.user().email(), SignInMethod.PASSWORD).answer()).isEqualTo(Answer.REFUSED);
  }

  @Test
  void lets_the_identity_provider_open_what_is_linked_or_will_be_and_nothing_else() {
    assertThat(of(bob.user().email(), SignInMethod.SSO).answer()).isEqualTo(Answer.OPENS);
    assertThat(of(World.ADA, SignInMethod.SSO).answer()).as("of no verified domain").isEqualTo(Answer.REFUSED);
    enforcing.link(enforcing.members.adasSession.session().signedIn().person().id());
    enforcing.enforce();
    assertThat(of(World.ADA, SignInMethod.SSO).answer()).isEqualTo(Answer.OPENS);
    world.ports.ssoConnections().delete(enforcing.acme);
    assertThat(of(bob.user().email(), SignInMethod.SSO).answer()).isEqualTo(Answer.REFUSED);
  }

  @Test
  void says_that_there_is_no_identity_provider() {
    world.ports.ssoConnections().delete(enforcing.acme);
    assertThat(of(World.ADA, SignInMethod.SSO)).isEqualTo(SignInForecast
        .refused(List.of(Reason.failed("provider-connected", "The organization has no identity provider."))));
  }

  @ParameterizedTest
  @EnumSource
  void tells_nothing_of_people_who_do_not_belong_to_the_organization(SignInMethod method) {
    world.ports.justInTime().save(enforcing.acme, new JitSettings(true, Role.AGENT, List.of()));
    EmailAddress zoe = new EmailAddress("zoe@example.com");
    SignInForecast unknown = of(zoe, method);
    world.register(zoe);
    assertThat(of(zoe, method)).isEqualTo(unknown);
  }

  @Test
  void foresees_who_comes_in_through_a_provider_of_the_deployment() {
    EmailAddress email = bob.user().email();
    assertThat(of(email, SignInMethod.SOCIAL).answer()).isEqualTo(Answer.REFUSED);
    world.ports.socialIdentities().add(new SocialIdentity(new IdentityId(Examples.id()), SocialProvider.GOOGLE,
        new FederatedSubject(SsoExamples.client("google").issuer().value(), "bob"), bob.user().id(), Optional.empty(),
        World.NOON, Optional.empty()));
    assertThat(of(email, SignInMethod.SOCIAL).answer()).isEqualTo(Answer.OPENS);
    enforcing.enforce();
    assertThat(of(email, SignInMethod.SOCIAL).answer()).isEqualTo(Answer.SSO_REQUIRED);
  }

  @Test
  void leaves_no_trace_and_answers_only_those_who_may_read_the_audit() {
    int events = world.ports.auditEvents().size();
    of(bob.user().email(), SignInMethod.PASSWORD);
    assertThat(world.ports.auditEvents()).hasSize(events);
    assertThat(foresee.foresee(new ForeseeSignIn.Query(bob.actor(), enforcing.acme, World.ADA, SignInMethod.PASSWORD)))
        .isInstanceOf(ForeseeSignIn.Outcome.Denied.class);
  }

  private SignInForecast of(EmailAddress email, SignInMethod method) {
    return ((ForeseeSignIn.Outcome.Foreseen) foresee
        .foresee(new ForeseeSignIn.Query(enforcing.ada(), enforcing.acme, email, method))).forecast();
  }
}
