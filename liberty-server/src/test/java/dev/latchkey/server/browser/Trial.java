package dev.latchkey.server.browser;

import dev.latchkey.adapter.directory.dns.TestNameServer;
import dev.latchkey.server.e2e.ApiClient;
import dev.latchkey.server.e2e.LatchkeyProcess;
import dev.latchkey.server.e2e.Remains;
import dev.latchkey.server.e2e.SocialProviders;
import dev.latchkey.server.e2e.TrialMailbox;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server that all browser tests share, as a newcomer starts it, and ways to get somewhere without a browser. */
record Trial(LatchkeyProcess server, Path folder, TestNameServer names, SocialProviders social)
    implements
      AutoCloseable {
  /** How often one network may try to come in within a minute; this machine itself may always. */
  static final int ADDRESS_LIMIT = 3;
  private static final Pattern SETUP = Pattern.compile("/setup\\?token=\\S+");

  static Trial start() {
    Path folder = Remains.folder("browser-");
    TestNameServer names = TestNameServer.start();
    SocialProviders social = SocialProviders.start();
    return new Trial(social.setUp(LatchkeyProcess.in(folder)
        // Lets a test come from elsewhere.
        .with("LATCHKEY_TRUSTED_PROXIES", "127.0.0.0/8,::1/128")
        .with("LATCHKEY_ADDRESS_LIMIT", Integer.toString(ADDRESS_LIMIT))
        .with("LATCHKEY_DNS_SERVERS", names.address()))
        .start(), folder, names, social);
  }

  URI uri() {
    return server.uri();
  }

  /** A mail with a code for somebody who never comes back. */
  void applyFor(Person person) {
    expect(202, new ApiClient(uri()).post("/api/auth/signup", person.application()));
  }

  /** An account for somebody whose sign-up is not what is looked at. */
  Person signUp(Person person) {
    signUp(new ApiClient(uri()), person);
    return person;
  }

  private ApiClient.Answer signUp(ApiClient client, Person person) {
    String challenge = expect(202, client.post("/api/auth/signup", person.application())).data()
        .path("challengeId").asText();
    return expect(200,
        client.post("/api/auth/email/verify", Map.of("challengeId", challenge, "code", codeFor(person))));
  }

  /** The link by which somebody whom an owner has added by hand sets up their sign-in. */
  String setupLinkFor(Person added) {
    ApiClient owner = new ApiClient(uri()).header("Origin", uri().toString());
    Person somebody = Person.anybody();
    String organization =
        "/api/user/organizations/" + signUp(owner, somebody).data().at("/organizations/0/id").asText();
    String member = organization + "/members/" + expect(201, owner.post(organization + "/members",
        Map.of("email", added.email(), "name", added.name(), "role", "agent"))).data().path("id").asText();
    expect(202, owner.post(member + "/setup-email"));
    Matcher link = SETUP.matcher(mailTo(added, "Welcome to Latchkey Single Sign-On").text());
    if (!link.find()) {
      throw new IllegalStateException("no link");
    }
    return link.group();
  }

  /** The code that was mailed to somebody last. */
  String codeFor(Person person) {
    return new TrialMailbox(uri()).awaitMailTo(person.email()).code();
  }

  /** The code that replaces an older one, once it was mailed. */
  String codeFor(Person person, String older) {
    return new TrialMailbox(uri()).awaitMailTo(person.email(), mail -> !mail.code().equals(older)).code();
  }

  /** The newest mail to somebody with this subject. */
  TrialMailbox.Mail mailTo(Person person, String subject) {
    return new TrialMailbox(uri()).awaitMailTo(person.email(), mail -> mail.subject().equals(subject));
  }

  private static ApiClient.Answer expect(int status, ApiClient.Answer answer) {
    if (answer.status() != status) {
      throw new IllegalStateException(answer.status() + " " + answer.body());
    }
    return answer;
  }

  @Override
  public void close() {
    server.close();
    names.close();
    social.close();
    Remains.delete(folder);
  }
}
