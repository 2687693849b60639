package dev.latchkey.adapter.web.organization;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.request.SsoEntry;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.policy.AccessDecision.Verdict;
import org.jspecify.annotations.Nullable;

/** What a session still has to show before an organization opens, and where. */
public final class Missing {
  private Missing() {}

  static @Nullable Code codeFor(Verdict verdict) {
    return switch (verdict) {
      case ALLOWED -> null;
      case MFA_REQUIRED -> Code.MFA_REQUIRED;
      case MFA_ENROLMENT_REQUIRED -> Code.MFA_ENROLMENT_REQUIRED;
      case OWN_PROOF_REQUIRED -> Code.REAUTHENTICATION_REQUIRED;
      case SSO_REQUIRED -> Code.SSO_REQUIRED;
      case NOT_A_MEMBER -> Code.NOT_FOUND;
    };
  }

  /** The path where the missing step is done. */
  static @Nullable String wayOut(Verdict verdict, Slug organization) {
    return switch (verdict) {
      case MFA_REQUIRED -> "/sign-in/mfa";
      case MFA_ENROLMENT_REQUIRED -> "/setup-mfa";
      case OWN_PROOF_REQUIRED -> "/reauthenticate";
      case SSO_REQUIRED -> SsoEntry.path(organization.value());
      case ALLOWED, NOT_A_MEMBER -> null;
    };
  }

  /** @param organization the one whose policy said so */
  static Refusal refusal(Verdict verdict, Slug organization) {
    Refusal refusal = switch (verdict) {
      case MFA_REQUIRED -> Refusal.of(Code.MFA_REQUIRED, "Please show your second factor first.");
      case MFA_ENROLMENT_REQUIRED -> Refusal.of(Code.MFA_ENROLMENT_REQUIRED,
          "This organization wants a second factor. Please set one up first.");
      case OWN_PROOF_REQUIRED -> Refusal.of(Code.REAUTHENTICATION_REQUIRED,
          "You signed in through another organization. Please show this one who you are, too.");
      case SSO_REQUIRED -> Refusal.of(Code.SSO_REQUIRED,
          "This organization wants you to sign in through its own identity provider.");
      case NOT_A_MEMBER -> Refusal.notFound();
      case ALLOWED -> throw new IllegalArgumentException("Nothing is missing");
    };
    String wayOut = wayOut(verdict, organization);
    return wayOut == null ? refusal : refusal.redirectTo(wayOut);
  }

  public static Refusal ssoRequired(Slug organization) {
    return refusal(Verdict.SSO_REQUIRED, organization);
  }
}
