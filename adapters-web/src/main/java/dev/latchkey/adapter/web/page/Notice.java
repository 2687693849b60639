package dev.latchkey.adapter.web.page;

import dev.latchkey.adapter.web.page.view.Tone;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has just been done, told on the page that people were led to. It travels in that page's address by name, so that
 * a link made by others can say nothing but one of these.
 */
public enum Notice {
  SIGNED_OUT("signedOut"), CODE_SENT("codeSent"), SIGNED_UP("signedUp"), PROFILE_SAVED("profileSaved"), //
  EMAIL_CHANGED("emailChanged"), //
  PASSWORD_CHANGED("passwordChanged"), PASSWORD_SET("passwordSet"), PASSWORD_RESET("passwordReset"), SESSION_ENDED(
      "sessionEnded"), SESSIONS_ENDED("sessionsEnded"), LINK_SENT("linkSent"), MFA_REMOVED("mfaRemoved"), //
  MOVED_TO_SSO("movedToSso"), MAILED_TO_SSO("mailedToSso"), NOTHING_TO_MOVE("nothingToMove"), //
  TOO_MANY_SSO_MAILS("tooManySsoMails", Tone.WARNING), NOT_LINKED_TO_SSO("notLinkedToSso", Tone.WARNING), //
  SECURITY_CHANGED("securityChanged"), SSO_SAVED("ssoSaved"), SSO_DELETED("ssoDeleted"), //
  SSO_CALLBACK_CHANGED("ssoCallbackChanged"), JIT_CHANGED("jitChanged"), //
  PASSKEY_ADDED("passkeyAdded"), PASSKEY_REMOVED("passkeyRemoved"), //
  IDENTITY_LINKED("identityLinked"), IDENTITY_UNLINKED("identityUnlinked"), //
  SOCIAL_LINKED("socialLinked"), //
  DOMAIN_VERIFIED("domainVerified"), DOMAIN_CHANGED("domainChanged"), DOMAIN_REMOVED("domainRemoved"), //
  MEMBER_APPROVED("memberApproved"), MEMBER_REJECTED("memberRejected"), //
  MEMBER_NOT_PENDING("memberNotPending", Tone.WARNING), //
  ORGANIZATION_RENAMED("organizationRenamed"), API_KEY_DELETED("apiKeyDeleted"), //
  INVITATION_SENT("invitationSent"), INVITATION_RESENT("invitationResent"), //
  INVITATION_REVOKED("invitationRevoked"), INVITATION_ACCEPTED("invitationAccepted"), //
  INVITED_IS_MEMBER("invitedIsMember", Tone.WARNING), TOO_MANY_INVITATIONS("tooManyInvitations", Tone.WARNING), //
  MEMBER_ADDED("memberAdded"), MEMBER_CHANGED("memberChanged"), MEMBER_DEACTIVATED("memberDeactivated"), //
  MEMBER_REMOVED("memberRemoved"), SETUP_SENT("setupSent"), //
  SETUP_NOT_NEEDED("setupNotNeeded", Tone.WARNING), TOO_MANY_SETUP_MAILS("tooManySetupMails", Tone.WARNING), //
  SETUP_NOT_ACCEPTED("setupNotAccepted", Tone.WARNING), //
  TOO_MANY_CODES("tooManyCodes", Tone.WARNING);

  /** The query parameter that holds the name. */
  public static final String PARAMETER = "notice";

  private final String name;
  private final Tone tone;

  Notice(String name) {
    this(name, Tone.SUCCESS);
  }

  Notice(String name, Tone tone) {
    this.name = name;
    this.tone = tone;
  }

  Tone tone() {
    return tone;
  }

  /** The query parameter with its name and value. */
  public String query() {
    return PARAMETER + "=" + name;
  }

  String key() {
    return "notice." + name;
  }

  public static Optional<Notice> parse(@Nullable String name) {
    return Arrays.stream(values()).filter(notice -> notice.name.equals(name)).findFirst();
  }
}
