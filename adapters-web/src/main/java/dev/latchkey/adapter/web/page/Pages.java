package dev.latchkey.adapter.web.page;

import dev.latchkey.adapter.web.page.view.LeavingView;
import dev.latchkey.adapter.web.page.view.Page;
import dev.latchkey.adapter.web.page.view.Toast;
import dev.latchkey.adapter.web.page.view.View;
import dev.latchkey.adapter.web.page.view.Viewer;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.social.SocialClients;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Answers with pages, in the reader's language. Every address in them is our own. */
public final class Pages {
  public static final String HTML = "text/html;charset=UTF-8";

  private final Templates templates;
  private final WebSettings settings;
  private final SocialClients social;
  private final InstantSource clock;

  public Pages(Templates templates, WebSettings settings, SocialClients social, InstantSource clock) {
    this.templates = templates;
    this.settings = settings;
    this.social = social;
    this.clock = clock;
  }

  /** The whole page in UTF-8. */
  public byte[] draw(Visit visit, View view, Optional<Notice> notice) {
    Messages messages = messages(visit);
    Toast toast = notice.map(it -> new Toast(it.tone(), messages.text(it.key()))).orElse(null);
    return templates.render(
        new Page(messages, settings.productName(), clock.instant(), settings.trialMailbox(), social.offered(), toast),
        view);
  }

  public Response show(Visit visit, View view, Optional<Notice> notice) {
    return Response.ok(draw(visit, view, notice), HTML).build();
  }

  /** A page that comes back because something was wrong; headers can be added. */
  public Response.ResponseBuilder showAgain(Visit visit, int status, View view) {
    return Response.status(status).type(HTML).entity(draw(visit, view, Optional.empty()));
  }

  /** Leads on to a page of our own after something was done, so that reloading doesn't do it again. */
  public Response.ResponseBuilder goTo(String path) {
    // Spelt out, since a relative one would be completed with the host that the request claims.
    return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, settings.ownUrl(path));
  }

  /**
   * Leads on to somewhere else after a form was sent, such as to an identity provider. By a page of our own in between:
   * browsers hold {@code form-action} against every redirect that follows a form, and we would have to allow all sites.
   *
   * @param target a path of our own, or an address elsewhere that we trust
   */
  public Response.ResponseBuilder leave(Visit visit, URI target, LeavingView.Reason reason) {
    URI absolute = target.isAbsolute() ? target : settings.ownUrl(target.toString());
    return Response.ok(draw(visit, new LeavingView(absolute.toString(), reason), Optional.empty()), HTML)
        .header("Refresh", "0; url=" + absolute);
  }

  /** Leads to where people land: the page they wanted, else the application, else our home. */
  public Response.ResponseBuilder land(Optional<String> wanted, String home) {
    return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, landing(wanted, home));
  }

  /** Where people land, for a link. */
  public URI landing(Optional<String> wanted, String home) {
    return wanted.isPresent() || settings.landsAtHome() ? settings.ownUrl(wanted.orElse(home)) : settings.appUrl();
  }

  /** Who is signed in, as the console's frame shows it. */
  public static Viewer viewer(Visit visit) {
    SignedIn.Person person = visit.session().signedIn().person();
    return new Viewer(person.name().value(), person.email().value());
  }

  /** The time that pages are seen from. */
  public Instant now() {
    return clock.instant();
  }

  public Messages messages(Visit visit) {
    return Messages.of(visit.locale());
  }
}
