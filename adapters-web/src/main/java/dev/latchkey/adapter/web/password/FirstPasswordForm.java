package dev.latchkey.adapter.web.password;

import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.RetryAfter;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.page.FormFields;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.FirstPasswordView;
import dev.latchkey.adapter.web.page.view.NoFirstPasswordView;
import dev.latchkey.adapter.web.page.view.NoFirstPasswordView.Why;
import dev.latchkey.adapter.web.page.view.View;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.ProofTooOld;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.adapter.web.text.Times;
import dev.latchkey.application.Unavailable;
import dev.latchkey.application.password.FirstPassword.Obstacle;
import dev.latchkey.application.password.SetFirstPassword;
import dev.latchkey.application.password.SetFirstPassword.Outcome;
import dev.latchkey.domain.signin.Password;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link ChangePasswordPage} shows to people who have no password. */
final class FirstPasswordForm {
  private final SetFirstPassword setFirstPassword;
  private final SessionCookies cookies;
  private final Pages pages;

  FirstPasswordForm(SetFirstPassword setFirstPassword, SessionCookies cookies, Pages pages) {
    this.setFirstPassword = setFirstPassword;
    this.cookies = cookies;
    this.pages = pages;
  }

  /** @return null if there is a password, which makes it another page's matter */
  @Nullable
  View view(Visit visit, Optional<Obstacle> obstacle) {
    return obstacle.isEmpty()
        ? form(visit, Field.empty(), null)
        : switch (obstacle.get()) {
          case Obstacle.PasswordThere there -> null;
          case Obstacle.SsoRequired sso -> new NoFirstPasswordView(Pages.viewer(visit), Why.SSO_REQUIRED, null);
          case Obstacle.ProofTooOld old -> new NoFirstPasswordView(Pages.viewer(visit), Why.PROOF_TOO_OLD,
              ProofTooOld.before(ChangePasswordPage.PATH));
          case Obstacle.PasskeyOwed owed -> new NoFirstPasswordView(Pages.viewer(visit), Why.PASSKEY_OWED,
              ProofTooOld.withPasskeyBefore(ChangePasswordPage.PATH));
        };
  }

  Response submit(Visit visit, SubmittedForm form) {
    Fields fields = new Fields();
    Optional<Password> chosen = fields.required("newPassword", form.typed("newPassword"), Password::new);
    if (chosen.isEmpty()) {
      return again(visit, form, fields.errors());
    }
    try {
      return switch (setFirstPassword
          .set(new SetFirstPassword.Command(visit.session().signedIn(), chosen.get(), visit.origin()))) {
        case Outcome.Set set -> cookies
            .renew(pages.goTo(ChangePasswordPage.PATH + "?" + Notice.PASSWORD_SET.query()), set.session()).build();
        // The page itself knows what there is to do by now.
        case Outcome.Prevented prevented -> pages.goTo(ChangePasswordPage.PATH).build();
        case Outcome.PasswordRejected rejected -> again(visit, form, List.of(FieldError.of("newPassword",
            rejected.rejection().code(), rejected.rejection().message())));
      };
    } catch (Unavailable busy) {
      Messages messages = pages.messages(visit);
      return pages
          .showAgain(visit, 503, form(visit, Field.empty(),
              messages.text("refused.busy", Times.wait(messages, busy.retryAfter()))))
          .header(HttpHeaders.RETRY_AFTER, RetryAfter.of(busy.retryAfter())).build();
    }
  }

  private Response again(Visit visit, SubmittedForm form, List<FieldError> errors) {
    Field chosen = new FormFields(form, errors, pages.messages(visit)).secret("newPassword");
    return pages.showAgain(visit, 400, form(visit, chosen, null)).build();
  }

  private static FirstPasswordView form(Visit visit, Field chosen, @Nullable String problem) {
    return new FirstPasswordView(Pages.viewer(visit), chosen, ChangePasswordPage.shortest(visit), problem);
  }
}
