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

/** The server that all browser tests share, as a newcomer starts it, and ways to get somewhere without a browser. */
record Trial(LatchkeyProcess server, Path folder, TestNameServer names, SocialProviders social)
    implements
      AutoCloseable {
  /** How often one network may try to come in within a minute; this machine itself may always. */
  static final int ADDRESS_LIMIT = 3;

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
    ApiClient client = new ApiClient(uri());
    String challenge = expect(202, client.post("/api/auth/signup", person.application())).data()
        .path("challengeId").asText();
    expect(200, client.post("/api/auth/email/verify", Map.of("challengeId", challenge, "code", codeFor(person))));
    return person;
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
