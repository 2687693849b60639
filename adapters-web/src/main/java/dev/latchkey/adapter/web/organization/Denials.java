package dev.latchkey.adapter.web.organization;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.ErrorView;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How it is told that somebody may not do something in an organization, and what would help. */
public final class Denials {
  private Denials() {}

  /** What a route throws. */
  public static Refused refused(Denial denial) {
    return new Refused(refusal(denial));
  }

  /** The answer of a page: who may, and the way back, or to where the missing step is done. */
  public static Response page(Pages pages, Visit visit, Denial denial) {
    if (!(denial instanceof Denial.Forbidden forbidden)) {
      throw refused(denial);
    }
    String explanation = pages.messages(visit).text("denied." + leastRole(forbidden.permission()).name());
    return pages.showAgain(visit, Code.FORBIDDEN.status(),
        new ErrorView(Code.FORBIDDEN.status(), visit.requestId(), explanation, null, true)).build();
  }

  private static Role leastRole(Permission permission) {
    return Arrays.stream(Role.values()).filter(permission::isGrantedTo).reduce(Role.OWNER, (more, less) -> less);
  }

  private static Refusal refusal(Denial denial) {
    return switch (denial) {
      case Denial.NotFound absent -> Refusal.notFound();
      case Denial.ProofMissing missing -> Missing.refusal(missing.decision().verdict(), missing.organization());
      case Denial.ProofTooOld tooOld -> Refusal
          .of(Code.REAUTHENTICATION_REQUIRED, "Please show again who you are; what you showed is too old for this.")
          .redirectTo("/reauthenticate");
      case Denial.Forbidden forbidden -> Refusal.of(Code.FORBIDDEN, who(forbidden.permission()));
    };
  }

  private static String who(Permission permission) {
    String roles = Arrays.stream(Role.values()).filter(permission::isGrantedTo)
        .map(role -> role.name().toLowerCase(Locale.ROOT) + "s").collect(Collectors.joining(", "));
    return "Your role or key doesn't allow this. It is for: " + roles + ".";
  }
}
