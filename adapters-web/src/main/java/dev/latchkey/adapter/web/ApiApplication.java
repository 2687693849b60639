package dev.latchkey.adapter.web;

import dev.latchkey.adapter.web.account.ProfileResource;
import dev.latchkey.adapter.web.apikey.ApiKeysResource;
import dev.latchkey.adapter.web.audit.AuditEventsResource;
import dev.latchkey.adapter.web.audit.WhatIfResource;
import dev.latchkey.adapter.web.domainclaim.DomainResource;
import dev.latchkey.adapter.web.domainclaim.DomainsResource;
import dev.latchkey.adapter.web.emailchange.EmailChangeResource;
import dev.latchkey.adapter.web.federation.SsoCallbackResource;
import dev.latchkey.adapter.web.federation.SsoLoginResource;
import dev.latchkey.adapter.web.identity.IdentitiesResource;
import dev.latchkey.adapter.web.identity.LinkSocialResource;
import dev.latchkey.adapter.web.invitation.AcceptInvitationResource;
import dev.latchkey.adapter.web.invitation.InvitationsResource;
import dev.latchkey.adapter.web.json.JsonBodies;
import dev.latchkey.adapter.web.member.MemberApprovalResource;
import dev.latchkey.adapter.web.member.MemberResource;
import dev.latchkey.adapter.web.member.MembersResource;
import dev.latchkey.adapter.web.mfa.MfaResource;
import dev.latchkey.adapter.web.mfa.ReauthenticateResource;
import dev.latchkey.adapter.web.mfa.ReauthenticationCodeResource;
import dev.latchkey.adapter.web.mfa.TotpResource;
import dev.latchkey.adapter.web.mfa.VerifyMfaResource;
import dev.latchkey.adapter.web.onetime.EmailVerificationResource;
import dev.latchkey.adapter.web.organization.OrganizationsResource;
import dev.latchkey.adapter.web.passkey.PasskeySignInResource;
import dev.latchkey.adapter.web.passkey.PasskeysResource;
import dev.latchkey.adapter.web.password.ChangePasswordResource;
import dev.latchkey.adapter.web.password.ForgottenPasswordResource;
import dev.latchkey.adapter.web.policy.SecurityResource;
import dev.latchkey.adapter.web.session.SessionResource;
import dev.latchkey.adapter.web.session.SessionsResource;
import dev.latchkey.adapter.web.setup.SetupEmailResource;
import dev.latchkey.adapter.web.setup.SetupResource;
import dev.latchkey.adapter.web.signin.DiscoverResource;
import dev.latchkey.adapter.web.signin.LoginResource;
import dev.latchkey.adapter.web.signin.MagicLinkResource;
import dev.latchkey.adapter.web.signin.SignUpResource;
import dev.latchkey.adapter.web.social.SocialCallbackResource;
import dev.latchkey.adapter.web.social.SocialLoginResource;
import dev.latchkey.adapter.web.sso.JitResource;
import dev.latchkey.adapter.web.sso.SsoActionsResource;
import dev.latchkey.adapter.web.sso.SsoResource;
import dev.latchkey.adapter.web.ssomove.MoveMemberResource;
import dev.latchkey.adapter.web.ssomove.MoveMembersResource;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Everything for programs. Named one by one: what is found by scanning would turn up among the pages too. */
@Dependent
@ApplicationPath("/api")
public final class ApiApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(SharedProviders.class, JsonBodies.class,
        SignUpResource.class, EmailVerificationResource.class, LoginResource.class, SessionResource.class,
        DiscoverResource.class, MagicLinkResource.class, ForgottenPasswordResource.class, ChangePasswordResource.class,
        ProfileResource.class, EmailChangeResource.class, SessionsResource.class, OrganizationsResource.class,
        SsoResource.class, SsoActionsResource.class, JitResource.class,
        SecurityResource.class, InvitationsResource.class, AcceptInvitationResource.class, MembersResource.class,
        MemberResource.class,
        SetupEmailResource.class, SetupResource.class, PasskeysResource.class, PasskeySignInResource.class,
        ApiKeysResource.class, DomainsResource.class, DomainResource.class, MemberApprovalResource.class,
        AuditEventsResource.class, WhatIfResource.class, MoveMemberResource.class, MoveMembersResource.class,
        MfaResource.class, TotpResource.class, VerifyMfaResource.class, ReauthenticateResource.class,
        ReauthenticationCodeResource.class,
        SsoLoginResource.class, SsoCallbackResource.class, IdentitiesResource.class,
        SocialLoginResource.class, SocialCallbackResource.class, LinkSocialResource.class);
  }
}
