package dev.latchkey.adapter.web.sso;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.SsoView;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.application.sso.ReadSso;
import dev.latchkey.application.sso.RelyingParty;
import dev.latchkey.application.sso.TestSso;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.sso.CallbackMode;
import dev.latchkey.domain.sso.IssuerUrl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /organizations/{slug}/sso/test}: the settings' page with what a test of the identity provider has found. */
@Dependent
@Path("/organizations/{slug}/sso/test")
@Produces(Pages.HTML)
public final class SsoTestPage {
  private final TestSso testSso;
  private final ReadSso readSso;
  private final Pages pages;
  private final SsoViews views;

  @Inject
  public SsoTestPage(TestSso testSso, ReadSso readSso, Pages pages, WebSettings settings) {
    this.testSso = testSso;
    this.readSso = readSso;
    this.pages = pages;
    this.views = new SsoViews(settings);
  }

  @POST
  @NeedsSession
  public Response test(@PathParam("slug") String slug, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId id = OrganizationPath.ofSlug(visit, slug);
    return switch (testSso.test(new TestSso.Command(visit.actor(), id, visit.origin()))) {
      case TestSso.Outcome.Examined examined -> show(visit, id, tested(visit, examined));
      case TestSso.Outcome.TooManyTests tooMany -> throw new Refused(SsoFindings.tooManyTests(tooMany.retryAfter()));
      case TestSso.Outcome.NotConnected absent -> throw new Refused(Refusal.notFound());
      case TestSso.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  private Response show(Visit visit, OrganizationId id, SsoView.Tested tested) {
    return switch (readSso.read(visit.actor(), id)) {
      case ReadSso.Outcome.Found found -> pages.show(visit, views.of(visit, found, pages.now(), SsoViews.form(found),
          SsoViews.jit(found.jit()), tested), Optional.empty());
      case ReadSso.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  private SsoView.Tested tested(Visit visit, TestSso.Outcome.Examined examined) {
    RelyingParty.Examination examination = examined.examination();
    List<String> notes = new ArrayList<>();
    if (examined.connection().client().issuer().equals(IssuerUrl.GOOGLE)) {
      notes.add("sso.note.google");
    }
    if (examination.problems().isEmpty()) {
      if (!examination.namesItselfInAnswers() && examined.connection().callback() == CallbackMode.SHARED) {
        notes.add("sso.note.mixUp");
      }
      if (!examination.advertisesPkce()) {
        notes.add("sso.note.pkce");
      }
      if (!examination.offersSignOut()) {
        notes.add("sso.note.signOut");
      }
    }
    return new SsoView.Tested(SsoFindings.of(examination.problems(), pages.messages(visit)).stream()
        .map(finding -> new SsoView.Problem(finding.code(), finding.message(), finding.action())).toList(), notes);
  }
}
