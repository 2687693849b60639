package dev.latchkey.adapter.web.sso;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.mfa.ReauthenticatePage;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.FormFields;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.JitForm;
import dev.latchkey.adapter.web.page.view.OrganizationSection;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.application.sso.ChangeJit;
import dev.latchkey.application.sso.ReadSso;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.sso.JitSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /organizations/{slug}/sso/jit}: saying what becomes of people who are new at the identity provider. */
@Dependent
@Path("/organizations/{slug}/sso/jit")
@Produces(Pages.HTML)
public final class JitPage {
  private final ChangeJit changeJit;
  private final ReadSso readSso;
  private final Pages pages;
  private final SsoViews views;

  @Inject
  public JitPage(ChangeJit changeJit, ReadSso readSso, Pages pages, WebSettings settings) {
    this.changeJit = changeJit;
    this.readSso = readSso;
    this.pages = pages;
    this.views = new SsoViews(settings);
  }

  @POST
  @NeedsSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(@PathParam("slug") String slug, SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId id = OrganizationPath.ofSlug(visit, slug);
    Fields fields = new Fields();
    Optional<JitSettings> settings = JitInput.parse(fields, isOn(form), form.filled("defaultRole"), domains(form));
    if (settings.isEmpty()) {
      return again(visit, id, form, fields.errors());
    }
    String page = OrganizationSection.SSO.path(slug);
    return switch (changeJit.change(new ChangeJit.Command(visit.actor(), id, settings.get(), visit.origin()))) {
      case ChangeJit.Outcome.Changed changed -> pages.goTo(page + "?" + Notice.JIT_CHANGED.query()).build();
      case ChangeJit.Outcome.Denied denied when denied.denial() instanceof Denial.ProofTooOld -> pages
          .goTo(ReauthenticatePage.before(page)).build();
      case ChangeJit.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  private Response again(Visit visit, OrganizationId id, SubmittedForm form, List<FieldError> errors) {
    FormFields typed = new FormFields(form, errors, pages.messages(visit));
    return switch (readSso.read(visit.actor(), id)) {
      case ReadSso.Outcome.Found found -> pages.showAgain(visit, 400, views.of(visit, found, pages.now(),
          SsoViews.form(found),
          new JitForm(isOn(form), typed.field("defaultRole"), typed.field("allowedDomains")), null)).build();
      case ReadSso.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  private static boolean isOn(SubmittedForm form) {
    return form.typed("enabled").equals("on");
  }

  private static List<@Nullable String> domains(SubmittedForm form) {
    return Stream.of(form.typed("allowedDomains").split("[\\s,;]+")).filter(domain -> !domain.isEmpty())
        .<@Nullable String>map(domain -> domain).toList();
  }
}
