package dev.latchkey.adapter.web.mfa;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.page.FormFields;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.RecoveryCodesView;
import dev.latchkey.adapter.web.page.view.SetUpMfaView;
import dev.latchkey.adapter.web.request.ReturnTo;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.ProofTooOld;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.application.mfa.ConfirmTotp;
import dev.latchkey.application.mfa.ReadTotpOffer;
import dev.latchkey.application.mfa.StartTotp;
import dev.latchkey.domain.mfa.TotpCode;
import dev.latchkey.domain.mfa.TotpSecret;
import dev.latchkey.domain.policy.MfaState;
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

/** {@code /setup-mfa}: setting up an authenticator app, offered after sign-up or insisted on by an organization. */
@Dependent
@Path(SetUpMfaPage.PATH)
@Produces(Pages.HTML)
public final class SetUpMfaPage {
  static final String PATH = "/setup-mfa";

  private final StartTotp startTotp;
  private final ReadTotpOffer readTotpOffer;
  private final ConfirmTotp confirmTotp;
  private final SessionCookies cookies;
  private final Pages pages;
  private final WebSettings settings;

  @Inject
  public SetUpMfaPage(StartTotp startTotp, ReadTotpOffer readTotpOffer, ConfirmTotp confirmTotp,
      SessionCookies cookies, Pages pages, WebSettings settings) {
    this.startTotp = startTotp;
    this.readTotpOffer = readTotpOffer;
    this.confirmTotp = confirmTotp;
    this.cookies = cookies;
    this.pages = pages;
    this.settings = settings;
  }

  /** Each time with a new key: it changes nothing until a code made with it comes back. */
  @GET
  @NeedsSession
  public Response show(@QueryParam("returnTo") @Nullable String returnTo,
      @QueryParam(Notice.PARAMETER) @Nullable String notice, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Optional<String> wanted = ReturnTo.parse(returnTo);
    return switch (startTotp.start(visit.session().signedIn())) {
      case StartTotp.Outcome.Offered offered -> pages.show(visit,
          view(visit, offered.secret(), Field.empty(), wanted), Notice.parse(notice));
      case StartTotp.Outcome.ProofTooOld tooOld -> proveFirst(wanted);
      case StartTotp.Outcome.PasskeyOwed owed -> showPasskey(wanted);
    };
  }

  @POST
  @NeedsSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Optional<String> wanted = ReturnTo.parse(form.typed("returnTo"));
    Fields fields = new Fields();
    Optional<TotpCode> code = fields.required("totp", form.filled("totp"), TotpCode::new);
    if (code.isEmpty()) {
      return again(visit, form, fields.errors(), wanted);
    }
    return switch (confirmTotp.confirm(visit.session().signedIn(), code.get(), visit.origin())) {
      case ConfirmTotp.Outcome.Enrolled enrolled -> cookies.renew(pages.showAgain(visit, 200,
          new RecoveryCodesView(RecoveryCodeData.of(enrolled.recoveryCodes()).recoveryCodes(), false,
              pages.landing(wanted, "/").toString())),
          enrolled.session()).build();
      case ConfirmTotp.Outcome.CodeInvalid invalid -> again(visit, form,
          List.of(FieldError.of("totp", "MISMATCH", MfaRefusals.CODE_INVALID.message())), wanted);
      case ConfirmTotp.Outcome.NothingOffered nothing -> withoutOffer(visit, wanted);
      case ConfirmTotp.Outcome.ProofTooOld tooOld -> proveFirst(wanted);
      case ConfirmTotp.Outcome.PasskeyOwed owed -> showPasskey(wanted);
    };
  }

  @POST
  @Path("/skip")
  @NeedsSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response skip(SubmittedForm form, @Context HttpServletRequest request) {
    Optional<String> wanted = ReturnTo.parse(form.typed("returnTo"));
    return MfaState.of(Visit.of(request).session().signedIn()) == MfaState.ENROL
        ? beginAnew(wanted)
        : pages.land(wanted, "/").build();
  }

  private Response again(Visit visit, SubmittedForm form, List<FieldError> errors, Optional<String> wanted) {
    Field totp = new FormFields(form, errors, pages.messages(visit)).secret("totp");
    return switch (readTotpOffer.read(visit.session().signedIn())) {
      case ReadTotpOffer.Outcome.Offered offered -> pages.showAgain(visit, 400,
          view(visit, offered.secret(), totp, wanted)).build();
      case ReadTotpOffer.Outcome.NothingOffered nothing -> withoutOffer(visit, wanted);
      case ReadTotpOffer.Outcome.ProofTooOld tooOld -> proveFirst(wanted);
    };
  }

  private SetUpMfaView view(Visit visit, TotpSecret secret, Field totp, Optional<String> wanted) {
    var signedIn = visit.session().signedIn();
    TotpOffer offer = TotpOffer.of(secret, settings.productName(), signedIn);
    List<String> demandedBy = Demanding.organizations(signedIn);
    SetUpMfaView.Way otherwise = demandedBy.isEmpty() ? SetUpMfaView.Way.OFFERED : SetUpMfaView.Way.DEMANDED;
    return new SetUpMfaView(offer.qr(), offer.secret(), totp,
        signedIn.person().mfaEnrolled() ? SetUpMfaView.Way.REPLACING : otherwise, demandedBy, wanted.orElse(null),
        null);
  }

  private Response beginAnew(Optional<String> wanted) {
    return pages.goTo(ReturnTo.carry(PATH, wanted)).build();
  }

  /** Who reloads the page with the recovery codes comes here: they are not shown again, but new ones can be made. */
  private Response withoutOffer(Visit visit, Optional<String> wanted) {
    return visit.session().signedIn().person().mfaEnrolled()
        ? pages.goTo(AccountMfaPage.PATH).build()
        : beginAnew(wanted);
  }

  /** What the organization insists on is shown thereby, so nothing is left to be set up here. */
  private Response showPasskey(Optional<String> wanted) {
    return pages.goTo(ProofTooOld.withPasskeyBefore(wanted.orElse("/"))).build();
  }

  private Response proveFirst(Optional<String> wanted) {
    return pages.goTo(ProofTooOld.before(ReturnTo.carry(PATH, wanted))).build();
  }
}
