package dev.latchkey.adapter.web.signin;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.RetryAfter;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.LeavingView;
import dev.latchkey.adapter.web.page.view.MagicLinkConfirmView;
import dev.latchkey.adapter.web.page.view.MagicLinkOverView;
import dev.latchkey.adapter.web.page.view.MagicLinkSentView;
import dev.latchkey.adapter.web.request.Cookies;
import dev.latchkey.adapter.web.request.PendingAddress;
import dev.latchkey.adapter.web.request.PendingReturn;
import dev.latchkey.adapter.web.request.ReturnTo;
import dev.latchkey.adapter.web.request.SsoEntry;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.SecondFactorStep;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.application.signin.RedeemMagicLink;
import dev.latchkey.application.signin.SendMagicLink;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.mail.RecipientLimit;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.Browser;
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
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /magic-link}: having a link mailed, and opening it. Opening signs in at once in the browser that asked, known by
 * its lasting cookie; programs that look into mails have no such cookie, and every other browser has to be told by a
 * click. The token is in the address only until then: it works once, and no other site learns it as a referrer.
 */
@Dependent
@Path("/magic-link")
@Produces(Pages.HTML)
public final class MagicLinkPage {
  private final SendMagicLink sendMagicLink;
  private final RedeemMagicLink redeemMagicLink;
  private final SessionCookies cookies;
  private final Pages pages;

  @Inject
  public MagicLinkPage(SendMagicLink sendMagicLink, RedeemMagicLink redeemMagicLink, SessionCookies cookies,
      Pages pages) {
    this.sendMagicLink = sendMagicLink;
    this.redeemMagicLink = redeemMagicLink;
    this.cookies = cookies;
    this.pages = pages;
  }

  @POST
  @Path("/send")
  @Public
  @EntryRoute
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response send(SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Fields fields = new Fields();
    Optional<EmailAddress> email = fields.required("email", form.filled("email"), EmailAddress::parse);
    fields.check();
    BearerToken browser = cookies.browserOf(visit).token();
    return switch (sendMagicLink
        .send(new SendMagicLink.Command(email.orElseThrow(), visit.locale(), browser, visit.origin()))) {
      case SendMagicLink.Outcome.Sent sent -> pages
          .goTo("/magic-link/sent" + (form.typed("again").isEmpty() ? "" : "?" + Notice.LINK_SENT.query()))
          .header(HttpHeaders.SET_COOKIE, Cookies.browser(browser))
          .header(HttpHeaders.SET_COOKIE, PendingAddress.SIGN_IN.cookie(email.orElseThrow()))
          .header(HttpHeaders.SET_COOKIE, PendingReturn.cookie(wanted(visit, form))).build();
      case SendMagicLink.Outcome.TooManyMails tooMany -> pages
          .showAgain(visit, 429, new MagicLinkSentView(null, pages.messages(visit).text("refused.tooManyMails")))
          .header(HttpHeaders.RETRY_AFTER, RetryAfter.of(RecipientLimit.PERIOD)).build();
    };
  }

  @GET
  @Path("/sent")
  @Public
  public Response sent(@QueryParam(Notice.PARAMETER) @Nullable String notice, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    String address = PendingAddress.SIGN_IN.of(visit).map(EmailAddress::value).orElse(null);
    return pages.show(visit, new MagicLinkSentView(address, null), Notice.parse(notice));
  }

  @GET
  @Public
  @EntryRoute
  public Response open(@QueryParam("token") @Nullable String token, @Context HttpServletRequest request) {
    return redeem(Visit.of(request), token == null ? "" : token, false);
  }

  @POST
  @Public
  @EntryRoute
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response confirm(SubmittedForm form, @Context HttpServletRequest request) {
    return redeem(Visit.of(request), form.typed("token"), true);
  }

  private Response redeem(Visit visit, String text, boolean confirmed) {
    Optional<LinkToken> token = parse(text);
    if (token.isEmpty()) {
      return over(visit);
    }
    Browser browser = cookies.browserOf(visit);
    return switch (redeemMagicLink
        .redeem(new RedeemMagicLink.Command(token.get(), browser, confirmed, visit.origin()))) {
      case RedeemMagicLink.Outcome.SignedIn in -> cookies
          .bring(SecondFactorStep.lead(pages, in.opened().session().signedIn(), PendingReturn.of(visit)), in.opened(),
              browser)
          .header(HttpHeaders.SET_COOKIE, PendingAddress.SIGN_IN.cleared())
          .header(HttpHeaders.SET_COOKIE, PendingReturn.cleared()).build();
      case RedeemMagicLink.Outcome.ConfirmationNeeded needed -> pages.show(visit,
          new MagicLinkConfirmView(token.get().value()), Optional.empty());
      case RedeemMagicLink.Outcome.LinkInvalid invalid -> over(visit);
      case RedeemMagicLink.Outcome.SsoRequired sso -> pages.leave(visit,
          URI.create(ReturnTo.carry(SsoEntry.path(sso.organization().value()), PendingReturn.of(visit))),
          LeavingView.Reason.SIGN_IN).build();
    };
  }

  /** A link that is asked for again leads where the first one would have led. */
  private static Optional<String> wanted(Visit visit, SubmittedForm form) {
    return form.typed("again").isEmpty() ? ReturnTo.parse(form.filled("returnTo")) : PendingReturn.of(visit);
  }

  private Response over(Visit visit) {
    return pages.showAgain(visit, 400, new MagicLinkOverView()).build();
  }

  private static Optional<LinkToken> parse(String token) {
    try {
      return Optional.of(LinkToken.parse(token));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }
}
