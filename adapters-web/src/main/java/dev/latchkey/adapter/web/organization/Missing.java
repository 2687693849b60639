package dev.latchkey.adapter.web.organization;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Refusal;
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
      case SSO_REQUIRED -> Code.SSO_REQUIRED;
      case NOT_A_MEMBER -> Code.NOT_FOUND;
    };
  }

  /** @param organization the one whose policy said so */
  static Refusal refusal(Verdict verdict, Slug organization) {
    return switch (verdict) {
      case MFA_REQUIRED -> Refusal.of(Code.MFA_REQUIRED, "Please show your second factor first.")
          .redirectTo("/sign-in/mfa");
      case MFA_ENROLMENT_REQUIRED -> Refusal
          .of(Code.MFA_ENROLMENT_REQUIRED, "This organization wants a second factor. Please set one up first.")
          .redirectTo("/account/mfa");
      case SSO_REQUIRED -> ssoRequired(organization);
      case NOT_A_MEMBER -> Refusal.notFound();
      case ALLOWED -> throw new IllegalArgumentException("Nothing is missing");
    };
  }

  public static Refusal ssoRequired(Slug organization) {
    return Refusal.of(Code.SSO_REQUIRED, "This organization wants you to sign in through its own identity provider.")
        .redirectTo("/api/auth/sso/" + organization.value() + "/login");
  }
}
