package dev.latchkey.adapter.web.setup;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.RetryAfter;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.page.FormFields;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.SetUpPasswordView;
import dev.latchkey.adapter.web.page.view.SetupDoneView;
import dev.latchkey.adapter.web.page.view.SetupOverView;
import dev.latchkey.adapter.web.request.PendingAddress;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.text.Times;
import dev.latchkey.application.Unavailable;
import dev.latchkey.application.setup.ReadSetup;
import dev.latchkey.application.setup.StartSetup;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.signin.Password;
import dev.latchkey.domain.signin.PasswordPolicy;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /setup?token=}: the first step after the setup mail, and {@code /setup/done}, the last page of the way. */
@Dependent
@Path("/setup")
@Produces(Pages.HTML)
public final class SetupPage {
  private final ReadSetup readSetup;
  private final StartSetup startSetup;
  private final Pages pages;

  @Inject
  public SetupPage(ReadSetup readSetup, StartSetup startSetup, Pages pages) {
    this.readSetup = readSetup;
    this.startSetup = startSetup;
    this.pages = pages;
  }

  @GET
  @Public
  @EntryRoute
  public Response show(@QueryParam("token") @Nullable String token, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return parse(token == null ? "" : token).map(link -> ask(visit, 200, link, Field.empty(), null).build())
        .orElseGet(() -> over(visit));
  }

  @POST
  @Public
  @EntryRoute
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return parse(form.typed("token")).map(link -> submit(visit, link, form)).orElseGet(() -> over(visit));
  }

  @GET
  @Path("/done")
  @NeedsSession
  public Response done(@Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return pages.show(visit, new SetupDoneView(visit.session().signedIn().person().email().value(),
        pages.landing(Optional.empty(), "/").toString()), Optional.empty());
  }

  private Response submit(Visit visit, LinkToken link, SubmittedForm form) {
    Fields fields = new Fields();
    Optional<Password> password = fields.required("password", form.typed("password"), Password::new);
    if (password.isEmpty()) {
      return again(visit, link, form, fields.errors());
    }
    try {
      return switch (startSetup.start(new StartSetup.Command(link, password.get(), visit.origin()))) {
        case StartSetup.Outcome.CodeSent sent -> pages.goTo(ConfirmSetupPage.path(sent.challenge()))
            .header(HttpHeaders.SET_COOKIE, PendingAddress.SETUP.cookie(sent.challenge(), sent.to())).build();
        case StartSetup.Outcome.LinkInvalid invalid -> over(visit);
        case StartSetup.Outcome.PasswordRejected rejected -> again(visit, link, form, List.of(
            FieldError.of("password", rejected.rejection().code(), rejected.rejection().message())));
        case StartSetup.Outcome.TooManyMails tooMany ->
          ask(visit, 429, link, Field.empty(), pages.messages(visit).text("refused.tooManyMails")).build();
      };
    } catch (Unavailable busy) {
      String problem = pages.messages(visit).text("refused.busy",
          Times.wait(pages.messages(visit), busy.retryAfter()));
      return ask(visit, 503, link, Field.empty(), problem)
          .header(HttpHeaders.RETRY_AFTER, RetryAfter.of(busy.retryAfter())).build();
    }
  }

  private Response again(Visit visit, LinkToken link, SubmittedForm form, List<FieldError> errors) {
    return ask(visit, 400, link, new FormFields(form, errors, pages.messages(visit)).secret("password"), null).build();
  }

  private Response.ResponseBuilder ask(Visit visit, int status, LinkToken link, Field password,
      @Nullable String problem) {
    return switch (readSetup.read(link)) {
      case ReadSetup.Outcome.Open open -> pages.showAgain(visit, status, new SetUpPasswordView(link.value(),
          open.email().value(), password, PasswordPolicy.SHORTEST_ALONE, problem));
      case ReadSetup.Outcome.LinkInvalid invalid -> Response.fromResponse(over(visit));
    };
  }

  private Response over(Visit visit) {
    return pages.showAgain(visit, 400, new SetupOverView(pages.messages(visit).text("setup.over.link"))).build();
  }

  private static Optional<LinkToken> parse(String token) {
    try {
      return Optional.of(LinkToken.parse(token));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }
}
