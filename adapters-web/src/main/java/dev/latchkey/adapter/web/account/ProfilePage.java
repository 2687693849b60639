package dev.latchkey.adapter.web.account;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.page.FormFields;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.ProfileView;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.ProofTooOld;
import dev.latchkey.application.ownaccount.ChangeProfile;
import dev.latchkey.domain.account.PersonName;
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

/** {@code /account}: what one is called. */
@Dependent
@Path("/account")
@Produces(Pages.HTML)
public final class ProfilePage {
  private final ChangeProfile changeProfile;
  private final Pages pages;

  @Inject
  public ProfilePage(ChangeProfile changeProfile, Pages pages) {
    this.changeProfile = changeProfile;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response show(@QueryParam(Notice.PARAMETER) @Nullable String notice, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return pages.show(visit, new ProfileView(Pages.viewer(visit), Field.of(Pages.viewer(visit).name())),
        Notice.parse(notice));
  }

  @POST
  @NeedsSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Fields fields = new Fields();
    Optional<PersonName> name = fields.required("name", form.filled("name"), PersonName::new);
    if (name.isEmpty()) {
      Field field = new FormFields(form, fields.errors(), pages.messages(visit)).field("name");
      return pages.showAgain(visit, 400, new ProfileView(Pages.viewer(visit), field)).build();
    }
    return switch (changeProfile.change(
        new ChangeProfile.Command(visit.session().signedIn(), name, Optional.empty(), visit.origin()))) {
      case ChangeProfile.Outcome.Changed changed -> pages.goTo("/account?" + Notice.PROFILE_SAVED.query()).build();
      case ChangeProfile.Outcome.OwnProofNeeded needed -> pages.goTo(ProofTooOld.before("/account")).build();
    };
  }
}
