package dev.latchkey.adapter.web.session;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Items;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.request.Cookies;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.application.ownaccount.EndSessions;
import dev.latchkey.application.ownaccount.ListSessions;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.SignedIn;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code /api/auth/sessions}: where one is signed in. */
@Dependent
@Path("/auth/sessions")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionsResource {
  private final ListSessions listSessions;
  private final EndSessions endSessions;

  @Inject
  public SessionsResource(ListSessions listSessions, EndSessions endSessions) {
    this.listSessions = listSessions;
    this.endSessions = endSessions;
  }

  @GET
  @NeedsSession
  public Response list(@Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Messages messages = Messages.of(visit.locale());
    List<OwnSession> own = listSessions.list(visit.session().signedIn()).entries().stream()
        .map(entry -> OwnSession.of(entry, messages)).toList();
    return Success.ok("Where you are signed in.", Items.all(own));
  }

  @DELETE
  @NeedsSession
  public Response endOthers(@Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (endSessions.end(visit.session().signedIn(), Optional.empty(), visit.origin())) {
      case EndSessions.Outcome.Ended ended -> Success.ok("All other sessions are ended.", new Count(ended.sessions()));
      case EndSessions.Outcome.NotFound absent -> throw new Refused(Refusal.notFound());
    };
  }

  @DELETE
  @Path("/{sessionId}")
  @NeedsSession
  public Response endOne(@PathParam("sessionId") String sessionId, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    SignedIn signedIn = visit.session().signedIn();
    SessionId id = parse(sessionId);
    return switch (endSessions.end(signedIn, Optional.of(id), visit.origin())) {
      case EndSessions.Outcome.Ended ended -> {
        Response.ResponseBuilder answer = Success.answer(200, "The session is ended.", null);
        yield id.equals(signedIn.session().id())
            ? answer.header(HttpHeaders.SET_COOKIE, Cookies.cleared(Cookies.SESSION)).build()
            : answer.build();
      }
      case EndSessions.Outcome.NotFound absent -> throw new Refused(Refusal.notFound());
    };
  }

  /** What is no id names nothing. */
  private static SessionId parse(String id) {
    try {
      return new SessionId(id);
    } catch (InvalidValue e) {
      throw new Refused(Refusal.notFound());
    }
  }

  /** How many sessions were ended. */
  record Count(int ended) {}

  /**
   * One of the person's sessions.
   *
   * @param device what the browser calls itself, in plain words
   * @param address from where it signed in
   * @param expiresAt when it ends if no further request comes
   * @param current whether it is the one that asks
   */
  record OwnSession(String id, String device, String address, Instant createdAt, Instant lastSeenAt, Instant expiresAt,
      boolean current) {
    static OwnSession of(ListSessions.Entry entry, Messages messages) {
      var session = entry.session();
      return new OwnSession(session.id().value(), Device.inWords(messages, session.device()), session.address(),
          session.createdAt(), session.lastSeenAt(), entry.expiresAt(), entry.current());
    }
  }
}
