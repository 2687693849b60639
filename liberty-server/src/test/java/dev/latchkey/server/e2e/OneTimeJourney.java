package dev.latchkey.server.e2e;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A journey that hands a one-time secret out by mail.
 *
 * @param start has one mailed to somebody new
 * @param present shows a secret, and with it whatever else the step wants
 */
record OneTimeJourney(String name, Function<TwoNodes, Issued> start,
    BiFunction<Issued, ApiClient, ApiClient.Answer> present) {
  private static final Pattern TOKEN = Pattern.compile("token=([0-9A-Z]{26})\\.(\\S+)");
  private static final String NEW_PASSWORD = "nine loud kettles sing";

  /** Codes of several journeys are entered at one place, which knows them apart. */
  private static final BiFunction<Issued, ApiClient, ApiClient.Answer> ENTERING = OneTimeJourney::verify;

  /** All of them. */
  static final List<OneTimeJourney> ALL = List.of(
      new OneTimeJourney("sign-up code", nodes -> signUp(nodes), ENTERING),
      new OneTimeJourney("e-mail change code", nodes -> emailChange(nodes), ENTERING),
      new OneTimeJourney("reset code", nodes -> forgot(nodes), OneTimeJourney::reset),
      new OneTimeJourney("magic link", nodes -> link(nodes), OneTimeJourney::redeem),
      new OneTimeJourney("invitation", nodes -> invite(nodes), OneTimeJourney::accept));

  /**
   * A secret on its way.
   *
   * @param browser that asked for it
   * @param id of what the database holds of it
   */
  record Issued(TwoNodes nodes, ApiClient browser, String email, String id, String secret) {

    /** The same attempt with another secret. */
    Issued with(String otherSecret) {
      return new Issued(nodes, browser, email, id, otherSecret);
    }

    String state() {
      return nodes.database().text("SELECT state FROM one_time_secret WHERE id = ?", id);
    }
  }

  /** Whether the other one's secrets are shown at the same place. */
  boolean sharesItsDoorWith(OneTimeJourney other) {
    return present.equals(other.present);
  }

  ApiClient.Answer present(Issued issued) {
    return present.apply(issued, issued.browser());
  }

  /** The same at another node, in the same browser. */
  ApiClient.Answer presentAt(Issued issued, LatchkeyProcess node) {
    return present.apply(issued, issued.browser().at(node.uri()));
  }

  @Override
  public String toString() {
    return name;
  }

  private static Issued signUp(TwoNodes nodes) {
    ApiClient browser = nodes.browser();
    String email = Person.newAddress();
    String challenge = Person.applyAt(browser, email);
    return new Issued(nodes, browser, email, challenge, nodes.mailbox().awaitMailTo(email).code());
  }

  private static ApiClient.Answer verify(Issued issued, ApiClient browser) {
    return Person.verify(browser, issued.id(), issued.secret());
  }

  private static Issued emailChange(TwoNodes nodes) {
    Person person = nodes.someone();
    String email = Person.newAddress();
    String challenge = EmailChange.begin(person, email);
    return new Issued(nodes, person.browser(), email, challenge, EmailChange.codeTo(nodes, email));
  }

  private static Issued forgot(TwoNodes nodes) {
    Person person = nodes.someone();
    ApiClient browser = nodes.browser();
    String challenge = browser.post("/api/auth/password/forgot", Map.of("email", person.email())).data()
        .path("challengeId").asText();
    TrialMailbox.Mail mail = nodes.mailbox().awaitMailTo(person.email(),
        it -> !it.text().replace(" ", "").contains(person.code()) && code(it).isPresent());
    return new Issued(nodes, browser, person.email(), challenge, mail.code());
  }

  private static ApiClient.Answer reset(Issued issued, ApiClient browser) {
    return browser.post("/api/auth/password/reset",
        Map.of("challengeId", issued.id(), "code", issued.secret(), "newPassword", NEW_PASSWORD));
  }

  private static Issued link(TwoNodes nodes) {
    Person person = nodes.someone();
    ApiClient browser = nodes.browser();
    browser.post("/api/auth/magic-link", Map.of("email", person.email()));
    return linkIn(nodes, browser, person.email());
  }

  private static ApiClient.Answer redeem(Issued issued, ApiClient browser) {
    return browser.post("/api/auth/magic-link/redeem",
        Map.of("token", issued.id() + "." + issued.secret(), "confirm", true));
  }

  private static Issued invite(TwoNodes nodes) {
    String guest = Person.newAddress();
    Invitations.of(nodes, nodes.someone()).send(guest, "agent");
    return linkIn(nodes, nodes.browser(), guest);
  }

  /** Comes back when hashing is busy, as it is while many do this at once. */
  private static ApiClient.Answer accept(Issued issued, ApiClient browser) {
    ApiClient.Answer answer = Invitations.accept(browser, issued.id() + "." + issued.secret());
    return answer.status() == 503 ? accept(issued, browser) : answer;
  }

  /** What stands in the newest mail with a link. */
  private static Issued linkIn(TwoNodes nodes, ApiClient browser, String email) {
    Matcher token = TOKEN.matcher(nodes.mailbox().awaitMailTo(email, it -> TOKEN.matcher(it.text()).find()).text());
    if (!token.find()) {
      throw new IllegalStateException("no link");
    }
    return new Issued(nodes, browser, email, token.group(1), token.group(2));
  }

  private static Optional<String> code(TrialMailbox.Mail mail) {
    return Optional.of(mail.text()).filter(text -> Pattern.compile("(?<![0-9])[0-9]{8}(?![0-9])").matcher(text).find());
  }
}
