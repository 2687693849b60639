package dev.latchkey.adapter.web.session;

import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.request.ReturnTo;
import dev.latchkey.domain.policy.MfaState;
import dev.latchkey.domain.session.SignedIn;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Where a browser is led after any first factor. */
public final class SecondFactorStep {
  private SecondFactorStep() {}

  /** First to where the second factor is shown, or set up if an organization insists on one; then to where people land. */
  public static Response.ResponseBuilder lead(Pages pages, SignedIn signedIn, Optional<String> wanted) {
    return switch (MfaState.of(signedIn)) {
      case REQUIRED -> pages.goTo(ReturnTo.carry("/sign-in/mfa", wanted));
      case ENROL -> pages.goTo(ReturnTo.carry("/setup-mfa", wanted));
      case NONE, DONE -> pages.land(wanted, "/");
    };
  }
}
