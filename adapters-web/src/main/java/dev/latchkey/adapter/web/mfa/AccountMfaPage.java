package dev.latchkey.adapter.web.mfa;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.AccountMfaView;
import dev.latchkey.adapter.web.page.view.RecoveryCodesView;
import dev.latchkey.adapter.web.page.view.RemoveMfaView;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.ProofTooOld;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.application.mfa.ReadSecondFactor;
import dev.latchkey.application.mfa.RemoveTotp;
import dev.latchkey.application.mfa.RenewRecoveryCodes;
import dev.latchkey.domain.session.SignedIn;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /account/mfa}: the account's second factor. Setting it up is {@link SetUpMfaPage}'s. */
@Dependent
@Path(AccountMfaPage.PATH)
@Produces(Pages.HTML)
public final class AccountMfaPage {
  static final String PATH = "/account/mfa";

  private final ReadSecondFactor readSecondFactor;
  private final RenewRecoveryCodes renewRecoveryCodes;
  private final RemoveTotp removeTotp;
  private final SessionCookies cookies;
  private final Pages pages;

  @Inject
  public AccountMfaPage(ReadSecondFactor readSecondFactor, RenewRecoveryCodes renewRecoveryCodes,
      RemoveTotp removeTotp, SessionCookies cookies, Pages pages) {
    this.readSecondFactor = readSecondFactor;
    this.renewRecoveryCodes = renewRecoveryCodes;
    this.removeTotp = removeTotp;
    this.cookies = cookies;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response show(@QueryParam(Notice.PARAMETER) @Nullable String notice, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    SignedIn signedIn = visit.session().signedIn();
    ReadSecondFactor.SecondFactor found = readSecondFactor.read(signedIn);
    return pages.show(visit, new AccountMfaView(Pages.viewer(visit), found.enrolled(), found.recoveryCodesLeft(),
        Demanding.organizations(signedIn)), Notice.parse(notice));
  }

  @POST
  @Path("/recovery-codes")
  @NeedsSession
  public Response renew(@Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (renewRecoveryCodes.renew(visit.session().signedIn(), visit.origin())) {
      case RenewRecoveryCodes.Outcome.Renewed renewed -> pages.show(visit,
          new RecoveryCodesView(RecoveryCodeData.of(renewed.recoveryCodes()).recoveryCodes(), true, PATH),
          Optional.empty());
      case RenewRecoveryCodes.Outcome.NotEnrolled notEnrolled -> pages.goTo(PATH).build();
      case RenewRecoveryCodes.Outcome.ProofTooOld tooOld -> pages.goTo(ProofTooOld.before(PATH)).build();
    };
  }

  @GET
  @Path("/remove")
  @NeedsSession
  public Response askBeforeRemoving(@Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    SignedIn signedIn = visit.session().signedIn();
    return signedIn.person().mfaEnrolled() && !signedIn.mfaDemanded()
        ? pages.show(visit, new RemoveMfaView(Pages.viewer(visit), null), Optional.empty())
        : pages.goTo(PATH).build();
  }

  @POST
  @Path("/remove")
  @NeedsSession
  public Response remove(@Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (removeTotp.remove(visit.session().signedIn(), visit.origin())) {
      case RemoveTotp.Outcome.Removed removed -> cookies
          .renew(pages.goTo(PATH + "?" + Notice.MFA_REMOVED.query()), removed.session()).build();
      case RemoveTotp.Outcome.NotEnrolled notEnrolled -> pages.goTo(PATH).build();
      case RemoveTotp.Outcome.Demanded demanded -> throw new Refused(MfaRefusals.DEMANDED);
      case RemoveTotp.Outcome.LastBreakGlass last -> pages.showAgain(visit, Code.LAST_BREAK_GLASS.status(),
          new RemoveMfaView(Pages.viewer(visit),
              pages.messages(visit).text("refused.mfa.lastBreakGlass", last.organization().value())))
          .build();
      case RemoveTotp.Outcome.ProofTooOld tooOld -> pages.goTo(ProofTooOld.before(PATH + "/remove")).build();
    };
  }
}
