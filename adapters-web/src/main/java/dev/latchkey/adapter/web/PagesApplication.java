package dev.latchkey.adapter.web;

import dev.latchkey.adapter.web.account.ProfilePage;
import dev.latchkey.adapter.web.apikey.ApiKeysPage;
import dev.latchkey.adapter.web.apikey.CreateApiKeyPage;
import dev.latchkey.adapter.web.apikey.OwnApiKeysPage;
import dev.latchkey.adapter.web.audit.AuditPage;
import dev.latchkey.adapter.web.audit.WhatIfPage;
import dev.latchkey.adapter.web.domainclaim.AddDomainPage;
import dev.latchkey.adapter.web.domainclaim.DomainPage;
import dev.latchkey.adapter.web.domainclaim.DomainsPage;
import dev.latchkey.adapter.web.domainclaim.RemoveDomainPage;
import dev.latchkey.adapter.web.emailchange.ChangeEmailPage;
import dev.latchkey.adapter.web.form.Forms;
import dev.latchkey.adapter.web.identity.IdentitiesPage;
import dev.latchkey.adapter.web.identity.LinkSocialPage;
import dev.latchkey.adapter.web.identity.UnlinkIdentityPage;
import dev.latchkey.adapter.web.invitation.InvitationPage;
import dev.latchkey.adapter.web.invitation.InvitationsPage;
import dev.latchkey.adapter.web.invitation.InvitePage;
import dev.latchkey.adapter.web.invitation.NewPersonPage;
import dev.latchkey.adapter.web.mail.TrialMailPage;
import dev.latchkey.adapter.web.member.AddMemberPage;
import dev.latchkey.adapter.web.member.DeactivateMemberPage;
import dev.latchkey.adapter.web.member.DecideMemberPage;
import dev.latchkey.adapter.web.member.MemberPage;
import dev.latchkey.adapter.web.member.MembersPage;
import dev.latchkey.adapter.web.member.RemoveMemberPage;
import dev.latchkey.adapter.web.mfa.AccountMfaPage;
import dev.latchkey.adapter.web.mfa.MfaChallengePage;
import dev.latchkey.adapter.web.mfa.ReauthenticatePage;
import dev.latchkey.adapter.web.mfa.ReauthenticationCodePage;
import dev.latchkey.adapter.web.mfa.SetUpMfaPage;
import dev.latchkey.adapter.web.onetime.VerifyEmailPage;
import dev.latchkey.adapter.web.openapi.OpenApiResource;
import dev.latchkey.adapter.web.organization.OrganizationGeneralPage;
import dev.latchkey.adapter.web.passkey.PasskeysPage;
import dev.latchkey.adapter.web.password.ChangePasswordPage;
import dev.latchkey.adapter.web.password.ForgotPasswordPage;
import dev.latchkey.adapter.web.password.ResetPasswordPage;
import dev.latchkey.adapter.web.policy.SecurityPage;
import dev.latchkey.adapter.web.session.HomePage;
import dev.latchkey.adapter.web.session.SessionsPage;
import dev.latchkey.adapter.web.session.SignOutPage;
import dev.latchkey.adapter.web.setup.ConfirmSetupPage;
import dev.latchkey.adapter.web.setup.SendSetupPage;
import dev.latchkey.adapter.web.setup.SetupPage;
import dev.latchkey.adapter.web.signin.MagicLinkPage;
import dev.latchkey.adapter.web.signin.SignInPage;
import dev.latchkey.adapter.web.signin.SignUpPage;
import dev.latchkey.adapter.web.sso.DeleteSsoPage;
import dev.latchkey.adapter.web.sso.JitPage;
import dev.latchkey.adapter.web.sso.SsoCallbackPage;
import dev.latchkey.adapter.web.sso.SsoPage;
import dev.latchkey.adapter.web.sso.SsoTestPage;
import dev.latchkey.adapter.web.ssomove.MoveMemberPage;
import dev.latchkey.adapter.web.ssomove.MoveMembersPage;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Everything for people, and whatever no other path is longer for. */
@Dependent
@ApplicationPath("/")
public final class PagesApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(SharedProviders.class, Forms.class, SignUpPage.class, VerifyEmailPage.class, SignInPage.class,
        HomePage.class, SignOutPage.class, MagicLinkPage.class, ForgotPasswordPage.class, ResetPasswordPage.class,
        ProfilePage.class, ChangeEmailPage.class, ChangePasswordPage.class, SessionsPage.class, MfaChallengePage.class,
        PasskeysPage.class, IdentitiesPage.class, LinkSocialPage.class, UnlinkIdentityPage.class,
        SetUpMfaPage.class, AccountMfaPage.class, ReauthenticatePage.class,
        ReauthenticationCodePage.class, OrganizationGeneralPage.class,
        SecurityPage.class,
        SsoPage.class, SsoTestPage.class, SsoCallbackPage.class, JitPage.class, DeleteSsoPage.class,
        InvitationsPage.class, InvitePage.class, InvitationPage.class, NewPersonPage.class,
        MembersPage.class, AddMemberPage.class, MemberPage.class, DeactivateMemberPage.class, RemoveMemberPage.class,
        SendSetupPage.class, SetupPage.class, ConfirmSetupPage.class,
        DomainsPage.class, AddDomainPage.class, DomainPage.class, RemoveDomainPage.class, DecideMemberPage.class,
        ApiKeysPage.class, CreateApiKeyPage.class, OwnApiKeysPage.class, AuditPage.class, WhatIfPage.class,
        MoveMemberPage.class, MoveMembersPage.class,
        TrialMailPage.class, OpenApiResource.class);
  }
}
