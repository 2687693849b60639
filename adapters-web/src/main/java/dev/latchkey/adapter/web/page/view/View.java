package dev.latchkey.adapter.web.page.view;

/** What one page shows. Sealed, so that a test can insist on seeing every page. */
public sealed interface View
    permits SignUpView, SignUpClosedView, CodeOverView, VerifyEmailView, SignInAddressView, SsoDepartureView,
    SignInPasswordView, HomeView, TrialMailboxView, TrialMailView, ErrorView,
    ForgotPasswordView, ResetPasswordView, ChangePasswordView, FirstPasswordView, NoFirstPasswordView, ProfileView,
    SecurityView, SecurityPreviewView,
    SsoView, DeleteSsoView, WhatIfView, MoveMembersView,
    ChangeEmailView, SessionsView,
    EndOtherSessionsView,
    MagicLinkSentView, MagicLinkConfirmView, MagicLinkOverView, MfaChallengeView, SetUpMfaView,
    PasskeysView, RemovePasskeyView, IdentitiesView, UnlinkIdentityView,
    RecoveryCodesView, AccountMfaView, RemoveMfaView, ReauthenticateView, ReauthenticationCodeView,
    OrganizationGeneralView,
    InvitationsView, InviteView, RevokeInvitationView, InvitationView, InvitationForAccountView, InvitationOverView,
    MembersView, AddMemberView, MemberView, EndMemberView,
    SetUpPasswordView, ConfirmSetupView, SetupOverView, SetupDoneView,
    DomainsView, AddDomainView, DomainView, RemoveDomainView,
    ApiKeysView, CreateApiKeyView, ApiKeyCreatedView, DeleteApiKeyView, OwnApiKeysView, AuditView,
    SsoRefusedView, SocialRefusedView, SessionKeptView, LeavingView {

  /** The template that draws it, below {@code src/main/jte}. */
  String template();
}
