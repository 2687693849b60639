package dev.latchkey.adapter.web.passkey;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.PasskeysView;
import dev.latchkey.adapter.web.page.view.RemovePasskeyView;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.Device;
import dev.latchkey.adapter.web.session.ProofTooOld;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.application.passkey.ListPasskeys;
import dev.latchkey.application.passkey.RemovePasskey;
import dev.latchkey.domain.passkey.Passkey;
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

/** {@code /account/passkeys}: what one signs in with instead of a password. */
@Dependent
@Path(PasskeysPage.PATH)
@Produces(Pages.HTML)
public final class PasskeysPage {
  static final String PATH = "/account/passkeys";

  private final ListPasskeys listPasskeys;
  private final RemovePasskey removePasskey;
  private final SessionCookies cookies;
  private final Pages pages;

  @Inject
  public PasskeysPage(ListPasskeys listPasskeys, RemovePasskey removePasskey, SessionCookies cookies,
      Pages pages) {
    this.listPasskeys = listPasskeys;
    this.removePasskey = removePasskey;
    this.cookies = cookies;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response show(@QueryParam(Notice.PARAMETER) @Nullable String notice, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    List<PasskeysView.Line> lines = listPasskeys.list(visit.session().signedIn()).stream()
        .map(passkey -> new PasskeysView.Line(passkey.id().value(), passkey.name().value(), passkey.createdAt(),
            passkey.lastUsedAt().orElse(null)))
        .toList();
    String name = Device.inWords(pages.messages(visit), visit.origin().device());
    return pages.show(visit, new PasskeysView(Pages.viewer(visit), lines, name, Passkey.MOST_PER_PERSON),
        Notice.parse(notice));
  }

  @GET
  @Path("/remove")
  @NeedsSession
  public Response askBeforeRemoving(@QueryParam("id") @Nullable String id, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Passkey passkey = find(visit, id).orElseThrow(() -> new Refused(Refusal.notFound()));
    return pages.show(visit,
        new RemovePasskeyView(Pages.viewer(visit), passkey.id().value(), passkey.name().value()), Optional.empty());
  }

  @POST
  @Path("/remove")
  @NeedsSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response remove(SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Response.ResponseBuilder done = pages.goTo(PATH + "?" + Notice.PASSKEY_REMOVED.query());
    Optional<Passkey> passkey = find(visit, form.typed("id"));
    if (passkey.isEmpty()) {
      // It was removed in the meantime, or was pressed twice: what was wanted is so.
      return done.build();
    }
    return switch (removePasskey.remove(visit.session().signedIn(), passkey.get().id(), visit.origin())) {
      case RemovePasskey.Outcome.Removed removed -> cookies.renew(done, removed.session()).build();
      case RemovePasskey.Outcome.NotFound absent -> done.build();
      case RemovePasskey.Outcome.ProofTooOld tooOld -> pages.goTo(ProofTooOld.before(removal(passkey.get()))).build();
      case RemovePasskey.Outcome.PasskeyOwed owed -> pages.goTo(
          ProofTooOld.withPasskeyBefore(removal(passkey.get()))).build();
    };
  }

  private static String removal(Passkey passkey) {
    return PATH + "/remove?id=" + passkey.id().value();
  }

  private Optional<Passkey> find(Visit visit, @Nullable String id) {
    return listPasskeys.list(visit.session().signedIn()).stream()
        .filter(passkey -> passkey.id().value().equals(id)).findFirst();
  }
}
