package dev.latchkey.adapter.web.identity;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.IdentitiesView;
import dev.latchkey.adapter.web.page.view.UnlinkIdentityView;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.ProofTooOld;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.application.federation.ListIdentities;
import dev.latchkey.application.federation.UnlinkIdentity;
import dev.latchkey.domain.sso.IdentityId;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /account/identities/unlink}: asks before an identity is taken off the account. */
@Dependent
@Path(UnlinkIdentityPage.PATH)
@Produces(Pages.HTML)
public final class UnlinkIdentityPage {
  static final String PATH = IdentitiesPage.PATH + "/unlink";

  private final ListIdentities listIdentities;
  private final UnlinkIdentity unlinkIdentity;
  private final SessionCookies cookies;
  private final Pages pages;

  @Inject
  public UnlinkIdentityPage(ListIdentities listIdentities, UnlinkIdentity unlinkIdentity, SessionCookies cookies,
      Pages pages) {
    this.listIdentities = listIdentities;
    this.unlinkIdentity = unlinkIdentity;
    this.cookies = cookies;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response ask(@QueryParam("id") @Nullable String id, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    IdentitiesView.Line identity = find(visit, id).orElseThrow(() -> new Refused(Refusal.notFound()));
    return pages.show(visit, view(visit, identity, null), Optional.empty());
  }

  @POST
  @NeedsSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response unlink(SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Response.ResponseBuilder done = pages.goTo(IdentitiesPage.PATH + "?" + Notice.IDENTITY_UNLINKED.query());
    Optional<IdentitiesView.Line> found = find(visit, form.typed("id"));
    if (found.isEmpty()) {
      // It was unlinked in the meantime, or was pressed twice: what was wanted is so.
      return done.build();
    }
    IdentitiesView.Line identity = found.get();
    return switch (unlinkIdentity.unlink(visit.session().signedIn(), new IdentityId(identity.id()), visit.origin())) {
      case UnlinkIdentity.Outcome.Unlinked unlinked -> unlinked.signedOut()
          ? cookies.take(pages.goTo("/sign-in?" + Notice.IDENTITY_UNLINKED.query())).build()
          : done.build();
      case UnlinkIdentity.Outcome.NotFound absent -> done.build();
      case UnlinkIdentity.Outcome.ProofTooOld tooOld -> pages
          .goTo(ProofTooOld.before(PATH + "?id=" + identity.id())).build();
      case UnlinkIdentity.Outcome.LastWayIn last -> pages.showAgain(visit, Code.LAST_WAY_IN.status(),
          view(visit, identity, pages.messages(visit).text("refused.identity.lastWayIn"))).build();
      case UnlinkIdentity.Outcome.LastOwner last -> pages.showAgain(visit, Code.LAST_OWNER.status(),
          view(visit, identity, pages.messages(visit).text("refused.identity.lastOwner"))).build();
    };
  }

  private static UnlinkIdentityView view(Visit visit, IdentitiesView.Line identity, @Nullable String problem) {
    return new UnlinkIdentityView(Pages.viewer(visit), identity.id(), identity.place(), problem);
  }

  private Optional<IdentitiesView.Line> find(Visit visit, @Nullable String id) {
    return IdentityLines.of(listIdentities.list(visit.session().signedIn()), pages.messages(visit)).stream()
        .filter(it -> it.id().equals(id)).findFirst();
  }
}
