package dev.latchkey.server.settings;

import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.account.EmailAddress;
import java.util.Optional;

/**
 * How mails leave.
 *
 * @param from sender of every mail
 * @param server the mail server; none in a trial, where mails are read on a page instead
 */
public record Mail(EmailAddress from, Optional<Server> server) {

  /** A mail server, and how to sign in to it. */
  public record Server(String host, int port, Encryption encryption, Optional<Credentials> credentials) {}

  /** What the mail server wants to know before it takes mails. */
  public record Credentials(String user, Secret password) {}

  /** How the way to the mail server is protected. */
  public enum Encryption {
    /** Not at all: for a relay on the same machine. */
    NONE,
    /** Starts in the clear and must switch to TLS before anything is said. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS
  }

  static Mail read(Values values) {
    Optional<String> host = values.text("LATCHKEY_SMTP_HOST");
    Encryption encryption = values.choice("LATCHKEY_SMTP_TLS", Encryption.class, Encryption.STARTTLS);
    int usualPort = switch (encryption) {
      case NONE -> 25;
      case STARTTLS -> 587;
      case TLS -> 465;
    };
    int port = values.number("LATCHKEY_SMTP_PORT", usualPort, 1, 65_535);
    Optional<String> user = values.text("LATCHKEY_SMTP_USER");
    Optional<Secret> password = values.secret("LATCHKEY_SMTP_PASSWORD");
    if (user.isPresent() != password.isPresent()) {
      values.refuse("LATCHKEY_SMTP_USER", "and LATCHKEY_SMTP_PASSWORD must be set together");
    }
    EmailAddress from = values.parsed("LATCHKEY_MAIL_FROM", new EmailAddress("latchkey@localhost.localdomain"),
        "an e-mail address", Mail::address);
    if (host.isPresent() && values.text("LATCHKEY_MAIL_FROM").isEmpty()) {
      values.refuse("LATCHKEY_MAIL_FROM", "is missing: the sender of all mails that go to LATCHKEY_SMTP_HOST");
    }
    Optional<Credentials> credentials = user.flatMap(name -> password.map(word -> new Credentials(name, word)));
    return new Mail(from, host.map(name -> new Server(name, port, encryption, credentials)));
  }

  private static EmailAddress address(String text) {
    try {
      return EmailAddress.parse(text);
    } catch (InvalidValue e) {
      throw new IllegalArgumentException(e);
    }
  }
}
