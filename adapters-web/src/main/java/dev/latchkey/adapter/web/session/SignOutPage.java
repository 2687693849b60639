package dev.latchkey.adapter.web.session;

import dev.latchkey.adapter.web.access.Callers;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.LeavingView;
import dev.latchkey.adapter.web.request.Cookies;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.signin.SignOut;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** {@code POST /sign-out}: for everybody, since who presses the button of an old page wants to be signed out as well. */
@Dependent
@Path("/sign-out")
public final class SignOutPage {
  private final SignOut signOut;
  private final Callers callers;
  private final Pages pages;

  @Inject
  public SignOutPage(SignOut signOut, Callers callers, Pages pages) {
    this.signOut = signOut;
    this.callers = callers;
    this.pages = pages;
  }

  @POST
  @Public
  public Response submit(@Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Optional<URI> provider = callers.find(visit).map(live -> signOut.signOut(live.signedIn().session(), visit.origin()))
        .flatMap(outcome -> switch (outcome) {
          case SignOut.Outcome.Ended ended -> ended.provider();
          case SignOut.Outcome.AlreadyEnded alreadyEnded -> Optional.empty();
        });
    return provider.map(address -> pages.leave(visit, address, LeavingView.Reason.SIGN_OUT))
        .orElseGet(() -> pages.land(Optional.empty(), "/sign-in?" + Notice.SIGNED_OUT.query()))
        .header(HttpHeaders.SET_COOKIE, Cookies.cleared(Cookies.SESSION)).build();
  }
}
