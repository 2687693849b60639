package dev.latchkey.server.e2e;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail server on this machine that keeps what it is given. */
final class SmtpServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern CODE = Pattern.compile("\\b[0-9]{8}\\b");

  private final GreenMail server;

  private SmtpServer(GreenMail server) {
    this.server = server;
  }

  static SmtpServer start(int port) {
    GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return new SmtpServer(server);
  }

  /** All mails to an address so far, oldest first. */
  List<MimeMessage> all(String address) {
    return Arrays.stream(server.getReceivedMessages()).filter(mail -> isTo(mail, address)).toList();
  }

  /** The first mail to an address, once it is there. */
  MimeMessage await(String address) {
    Await.until("a mail to " + address, PATIENCE, () -> !all(address).isEmpty());
    return all(address).getFirst();
  }

  static String text(MimeMessage mail) {
    try {
      return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The eight digits that a mail carries. */
  static String code(MimeMessage mail) {
    Matcher code = CODE.matcher(text(mail));
    if (!code.find()) {
      throw new IllegalStateException("no code in: " + text(mail));
    }
    return code.group();
  }

  private static boolean isTo(MimeMessage mail, String address) {
    try {
      return mail.getRecipients(Message.RecipientType.TO)[0].toString().equals(address);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
