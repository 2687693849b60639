package dev.latchkey.adapter.web.mfa;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.ProofTooOld;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.application.mfa.ConfirmTotp;
import dev.latchkey.application.mfa.RemoveTotp;
import dev.latchkey.application.mfa.StartTotp;
import dev.latchkey.domain.mfa.TotpCode;
import dev.latchkey.domain.session.SignedIn;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/auth/mfa/totp}: the account's authenticator app. */
@Dependent
@Path("/auth/mfa/totp")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class TotpResource {
  private final StartTotp startTotp;
  private final ConfirmTotp confirmTotp;
  private final RemoveTotp removeTotp;
  private final WebSettings settings;
  private final SessionCookies cookies;

  @Inject
  public TotpResource(StartTotp startTotp, ConfirmTotp confirmTotp, RemoveTotp removeTotp, WebSettings settings,
      SessionCookies cookies) {
    this.startTotp = startTotp;
    this.confirmTotp = confirmTotp;
    this.removeTotp = removeTotp;
    this.settings = settings;
    this.cookies = cookies;
  }

  @POST
  @NeedsSession
  public Response start(@Context HttpServletRequest request) {
    SignedIn signedIn = Visit.of(request).session().signedIn();
    return switch (startTotp.start(signedIn)) {
      case StartTotp.Outcome.Offered offered -> Success.ok("Scan the QR code, then confirm with a code of your app.",
          TotpOffer.of(offered.secret(), settings.productName(), signedIn).data());
      case StartTotp.Outcome.ProofTooOld tooOld -> throw new Refused(MfaRefusals.PROOF_TOO_OLD);
      case StartTotp.Outcome.PasskeyOwed owed -> throw new Refused(ProofTooOld.PASSKEY_OWED);
    };
  }

  @POST
  @Path("/confirm")
  @NeedsSession
  public Response confirm(ConfirmBody body, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Fields fields = new Fields();
    Optional<TotpCode> code = fields.required("code", body.code(), TotpCode::new);
    fields.check();
    return switch (confirmTotp.confirm(visit.session().signedIn(), code.orElseThrow(), visit.origin())) {
      case ConfirmTotp.Outcome.Enrolled enrolled -> cookies
          .renew(Success.answer(200, "Your second factor is set up. Keep the recovery codes: they are not shown again.",
              RecoveryCodeData.of(enrolled.recoveryCodes())), enrolled.session())
          .build();
      case ConfirmTotp.Outcome.CodeInvalid invalid -> throw new Refused(MfaRefusals.CODE_INVALID);
      case ConfirmTotp.Outcome.NothingOffered nothing -> throw new Refused(MfaRefusals.CODE_INVALID);
      case ConfirmTotp.Outcome.ProofTooOld tooOld -> throw new Refused(MfaRefusals.PROOF_TOO_OLD);
      case ConfirmTotp.Outcome.PasskeyOwed owed -> throw new Refused(ProofTooOld.PASSKEY_OWED);
    };
  }

  @DELETE
  @NeedsSession
  public Response remove(@Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (removeTotp.remove(visit.session().signedIn(), visit.origin())) {
      case RemoveTotp.Outcome.Removed removed -> cookies
          .renew(Success.answer(200, "Your second factor is removed.", new SecondFactorData(false, false, 0)),
              removed.session())
          .build();
      case RemoveTotp.Outcome.NotEnrolled notEnrolled -> throw new Refused(MfaRefusals.NOT_ENROLLED);
      case RemoveTotp.Outcome.Demanded demanded -> throw new Refused(MfaRefusals.DEMANDED);
      case RemoveTotp.Outcome.LastBreakGlass last -> throw new Refused(MfaRefusals.LAST_BREAK_GLASS);
      case RemoveTotp.Outcome.ProofTooOld tooOld -> throw new Refused(MfaRefusals.PROOF_TOO_OLD);
    };
  }

  record ConfirmBody(@Nullable String code) {
    /** Keeps the code out of logs. */
    @Override
    public String toString() {
      return "ConfirmBody[hidden]";
    }
  }
}
