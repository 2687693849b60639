package dev.latchkey.adapter.web.mfa;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Challenge;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.mfa.SendReauthenticationCode;
import dev.latchkey.domain.mail.RecipientLimit;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code POST /api/auth/reauthenticate/code}: mails the person who is signed in a code to confirm who they are. */
@Dependent
@Path("/auth/reauthenticate/code")
@Produces(MediaType.APPLICATION_JSON)
public final class ReauthenticationCodeResource {
  private final SendReauthenticationCode send;

  @Inject
  public ReauthenticationCodeResource(SendReauthenticationCode send) {
    this.send = send;
  }

  @POST
  @NeedsSession
  @EntryRoute
  public Response send(@Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (send.send(visit.session().signedIn(), visit.origin())) {
      case SendReauthenticationCode.Outcome.CodeSent sent -> Success.accepted("A mail with a code is on its way.",
          new Challenge(sent.challenge().value()));
      case SendReauthenticationCode.Outcome.TooManyMails tooMany -> throw new Refused(Refusal.tooManyRequests(
          "Many mails were sent to your address lately. Please look for the newest one, or wait.",
          RecipientLimit.PERIOD));
    };
  }
}
