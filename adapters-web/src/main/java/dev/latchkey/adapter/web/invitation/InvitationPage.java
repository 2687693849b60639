package dev.latchkey.adapter.web.invitation;

import dev.latchkey.adapter.web.access.Callers;
import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.Asked;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.InvitationForAccountView;
import dev.latchkey.adapter.web.page.view.InvitationForAccountView.Step;
import dev.latchkey.adapter.web.page.view.InvitationOverView;
import dev.latchkey.adapter.web.page.view.InvitationView;
import dev.latchkey.adapter.web.page.view.OrganizationSection;
import dev.latchkey.adapter.web.page.view.View;
import dev.latchkey.adapter.web.request.ReturnTo;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.invitation.AcceptSignedIn;
import dev.latchkey.application.invitation.ShowInvitation;
import dev.latchkey.application.session.LiveSession;
import dev.latchkey.application.ssoinvitation.OfferSso;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.policy.MfaState;
import dev.latchkey.domain.session.SignedIn;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /invitation?token=}, where the link from the mail leads. Opening it uses nothing up. It asks for what the
 * address needs: a name and a password, signing in, or, once that has been done, one click.
 */
@Dependent
@Path("/invitation")
@Produces(Pages.HTML)
public final class InvitationPage {
  private final ShowInvitation showInvitation;
  private final AcceptSignedIn acceptSignedIn;
  private final OfferSso offerSso;
  private final Callers callers;
  private final Pages pages;

  @Inject
  public InvitationPage(ShowInvitation showInvitation, AcceptSignedIn acceptSignedIn, OfferSso offerSso,
      Callers callers, Pages pages) {
    this.showInvitation = showInvitation;
    this.acceptSignedIn = acceptSignedIn;
    this.offerSso = offerSso;
    this.callers = callers;
    this.pages = pages;
  }

  @GET
  @Public
  @EntryRoute
  public Response open(@QueryParam("token") @Nullable String token, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return InvitationInput.token(token == null ? "" : token).map(link -> open(visit, link))
        .orElseGet(() -> over(pages, visit));
  }

  @POST
  @Path("/join")
  @Public
  @EntryRoute
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response join(SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return InvitationInput.token(form.typed("token")).map(link -> join(visit, link))
        .orElseGet(() -> over(pages, visit));
  }

  private Response open(Visit visit, LinkToken link) {
    return switch (showInvitation.show(link)) {
      case ShowInvitation.Outcome.Open open -> open(visit, link, open);
      case ShowInvitation.Outcome.LinkInvalid invalid -> over(pages, visit);
    };
  }

  private Response open(Visit visit, LinkToken link, ShowInvitation.Outcome.Open open) {
    Optional<SignedIn> caller = callers.find(visit).map(LiveSession::signedIn);
    if (caller.filter(who -> MfaState.of(who) == MfaState.REQUIRED).isPresent()) {
      return pages.goTo(ReturnTo.carry("/sign-in/mfa", Optional.of(path(link)))).build();
    }
    return pages.show(visit, view(link, open, caller.map(who -> who.person().email().value())), Optional.empty());
  }

  private View view(LinkToken link, ShowInvitation.Outcome.Open open, Optional<String> signedInAs) {
    Optional<OfferSso.Outcome.Offered> sso = offerSso.offer(link) instanceof OfferSso.Outcome.Offered offered
        ? Optional.of(offered)
        : Optional.empty();
    Asked asked = asked(open);
    if (signedInAs.filter(address -> !address.equals(asked.email())).isPresent()) {
      return forAccount(link, asked, Step.LEAVE_OTHER_ACCOUNT, signedInAs.get());
    }
    if (signedInAs.isPresent()) {
      return forAccount(link, asked, Step.CONFIRM, null);
    }
    return open.hasAccount()
        ? forAccount(link, asked, Step.SIGN_IN, null)
        : new InvitationView(link.value(), asked, Field.empty(), Field.empty(), PasswordPolicy.SHORTEST_ALONE,
            sso.map(offered -> InvitationSso.path(offered, link)).orElse(null),
            sso.filter(OfferSso.Outcome.Offered::demanded).isPresent(), null);
  }

  private Response join(Visit visit, LinkToken link) {
    return switch (acceptSignedIn.accept(
        new AcceptSignedIn.Command(link, callers.find(visit).map(LiveSession::signedIn), visit.origin()))) {
      case AcceptSignedIn.Outcome.Joined joined -> pages.goTo(OrganizationSection.GENERAL
          .path(joined.organization().value()) + "?" + Notice.INVITATION_ACCEPTED.query()).build();
      case AcceptSignedIn.Outcome.LinkInvalid invalid -> over(pages, visit);
      // What has changed since the page was shown, it shows again.
      case AcceptSignedIn.Outcome.AccountMissing missing -> pages.goTo(path(link)).build();
      case AcceptSignedIn.Outcome.SignInNeeded needed -> pages.goTo(path(link)).build();
      case AcceptSignedIn.Outcome.OtherAccount other -> pages.goTo(path(link)).build();
      case AcceptSignedIn.Outcome.SecondFactorNeeded needed -> pages.goTo(path(link)).build();
    };
  }

  private static View forAccount(LinkToken link, Asked asked, Step step, @Nullable String signedInAs) {
    return new InvitationForAccountView(link.value(), asked, step,
        ReturnTo.carry("/sign-in", Optional.of(path(link))), signedInAs);
  }

  static Asked asked(ShowInvitation.Outcome.Open open) {
    return new Asked(open.organization().value(), open.inviter().value(), open.role(), open.email().value());
  }

  static Response over(Pages pages, Visit visit) {
    return pages.showAgain(visit, 400, new InvitationOverView()).build();
  }

  static String path(LinkToken link) {
    return "/invitation?token=" + link.value();
  }
}
