package dev.latchkey.adapter.web.session;

import dev.latchkey.adapter.web.request.Cookies;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.session.SessionPromotion;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.Browser;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.random.RandomGenerator;

/** Gives browsers the two cookies that signing in brings, and the new one that each further proof brings. */
public final class SessionCookies {
  private final RandomGenerator random;

  /** @param random hard to guess: whoever knows a cookie's value is believed */
  public SessionCookies(RandomGenerator random) {
    this.random = random;
  }

  /** The browser by its lasting cookie, or by a new one, which reaches it only if signing in succeeds. */
  public Browser browserOf(Visit visit) {
    return new Browser(visit.browserToken().orElseGet(() -> BearerToken.random(random)), visit.sessionToken());
  }

  /** Adds both cookies to the answer that signs a person in. */
  public Response.ResponseBuilder bring(Response.ResponseBuilder answer, SessionOpening.Opened opened,
      Browser browser) {
    return answer.header(HttpHeaders.SET_COOKIE, Cookies.session(opened.token()))
        .header(HttpHeaders.SET_COOKIE, Cookies.browser(browser.token()));
  }

  /** Adds the cookie under which a session goes on that has shown more. */
  public Response.ResponseBuilder renew(Response.ResponseBuilder answer, SessionPromotion.Promoted promoted) {
    return answer.header(HttpHeaders.SET_COOKIE, Cookies.session(promoted.token()));
  }

  /** Takes the cookie of a session that is over. */
  public Response.ResponseBuilder take(Response.ResponseBuilder answer) {
    return answer.header(HttpHeaders.SET_COOKIE, Cookies.cleared(Cookies.SESSION));
  }
}
