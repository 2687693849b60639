package dev.latchkey.adapter.web.session;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.EndOtherSessionsView;
import dev.latchkey.adapter.web.page.view.SessionsView;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.application.ownaccount.EndSessions;
import dev.latchkey.application.ownaccount.ListSessions;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.session.SessionId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /account/sessions}: where one is signed in, and ending what one doesn't recognise. */
@Dependent
@Path("/account/sessions")
@Produces(Pages.HTML)
public final class SessionsPage {
  private final ListSessions listSessions;
  private final EndSessions endSessions;
  private final Pages pages;

  @Inject
  public SessionsPage(ListSessions listSessions, EndSessions endSessions, Pages pages) {
    this.listSessions = listSessions;
    this.endSessions = endSessions;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response show(@QueryParam(Notice.PARAMETER) @Nullable String notice, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Messages messages = pages.messages(visit);
    ListSessions.Listed listed = listSessions.list(visit.session().signedIn());
    List<SessionsView.Line> lines = listed.entries().stream().map(entry -> line(entry, messages)).toList();
    return pages.show(visit, new SessionsView(Pages.viewer(visit), lines,
        listed.whole() ? null : ProofTooOld.before("/account/sessions")), Notice.parse(notice));
  }

  @POST
  @Path("/end")
  @NeedsSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response endOne(SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Response.ResponseBuilder done = pages.goTo("/account/sessions?" + Notice.SESSION_ENDED.query());
    return switch (endSessions.end(visit.session().signedIn(), Optional.of(parse(form)), visit.origin())) {
      case EndSessions.Outcome.Ended ended -> done.build();
      // It ended in the meantime, or was pressed twice: what was wanted is so.
      case EndSessions.Outcome.NotFound absent -> done.build();
    };
  }

  @GET
  @Path("/end-others")
  @NeedsSession
  public Response askForAllOthers(@Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    int others = Math.toIntExact(
        listSessions.list(visit.session().signedIn()).entries().stream().filter(entry -> !entry.current()).count());
    return others == 0
        ? pages.goTo("/account/sessions").build()
        : pages.show(visit, new EndOtherSessionsView(Pages.viewer(visit), others), Optional.empty());
  }

  @POST
  @Path("/end-others")
  @NeedsSession
  public Response endOthers(@Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (endSessions.end(visit.session().signedIn(), Optional.empty(), visit.origin())) {
      case EndSessions.Outcome.Ended ended -> pages.goTo("/account/sessions?" + Notice.SESSIONS_ENDED.query()).build();
      case EndSessions.Outcome.NotFound absent -> throw new Refused(Refusal.notFound());
    };
  }

  private static SessionsView.Line line(ListSessions.Entry entry, Messages messages) {
    var session = entry.session();
    return new SessionsView.Line(session.id().value(), Device.inWords(messages, session.device()), session.address(),
        session.createdAt(), session.lastSeenAt(), entry.current());
  }

  private static SessionId parse(SubmittedForm form) {
    try {
      return new SessionId(form.typed("id"));
    } catch (InvalidValue e) {
      throw new Refused(Refusal.notFound());
    }
  }
}
