package dev.latchkey.server.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How one-time secrets come into the world, each mailed to somebody new. */
final class Issuing {
  private static final Pattern TOKEN = Pattern.compile("token=([0-9A-Z]{26})\\.(\\S+)");
  private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{8}(?![0-9])");

  private Issuing() {}

  static Issued signUp(TwoNodes nodes) {
    ApiClient browser = nodes.browser();
    String email = Person.newAddress();
    String challenge = Person.applyAt(browser, email);
    String code = nodes.mailbox().awaitMailTo(email).code();
    return Issued.to(nodes, browser, email, challenge, code, () -> resent(nodes, browser, email, challenge, code));
  }

  static Issued emailChange(TwoNodes nodes) {
    return emailChange(nodes, nodes.someone());
  }

  private static Issued emailChange(TwoNodes nodes, Person person) {
    String email = Person.newAddress();
    String challenge = EmailChange.begin(person, email);
    return Issued.to(nodes, person.browser(), email, challenge, EmailChange.codeTo(nodes, email),
        () -> emailChange(nodes, person));
  }

  static Issued forgot(TwoNodes nodes) {
    Person person = nodes.someone();
    return forgot(nodes, person, person.code());
  }

  private static Issued forgot(TwoNodes nodes, Person person, String before) {
    ApiClient browser = nodes.browser();
    String challenge = browser.post("/api/auth/password/forgot", Map.of("email", person.email())).data()
        .path("challengeId").asText();
    String code = codeAfter(nodes, person.email(), before);
    return Issued.to(nodes, browser, person.email(), challenge, code, () -> forgot(nodes, person, code));
  }

  static Issued link(TwoNodes nodes) {
    return link(nodes, nodes.someone(), "nothing before");
  }

  private static Issued link(TwoNodes nodes, Person person, String before) {
    ApiClient browser = nodes.browser();
    browser.post("/api/auth/magic-link", Map.of("email", person.email()));
    Matcher token = tokenAfter(nodes, person.email(), before);
    return Issued.to(nodes, browser, person.email(), token.group(1), token.group(2),
        () -> link(nodes, person, token.group()));
  }

  static Issued invite(TwoNodes nodes) {
    String guest = Person.newAddress();
    Person owner = nodes.someone();
    JsonNode sent = Invitations.of(nodes, owner).send(guest, "agent").data();
    return mailed(nodes, owner, guest,
        new Issued.Held(owner.organization(), "/invitations/" + sent.path("id").asText(), "/resend"), "nothing before");
  }

  static Issued setupLink(TwoNodes nodes) {
    Person owner = nodes.someone();
    String newcomer = Person.newAddress();
    ApiClient.Answer added = owner.browser().post("/api/user/organizations/" + owner.organization() + "/members",
        Map.of("email", newcomer, "name", "Bob Miller", "role", "agent"));
    Issued.Held held = new Issued.Held(owner.organization(), "/members/" + added.data().path("id").asText(),
        "/setup-email");
    resend(owner, held);
    return mailed(nodes, owner, newcomer, held, "nothing before");
  }

  static Issued setupCode(TwoNodes nodes) {
    Issued link = setupLink(nodes);
    String challenge = OneTimeJourney.setUp(link, link.browser()).data().path("challengeId").asText();
    String code = codeAfter(nodes, link.email(), "nothing before");
    return new Issued(nodes, link.browser(), link.email(), challenge, code,
        () -> resent(nodes, link.browser(), link.email(), challenge, code), link.held());
  }

  /** The link in a mail that an organization has sent and can send again. */
  private static Issued mailed(TwoNodes nodes, Person owner, String email, Issued.Held held, String before) {
    Matcher token = tokenAfter(nodes, email, before);
    return new Issued(nodes, nodes.browser(), email, token.group(1), token.group(2), () -> {
      resend(owner, held);
      return mailed(nodes, owner, email, held, token.group());
    }, Optional.of(held));
  }

  private static void resend(Person owner, Issued.Held held) {
    ApiClient.Answer answer = owner.browser().post(held.pathIn(owner.organization()) + held.resend());
    if (answer.status() >= 300) {
      throw new IllegalStateException(answer.status() + " " + answer.body());
    }
  }

  /** A new code for the same attempt. */
  private static Issued resent(TwoNodes nodes, ApiClient browser, String email, String challenge, String before) {
    browser.post("/api/auth/email/resend", Map.of("challengeId", challenge));
    String code = codeAfter(nodes, email, before);
    return Issued.to(nodes, browser, email, challenge, code, () -> resent(nodes, browser, email, challenge, code));
  }

  private static String codeAfter(TwoNodes nodes, String email, String before) {
    Predicate<String> newer = text -> CODE.matcher(text).find() && !text.contains(before);
    return nodes.mailbox().awaitMailTo(email, mail -> newer.test(mail.text())).code();
  }

  private static Matcher tokenAfter(TwoNodes nodes, String email, String before) {
    Matcher token = TOKEN.matcher(nodes.mailbox().awaitMailTo(email,
        mail -> TOKEN.matcher(mail.text()).find() && !mail.text().contains(before)).text());
    if (!token.find()) {
      throw new IllegalStateException("no link");
    }
    return token;
  }
}
