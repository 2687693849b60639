package dev.latchkey.adapter.web.mfa;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.RetryAfter;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.page.FormFields;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.ReauthenticateView;
import dev.latchkey.adapter.web.page.view.ReauthenticateView.Way;
import dev.latchkey.adapter.web.request.ReturnTo;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.ProofTooOld;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.adapter.web.text.Times;
import dev.latchkey.application.Unavailable;
import dev.latchkey.application.federation.OfferSsoProof;
import dev.latchkey.application.mfa.ReadOwnMeans;
import dev.latchkey.application.mfa.Reauthenticate;
import dev.latchkey.domain.session.SignedIn;
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
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /reauthenticate}: shows again who one is, on the way to a page that wants a fresh proof. */
@Dependent
@Path(ProofTooOld.PATH)
@Produces(Pages.HTML)
public final class ReauthenticatePage {
  static final String PATH = ProofTooOld.PATH;

  private final Reauthenticate reauthenticate;
  private final ReadOwnMeans readOwnMeans;
  private final OfferSsoProof offerSsoProof;
  private final SessionCookies cookies;
  private final Pages pages;

  @Inject
  public ReauthenticatePage(Reauthenticate reauthenticate, ReadOwnMeans readOwnMeans,
      OfferSsoProof offerSsoProof, SessionCookies cookies, Pages pages) {
    this.reauthenticate = reauthenticate;
    this.readOwnMeans = readOwnMeans;
    this.offerSsoProof = offerSsoProof;
    this.cookies = cookies;
    this.pages = pages;
  }

  /** The path that leads here and then on to a page of ours. */
  public static String before(String page) {
    return ProofTooOld.before(page);
  }

  @GET
  @NeedsSession
  public Response show(@QueryParam("returnTo") @Nullable String returnTo, @QueryParam("with") @Nullable String with,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    SignedIn signedIn = visit.session().signedIn();
    Optional<String> wanted = ReturnTo.parse(returnTo);
    boolean byPasskey = "passkey".equals(with);
    Set<Way> possible = byPasskey ? EnumSet.of(Way.PASSKEY) : possible(signedIn);
    return pages.show(visit, new ReauthenticateView(signedIn.person().email().value(),
        first(possible, "password".equals(with)), possible,
        byPasskey ? List.of() : SsoWays.before(wanted, signedIn, offerSsoProof), Field.empty(), wanted.orElse(null),
        null), Optional.empty());
  }

  @POST
  @NeedsSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(SubmittedForm form, @Context HttpServletRequest request) {
    return new Answer(Visit.of(request), form).judge();
  }

  /** Everybody can show something: who has no password has a mailbox. */
  private Set<Way> possible(SignedIn signedIn) {
    ReadOwnMeans.Means means = readOwnMeans.read(signedIn);
    Set<Way> possible = EnumSet.of(means.password() ? Way.PASSWORD : Way.MAIL);
    if (means.app()) {
      possible.add(Way.APP);
    }
    if (means.passkey()) {
      possible.add(Way.PASSKEY);
    }
    return possible;
  }

  private static Way first(Set<Way> possible, boolean ratherPassword) {
    List<Way> order = ratherPassword
        ? List.of(Way.PASSWORD, Way.APP, Way.PASSKEY, Way.MAIL)
        : List.of(Way.APP, Way.PASSWORD, Way.PASSKEY, Way.MAIL);
    return order.stream().filter(possible::contains).findFirst().orElseThrow();
  }

  /** The form that came in, and how it is shown again. */
  private final class Answer {
    private final Visit visit;
    private final SignedIn signedIn;
    private final SubmittedForm form;
    private final Messages messages;
    private final Optional<String> wanted;
    private final boolean byCode;

    private Answer(Visit visit, SubmittedForm form) {
      this.visit = visit;
      this.signedIn = visit.session().signedIn();
      this.form = form;
      this.messages = pages.messages(visit);
      this.wanted = ReturnTo.parse(form.typed("returnTo"));
      this.byCode = form.typed("with").equals("code");
    }

    private Response judge() {
      Fields fields = new Fields();
      Optional<Reauthenticate.Evidence> evidence = EvidenceInput.parse(fields, "totp",
          byCode ? form.typed("totp") : form.filled("totp"), form.filled("password"));
      if (evidence.isEmpty()) {
        return again(400, fields.errors());
      }
      try {
        return switch (reauthenticate
            .reauthenticate(new Reauthenticate.Command(signedIn, evidence.get(), visit.origin()))) {
          case Reauthenticate.Outcome.Proven proven -> cookies.renew(pages.goTo(wanted.orElse("/")), proven.session())
              .build();
          case Reauthenticate.Outcome.Refused refused -> again(byCode ? 400 : 401,
              List.of(FieldError.of(byCode ? "totp" : "password", "INVALID", "This isn't right.")));
          case Reauthenticate.Outcome.TooManyTries tooMany -> wait(429, "refused.mfa.wait", tooMany.retryAfter());
        };
      } catch (Unavailable busy) {
        return wait(503, "refused.busy", busy.retryAfter());
      }
    }

    private Response again(int status, List<FieldError> errors) {
      return ask(status, new FormFields(form, errors, messages).secret(byCode ? "totp" : "password"), null).build();
    }

    private Response wait(int status, String key, Duration pause) {
      return ask(status, Field.empty(), messages.text(key, Times.wait(messages, pause)))
          .header(HttpHeaders.RETRY_AFTER, RetryAfter.of(pause)).build();
    }

    private Response.ResponseBuilder ask(int status, Field answer, @Nullable String problem) {
      return pages.showAgain(visit, status, new ReauthenticateView(signedIn.person().email().value(),
          byCode ? Way.APP : Way.PASSWORD, possible(signedIn), SsoWays.before(wanted, signedIn, offerSsoProof), answer,
          wanted.orElse(null), problem));
    }
  }
}
