package dev.latchkey.adapter.web.mail;

import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.json.Json;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.TrialMailView;
import dev.latchkey.adapter.web.page.view.TrialMailboxView;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.application.mail.ReadTrialMail;
import dev.latchkey.application.mail.TrialMailbox;
import dev.latchkey.domain.account.EmailAddress;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /dev/mail}: the mails of a trial without a mail server. They hold everybody's codes, so only whoever sits at
 * this machine sees them; to all others nothing is there.
 */
@Dependent
@Path("/dev/mail")
public final class TrialMailPage {
  /** Mails bring their styles along and may do nothing else. */
  private static final String MAIL_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; "
      + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final ReadTrialMail readTrialMail;
  private final Pages pages;
  private final WebSettings settings;

  @Inject
  public TrialMailPage(ReadTrialMail readTrialMail, Pages pages, WebSettings settings) {
    this.readTrialMail = readTrialMail;
    this.pages = pages;
    this.settings = settings;
  }

  @GET
  @Public
  @Produces(Pages.HTML)
  public Response list(@QueryParam("to") @Nullable String to, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    List<TrialMailboxView.Line> lines = mails(visit, to).stream().map(received -> new TrialMailboxView.Line(
        received.mail().id().value(), received.mail().to().value(), received.mail().subject(), received.sentAt()))
        .toList();
    return pages.show(visit, new TrialMailboxView(lines, to), Optional.empty());
  }

  @GET
  @Public
  @Produces(MediaType.APPLICATION_JSON + ";qs=0.5")
  public byte[] listForPrograms(@QueryParam("to") @Nullable String to, @Context HttpServletRequest request) {
    return Json.write(mails(Visit.of(request), to).stream().map(MailData::of).toList());
  }

  @GET
  @Path("/{id}")
  @Public
  @Produces(Pages.HTML)
  public Response show(@PathParam("id") String id, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    MailData mail = find(visit, id);
    return pages.show(visit, new TrialMailView(mail.id(), mail.to(), mail.subject(), mail.sentAt(), mail.text(),
        !mail.html().isEmpty()), Optional.empty());
  }

  @GET
  @Path("/{id}/html")
  @Public
  @Produces(Pages.HTML)
  public String showHtml(@PathParam("id") String id, @Context HttpServletRequest request,
      @Context HttpServletResponse response) {
    MailData mail = find(Visit.of(request), id);
    response.setHeader("Content-Security-Policy", MAIL_POLICY);
    return mail.html();
  }

  private MailData find(Visit visit, String id) {
    return mails(visit, null).stream().filter(received -> received.mail().id().value().equals(id)).findFirst()
        .map(MailData::of).orElseThrow(() -> new Refused(Refusal.notFound()));
  }

  private List<TrialMailbox.Received> mails(Visit visit, @Nullable String to) {
    if (!settings.trialMailbox() || !AtThisMachine.isTrueFor(visit)) {
      throw new Refused(Refusal.notFound());
    }
    Fields fields = new Fields();
    Optional<EmailAddress> recipient = fields.optional("to", to, EmailAddress::parse);
    fields.check();
    return readTrialMail.read(recipient).mails();
  }

  /** A mail for programs. */
  record MailData(String id, String to, String subject, String text, String html, Instant sentAt) {
    static MailData of(TrialMailbox.Received received) {
      var mail = received.mail();
      return new MailData(mail.id().value(), mail.to().value(), mail.subject(), mail.text(), mail.html(),
          received.sentAt());
    }

    /** Keeps codes out of logs. */
    @Override
    public String toString() {
      return "MailData[" + id + "]";
    }
  }
}
