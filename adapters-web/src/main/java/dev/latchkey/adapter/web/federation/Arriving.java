package dev.latchkey.adapter.web.federation;

import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.session.SecondFactorStep;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.application.federation.SsoSessions;
import dev.latchkey.domain.session.Browser;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Where a browser goes on that a provider has just vouched for, with the cookies of its session. */
public final class Arriving {
  private final SessionCookies cookies;
  private final Pages pages;

  public Arriving(SessionCookies cookies, Pages pages) {
    this.cookies = cookies;
    this.pages = pages;
  }

  /** @param wanted the page to go on to, once the second factor is shown */
  public Response lead(SsoSessions.Entered session, Browser browser, Optional<String> wanted) {
    Response.ResponseBuilder onward = SecondFactorStep.lead(pages, session.signedIn(), wanted);
    return switch (session) {
      case SsoSessions.Entered.Opened opened -> cookies.bring(onward, opened.session(), browser).build();
      case SsoSessions.Entered.Promoted promoted -> cookies.renew(onward, promoted.session()).build();
    };
  }
}
