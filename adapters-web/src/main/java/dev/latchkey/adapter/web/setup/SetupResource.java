package dev.latchkey.adapter.web.setup;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.answer.Challenge;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.mail.MailLimit;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.setup.StartSetup;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.signin.Password;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/auth/setup}: the link from the setup mail and a password; {@code /email/verify} finishes it. */
@Dependent
@Path("/auth/setup")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SetupResource {
  private final StartSetup startSetup;

  @Inject
  public SetupResource(StartSetup startSetup) {
    this.startSetup = startSetup;
  }

  @POST
  @Public
  @EntryRoute
  public Response start(SetupBody body, @Context HttpServletRequest request) {
    Fields fields = new Fields();
    Optional<LinkToken> token = fields.required("token", body.token(), LinkToken::parse);
    Optional<Password> password = fields.required("password", body.password(), Password::new);
    fields.check();
    return switch (startSetup.start(new StartSetup.Command(token.orElseThrow(), password.orElseThrow(),
        Visit.of(request).origin()))) {
      case StartSetup.Outcome.CodeSent sent -> Success.accepted("A code is on its way to your address.",
          new Challenge(sent.challenge().value()));
      case StartSetup.Outcome.LinkInvalid invalid -> throw new Refused(
          Refusal.of(Code.CODE_INVALID, "The link is wrong, or it can't be used any more."));
      case StartSetup.Outcome.PasswordRejected rejected -> throw new Refused(Refusal.invalid(List.of(
          FieldError.of("password", rejected.rejection().code(), rejected.rejection().message()))));
      case StartSetup.Outcome.TooManyMails tooMany -> throw new Refused(MailLimit.REACHED);
    };
  }

  record SetupBody(@Nullable String token, @Nullable String password) {
    /** Keeps link and password out of logs. */
    @Override
    public String toString() {
      return "SetupBody[hidden]";
    }
  }
}
