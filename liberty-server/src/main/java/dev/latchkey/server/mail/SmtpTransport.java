package dev.latchkey.server.mail;

import dev.latchkey.application.mail.MailTransport;
import dev.latchkey.domain.mail.OutgoingMail;
import dev.latchkey.server.settings.Mail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;

/** Hands mails over by SMTP (RFC 5321), each as text and as HTML. */
public final class SmtpTransport implements MailTransport {
  private static final String PATIENCE_MILLIS = "10000";

  private final Session session;
  private final InternetAddress from;
  private final Mail.Server server;
  private final InstantSource clock;

  public SmtpTransport(Mail settings, Mail.Server server, String productName, InstantSource clock) {
    this.server = server;
    this.clock = clock;
    this.session = Session.getInstance(properties(server));
    try {
      this.from = new InternetAddress(settings.from().value(), productName, StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("Every Java platform has UTF-8", e);
    }
  }

  private static Properties properties(Mail.Server server) {
    Properties properties = new Properties();
    boolean tls = server.encryption() == Mail.Encryption.TLS;
    boolean startTls = server.encryption() == Mail.Encryption.STARTTLS;
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", server.host());
    properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
    properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
    // Or whoever sits on the way could talk us out of it and read the codes.
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
    properties.setProperty("mail.smtp.auth", Boolean.toString(server.credentials().isPresent()));
    properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
    return properties;
  }

  @Override
  public void send(OutgoingMail mail) {
    try (Transport transport = session.getTransport()) {
      MimeMessage message = message(mail);
      if (server.credentials().isPresent()) {
        Mail.Credentials credentials = server.credentials().get();
        transport.connect(credentials.user(), credentials.password().value());
      } else {
        transport.connect();
      }
      transport.sendMessage(message, message.getAllRecipients());
    } catch (MessagingException e) {
      throw new NotAccepted("The mail server at " + server.host() + ":" + server.port() + " did not take the mail", e);
    }
  }

  private MimeMessage message(OutgoingMail mail) throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(from);
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to().value()));
    message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(clock.instant()));
    // Out-of-office answers to codes help nobody (RFC 3834 §5).
    message.setHeader("Auto-Submitted", "auto-generated");
    MimeBodyPart text = new MimeBodyPart();
    text.setText(mail.text(), StandardCharsets.UTF_8.name());
    MimeBodyPart html = new MimeBodyPart();
    html.setText(mail.html(), StandardCharsets.UTF_8.name(), "html");
    message.setContent(new MimeMultipart("alternative", text, html));
    message.saveChanges();
    return message;
  }
}
