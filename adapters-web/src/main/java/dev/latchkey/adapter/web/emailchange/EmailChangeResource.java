package dev.latchkey.adapter.web.emailchange;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Challenge;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.onetime.EmailVerificationResource;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.ProofTooOld;
import dev.latchkey.application.emailchange.StartEmailChange;
import dev.latchkey.domain.account.EmailAddress;
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

/** {@code POST /api/auth/email/change}: sends a code to the address that the account shall have. */
@Dependent
@Path("/auth/email/change")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class EmailChangeResource {
  private final StartEmailChange startEmailChange;

  @Inject
  public EmailChangeResource(StartEmailChange startEmailChange) {
    this.startEmailChange = startEmailChange;
  }

  @POST
  @NeedsSession
  @EntryRoute
  public Response start(Body body, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Fields fields = new Fields();
    Optional<EmailAddress> newEmail = fields.required("newEmail", body.newEmail(), EmailAddress::parse);
    fields.check();
    return switch (startEmailChange.start(
        new StartEmailChange.Command(visit.session().signedIn(), newEmail.orElseThrow(), visit.origin()))) {
      case StartEmailChange.Outcome.CodeSent sent -> Success.accepted("A mail is on its way to the new address.",
          new Challenge(sent.challenge().value()));
      case StartEmailChange.Outcome.SameAddress same -> throw new Refused(
          Refusal.invalid(List.of(EmailChangeRefusals.sameAddress("newEmail"))));
      case StartEmailChange.Outcome.LastOwner last -> throw new Refused(EmailVerificationResource.LAST_OWNER);
      case StartEmailChange.Outcome.TooManyMails tooMany -> throw new Refused(EmailChangeRefusals.TOO_MANY_MAILS);
      case StartEmailChange.Outcome.ProofTooOld tooOld -> throw new Refused(ProofTooOld.REFUSAL);
    };
  }

  record Body(@Nullable String newEmail) {}
}
