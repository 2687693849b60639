package dev.latchkey.adapter.web.domainclaim;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.mfa.ReauthenticatePage;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.DomainView;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.domainclaim.ChangeDomainSettings;
import dev.latchkey.application.domainclaim.ReadDomain;
import dev.latchkey.application.domainclaim.VerifyDomain;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.domainclaim.DomainSettings;
import dev.latchkey.domain.policy.Denial;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /organizations/{slug}/domains/{domainId}}: what to publish, looking for it, and what follows from the domain
 * once it is proven.
 */
@Dependent
@Path("/organizations/{slug}/domains/{domainId}")
@Produces(Pages.HTML)
public final class DomainPage {
  private final DomainPages domains;
  private final VerifyDomain verifyDomain;
  private final ChangeDomainSettings changeDomainSettings;
  private final Pages pages;

  @Inject
  public DomainPage(DomainPages domains, VerifyDomain verifyDomain, ChangeDomainSettings changeDomainSettings,
      Pages pages) {
    this.domains = domains;
    this.verifyDomain = verifyDomain;
    this.changeDomainSettings = changeDomainSettings;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response show(@PathParam("slug") String slug, @PathParam("domainId") String domainId,
      @QueryParam(Notice.PARAMETER) @Nullable String notice, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (domains.read(visit, slug, domainId)) {
      case ReadDomain.Outcome.Found found -> pages.show(visit, domains.view(visit, found, null), Notice.parse(notice));
      case ReadDomain.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  @POST
  @Path("/verify")
  @NeedsSession
  public Response verify(@PathParam("slug") String slug, @PathParam("domainId") String domainId,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    String path = DomainPages.path(slug, domainId);
    return switch (verifyDomain.verify(new VerifyDomain.Command(visit.actor(), OrganizationPath.ofSlug(visit, slug),
        DomainPages.id(domainId), visit.origin()))) {
      case VerifyDomain.Outcome.Verified verified -> pages.goTo(path + "?" + Notice.DOMAIN_VERIFIED.query()).build();
      case VerifyDomain.Outcome.NotFound missing -> told(visit, slug, domainId, 409,
          "domain.finding." + missing.finding().kind().name(), missing.finding().seen());
      case VerifyDomain.Outcome.Unclear unclear ->
        told(visit, slug, domainId, 503, "domain.finding.UNCLEAR", List.of());
      case VerifyDomain.Outcome.Taken taken -> told(visit, slug, domainId, 409, "domain.finding.TAKEN", List.of());
      case VerifyDomain.Outcome.Expired expired -> told(visit, slug, domainId, 409, "domain.finding.EXPIRED",
          List.of());
      case VerifyDomain.Outcome.Denied denied -> refused(visit, denied.denial(), path);
    };
  }

  @POST
  @Path("/settings")
  @NeedsSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(@PathParam("slug") String slug, @PathParam("domainId") String domainId, SubmittedForm form,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    String path = DomainPages.path(slug, domainId);
    return switch (changeDomainSettings.change(new ChangeDomainSettings.Command(visit.actor(),
        OrganizationPath.ofSlug(visit, slug), DomainPages.id(domainId), settings(form), visit.origin()))) {
      case ChangeDomainSettings.Outcome.Changed changed -> pages.goTo(path + "?" + Notice.DOMAIN_CHANGED.query())
          .build();
      case ChangeDomainSettings.Outcome.NotVerified pending -> pages.goTo(path).build();
      case ChangeDomainSettings.Outcome.Denied denied -> refused(visit, denied.denial(), path);
    };
  }

  private Response told(Visit visit, String slug, String domainId, int status, String key, List<String> seen) {
    ReadDomain.Outcome.Found found = domains.found(visit, slug, domainId);
    String text = pages.messages(visit).text(key, found.claim().txtRecord().name());
    return pages.showAgain(visit, status, domains.view(visit, found, new DomainView.Finding(text, seen))).build();
  }

  private Response refused(Visit visit, Denial denial, String path) {
    return denial instanceof Denial.ProofTooOld
        ? pages.goTo(ReauthenticatePage.before(path)).build()
        : Denials.page(pages, visit, denial);
  }

  /** Radio buttons and a box: nobody can mistype them. */
  private static DomainSettings settings(SubmittedForm form) {
    try {
      return new DomainSettings(DomainSettingsBody.parse(form.typed("autoJoin")),
          form.typed("ssoRedirect").equals("true"));
    } catch (InvalidValue e) {
      throw new Refused(Refusal.of(Code.BAD_REQUEST, "The form is not complete."));
    }
  }
}
