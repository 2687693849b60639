package dev.latchkey.adapter.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.latchkey.adapter.web.ApiApplication;
import dev.latchkey.adapter.web.PagesApplication;
import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccessRulesTest {
  private static final String PUBLIC = "public";
  private static final String ENTRY = "public, limited";
  private static final String SESSION = "session";
  private static final String SESSION_OR_KEY = "a session or an API key";
  private static final String PENDING = "session, second factor or not";

  /** The whole table, so that opening a route is a change that somebody sees. */
  private static final Map<String, String> EXPECTED = Map.ofEntries(
      Map.entry("SignUpResource.signUp", ENTRY),
      Map.entry("EmailVerificationResource.verify", ENTRY),
      Map.entry("EmailVerificationResource.resend", ENTRY),
      Map.entry("LoginResource.login", ENTRY),
      Map.entry("SsoLoginResource.login", ENTRY),
      Map.entry("SsoCallbackResource.shared", ENTRY),
      Map.entry("SsoCallbackResource.dedicated", ENTRY),
      Map.entry("SocialLoginResource.login", ENTRY),
      Map.entry("SocialCallbackResource.back", ENTRY),
      Map.entry("LinkSocialResource.link", SESSION),
      Map.entry("LinkSocialPage.link", SESSION),
      Map.entry("SessionResource.me", PENDING),
      Map.entry("SessionResource.logout", PENDING),
      Map.entry("OrganizationsResource.list", SESSION_OR_KEY),
      Map.entry("OrganizationsResource.read", SESSION_OR_KEY),
      Map.entry("OrganizationsResource.change", SESSION_OR_KEY),
      Map.entry("OrganizationGeneralPage.show", SESSION),
      Map.entry("OrganizationGeneralPage.submit", SESSION),
      Map.entry("InvitationsResource.list", SESSION_OR_KEY),
      Map.entry("InvitationsResource.invite", SESSION_OR_KEY),
      Map.entry("InvitationsResource.resend", SESSION_OR_KEY),
      Map.entry("InvitationsResource.revoke", SESSION_OR_KEY),
      Map.entry("AcceptInvitationResource.accept", ENTRY),
      Map.entry("InvitationsPage.show", SESSION),
      Map.entry("InvitationsPage.resend", SESSION),
      Map.entry("InvitationsPage.askBeforeRevoking", SESSION),
      Map.entry("InvitationsPage.revoke", SESSION),
      Map.entry("InvitePage.show", SESSION),
      Map.entry("InvitePage.submit", SESSION),
      Map.entry("InvitationPage.open", ENTRY),
      Map.entry("InvitationPage.join", ENTRY),
      Map.entry("NewPersonPage.submit", ENTRY),
      Map.entry("MembersResource.list", SESSION_OR_KEY),
      Map.entry("MembersResource.add", SESSION_OR_KEY),
      Map.entry("MemberResource.read", SESSION_OR_KEY),
      Map.entry("MemberResource.change", SESSION_OR_KEY),
      Map.entry("MemberResource.remove", SESSION_OR_KEY),
      Map.entry("MemberApprovalResource.approve", SESSION_OR_KEY),
      Map.entry("MemberApprovalResource.reject", SESSION_OR_KEY),
      Map.entry("DecideMemberPage.ask", SESSION),
      Map.entry("DecideMemberPage.reject", SESSION),
      Map.entry("DecideMemberPage.approve", SESSION),
      Map.entry("DomainsResource.list", SESSION_OR_KEY),
      Map.entry("DomainsResource.add", SESSION_OR_KEY),
      Map.entry("DomainResource.read", SESSION_OR_KEY),
      Map.entry("DomainResource.remove", SESSION_OR_KEY),
      Map.entry("DomainResource.verify", SESSION_OR_KEY),
      Map.entry("DomainResource.change", SESSION_OR_KEY),
      Map.entry("DomainsPage.show", SESSION),
      Map.entry("AddDomainPage.show", SESSION),
      Map.entry("AddDomainPage.submit", SESSION),
      Map.entry("DomainPage.show", SESSION),
      Map.entry("DomainPage.verify", SESSION),
      Map.entry("DomainPage.change", SESSION),
      Map.entry("RemoveDomainPage.ask", SESSION),
      Map.entry("RemoveDomainPage.submit", SESSION),
      Map.entry("SetupEmailResource.send", SESSION_OR_KEY),
      Map.entry("SetupResource.start", ENTRY),
      Map.entry("SendSetupPage.submit", SESSION),
      Map.entry("SetupPage.show", ENTRY),
      Map.entry("SetupPage.submit", ENTRY),
      Map.entry("SetupPage.done", SESSION),
      Map.entry("ConfirmSetupPage.show", PUBLIC),
      Map.entry("ConfirmSetupPage.submit", ENTRY),
      Map.entry("ConfirmSetupPage.resend", ENTRY),
      Map.entry("MembersPage.show", SESSION),
      Map.entry("AddMemberPage.show", SESSION),
      Map.entry("AddMemberPage.submit", SESSION),
      Map.entry("MemberPage.show", SESSION),
      Map.entry("MemberPage.changeRole", SESSION),
      Map.entry("MemberPage.changeContact", SESSION),
      Map.entry("MemberPage.changeBreakGlass", SESSION),
      Map.entry("MemberPage.reactivate", SESSION),
      Map.entry("DeactivateMemberPage.ask", SESSION),
      Map.entry("DeactivateMemberPage.submit", SESSION),
      Map.entry("RemoveMemberPage.ask", SESSION),
      Map.entry("RemoveMemberPage.submit", SESSION),
      Map.entry("SecurityResource.read", SESSION_OR_KEY),
      Map.entry("SecurityResource.change", SESSION_OR_KEY),
      Map.entry("SecurityResource.preview", SESSION_OR_KEY),
      Map.entry("SsoResource.read", SESSION_OR_KEY),
      Map.entry("SsoResource.connect", SESSION_OR_KEY),
      Map.entry("SsoResource.disconnect", SESSION_OR_KEY),
      Map.entry("SsoActionsResource.test", SESSION_OR_KEY),
      Map.entry("SsoActionsResource.callback", SESSION_OR_KEY),
      Map.entry("JitResource.read", SESSION_OR_KEY),
      Map.entry("JitResource.change", SESSION_OR_KEY),
      Map.entry("SsoPage.show", SESSION),
      Map.entry("SsoPage.submit", SESSION),
      Map.entry("SsoTestPage.test", SESSION),
      Map.entry("SsoCallbackPage.submit", SESSION),
      Map.entry("JitPage.submit", SESSION),
      Map.entry("DeleteSsoPage.ask", SESSION),
      Map.entry("DeleteSsoPage.delete", SESSION),
      Map.entry("SecurityPage.show", SESSION),
      Map.entry("SecurityPage.preview", SESSION),
      Map.entry("SecurityPage.submit", SESSION),
      Map.entry("MfaResource.read", SESSION),
      Map.entry("MfaResource.skip", SESSION),
      Map.entry("MfaResource.renew", SESSION),
      Map.entry("TotpResource.start", SESSION),
      Map.entry("TotpResource.confirm", SESSION),
      Map.entry("TotpResource.remove", SESSION),
      Map.entry("VerifyMfaResource.verify", PENDING),
      Map.entry("ReauthenticateResource.reauthenticate", SESSION),
      Map.entry("ReauthenticationCodeResource.send", SESSION),
      Map.entry("OpenApiResource.json", PUBLIC),
      Map.entry("OpenApiResource.yaml", PUBLIC),
      Map.entry("PasskeysResource.start", SESSION),
      Map.entry("PasskeysResource.register", SESSION),
      Map.entry("PasskeysResource.list", SESSION),
      Map.entry("PasskeysResource.remove", SESSION),
      Map.entry("PasskeySignInResource.start", ENTRY),
      Map.entry("PasskeySignInResource.authenticate", ENTRY),
      Map.entry("PasskeysPage.show", SESSION),
      Map.entry("PasskeysPage.askBeforeRemoving", SESSION),
      Map.entry("PasskeysPage.remove", SESSION),
      Map.entry("IdentitiesResource.list", SESSION),
      Map.entry("IdentitiesResource.link", SESSION),
      Map.entry("IdentitiesResource.unlink", SESSION),
      Map.entry("IdentitiesPage.show", SESSION),
      Map.entry("IdentitiesPage.link", SESSION),
      Map.entry("UnlinkIdentityPage.ask", SESSION),
      Map.entry("UnlinkIdentityPage.unlink", SESSION),
      Map.entry("AuditEventsResource.list", SESSION_OR_KEY),
      Map.entry("AuditPage.show", SESSION),
      Map.entry("WhatIfResource.ask", SESSION_OR_KEY),
      Map.entry("WhatIfPage.show", SESSION),
      Map.entry("WhatIfPage.ask", SESSION),
      Map.entry("MoveMemberResource.move", SESSION_OR_KEY),
      Map.entry("MoveMembersResource.move", SESSION_OR_KEY),
      Map.entry("MoveMembersPage.show", SESSION),
      Map.entry("MoveMembersPage.submit", SESSION),
      Map.entry("MoveMemberPage.move", SESSION),
      Map.entry("ApiKeysResource.list", SESSION_OR_KEY),
      Map.entry("ApiKeysResource.create", SESSION_OR_KEY),
      Map.entry("ApiKeysResource.delete", SESSION_OR_KEY),
      Map.entry("ApiKeysPage.show", SESSION),
      Map.entry("ApiKeysPage.askBeforeDeleting", SESSION),
      Map.entry("ApiKeysPage.delete", SESSION),
      Map.entry("CreateApiKeyPage.show", SESSION),
      Map.entry("CreateApiKeyPage.submit", SESSION),
      Map.entry("OwnApiKeysPage.show", SESSION),
      Map.entry("SignUpPage.show", PUBLIC),
      Map.entry("SignUpPage.submit", ENTRY),
      Map.entry("VerifyEmailPage.show", PUBLIC),
      Map.entry("VerifyEmailPage.submit", ENTRY),
      Map.entry("VerifyEmailPage.resend", ENTRY),
      Map.entry("SignInPage.show", PUBLIC),
      Map.entry("SignInPage.submit", ENTRY),
      Map.entry("MfaChallengePage.show", PENDING),
      Map.entry("MfaChallengePage.submit", PENDING),
      Map.entry("SetUpMfaPage.show", SESSION),
      Map.entry("SetUpMfaPage.submit", SESSION),
      Map.entry("SetUpMfaPage.skip", SESSION),
      Map.entry("AccountMfaPage.show", SESSION),
      Map.entry("AccountMfaPage.renew", SESSION),
      Map.entry("AccountMfaPage.askBeforeRemoving", SESSION),
      Map.entry("AccountMfaPage.remove", SESSION),
      Map.entry("ReauthenticatePage.show", SESSION),
      Map.entry("ReauthenticatePage.submit", SESSION),
      Map.entry("ReauthenticationCodePage.show", SESSION),
      Map.entry("ReauthenticationCodePage.send", SESSION),
      Map.entry("ReauthenticationCodePage.submit", SESSION),
      Map.entry("HomePage.show", SESSION),
      Map.entry("SignOutPage.submit", PUBLIC),
      Map.entry("TrialMailPage.list", PUBLIC),
      Map.entry("TrialMailPage.listForPrograms", PUBLIC),
      Map.entry("TrialMailPage.show", PUBLIC),
      Map.entry("TrialMailPage.showHtml", PUBLIC),
      Map.entry("ProfilePage.show", SESSION),
      Map.entry("ProfilePage.submit", SESSION),
      Map.entry("ProfileResource.change", SESSION),
      Map.entry("ChangeEmailPage.show", SESSION),
      Map.entry("ChangeEmailPage.submit", SESSION),
      Map.entry("EmailChangeResource.start", SESSION),
      Map.entry("ChangePasswordPage.show", SESSION),
      Map.entry("ChangePasswordPage.submit", SESSION),
      Map.entry("ChangePasswordResource.change", SESSION),
      Map.entry("ForgotPasswordPage.show", PUBLIC),
      Map.entry("ForgotPasswordPage.submit", ENTRY),
      Map.entry("ForgottenPasswordResource.forgot", ENTRY),
      Map.entry("ForgottenPasswordResource.reset", ENTRY),
      Map.entry("ResetPasswordPage.show", PUBLIC),
      Map.entry("ResetPasswordPage.submit", ENTRY),
      Map.entry("SessionsPage.show", SESSION),
      Map.entry("SessionsPage.endOne", SESSION),
      Map.entry("SessionsPage.askForAllOthers", SESSION),
      Map.entry("SessionsPage.endOthers", SESSION),
      Map.entry("SessionsResource.list", SESSION),
      Map.entry("SessionsResource.endOthers", SESSION),
      Map.entry("SessionsResource.endOne", SESSION),
      Map.entry("DiscoverResource.discover", ENTRY),
      Map.entry("MagicLinkPage.send", ENTRY),
      Map.entry("MagicLinkPage.sent", PUBLIC),
      Map.entry("MagicLinkPage.open", ENTRY),
      Map.entry("MagicLinkPage.confirm", ENTRY),
      Map.entry("MagicLinkResource.send", ENTRY),
      Map.entry("MagicLinkResource.redeem", ENTRY));

  @Test
  void every_route_says_who_may_call_it() {
    Map<String, String> table = new TreeMap<>();
    routes().forEach(route -> table.put(route.getDeclaringClass().getSimpleName() + "." + route.getName(), who(route)));
    assertThat(table).containsExactlyInAnyOrderEntriesOf(EXPECTED);
  }

  @Test
  void refuses_a_route_that_says_nothing_or_both() {
    assertThat(Bad.class.getDeclaredMethods()).hasSize(2).allSatisfy(
        method -> assertThatIllegalStateException().isThrownBy(() -> AccessRules.needOf(method)));
  }

  private static Stream<Method> routes() {
    return Stream.of(new ApiApplication(), new PagesApplication()).flatMap(it -> it.getClasses().stream())
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods())).filter(AccessRulesTest::isRoute);
  }

  private static boolean isRoute(Method method) {
    return Arrays.stream(method.getAnnotations()).map(Annotation::annotationType)
        .anyMatch(type -> type.isAnnotationPresent(HttpMethod.class));
  }

  private static String who(Method route) {
    return AccessRules.needOf(route).map(AccessRulesTest::who)
        .orElse(route.isAnnotationPresent(EntryRoute.class) ? ENTRY : PUBLIC);
  }

  private static String who(NeedsSession need) {
    if (need.orKey()) {
      return need.beforeSecondFactor() ? "both" : SESSION_OR_KEY;
    }
    return need.beforeSecondFactor() ? PENDING : SESSION;
  }

  interface Bad {
    void saysNothing();

    @Public
    @NeedsSession
    void saysBoth();
  }
}
