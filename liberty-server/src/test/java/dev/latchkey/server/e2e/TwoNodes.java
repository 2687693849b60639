package dev.latchkey.server.e2e;

import dev.latchkey.adapter.directory.dns.TestNameServer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Two nodes of one trial deployment on one database, behind the public URL of the first. A start takes long, so all
 * tests of a run share them, which asks of each to keep to people and organizations of its own.
 */
record TwoNodes(TestDatabase database, TestNameServer names, Path folder, LatchkeyProcess first,
    LatchkeyProcess second, SocialProviders social)
    implements
      AutoCloseable {
  /** Hands the two nodes to the constructors and methods of tests; they stop when all tests are over. */
  static final class Extension implements ParameterResolver, TestWatcher {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == TwoNodes.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return Shared.get(TwoNodes.class, TwoNodes.class, TwoNodes::start);
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
      Remains.keep();
    }
  }

  private static TwoNodes start() {
    TestDatabase database = TestDatabase.start();
    TestNameServer names = TestNameServer.start();
    SocialProviders social = SocialProviders.start();
    Path folder = Remains.folder("two-nodes-");
    int port = LatchkeyProcess.freePort();
    String publicUrl = "http://localhost:" + port;
    // Both at once: they also have to agree on who migrates the database and makes the key ring.
    LatchkeyProcess first = social.setUp(plan(folder, "first", publicUrl, database, names))
        .with("LATCHKEY_HTTP_PORT", Integer.toString(port)).launch();
    LatchkeyProcess second = social.setUp(plan(folder, "second", publicUrl, database, names)).launch();
    first.awaitReady();
    second.awaitReady();
    return new TwoNodes(database, names, folder, first, second, social);
  }

  private static LatchkeyProcess.Plan plan(Path folder, String node, String publicUrl, TestDatabase database,
      TestNameServer names) {
    return LatchkeyProcess.in(folder.resolve(node)).on(database)
        .with("LATCHKEY_KEYRING", folder.resolve("keyring.json").toString())
        .with("LATCHKEY_PUBLIC_URL", publicUrl).with("LATCHKEY_DNS_SERVERS", names.address());
  }

  /** The one or the other, in turns. */
  LatchkeyProcess node(int number) {
    return number % 2 == 0 ? first : second;
  }

  String publicUrl() {
    return first.uri().toString();
  }

  /** A browser without cookies, on a page of the first node. */
  ApiClient browser() {
    return browserAt(first);
  }

  ApiClient browserAt(LatchkeyProcess node) {
    return new ApiClient(node.uri()).header("Origin", publicUrl());
  }

  TrialMailbox mailbox() {
    return new TrialMailbox(first.uri());
  }

  /** Somebody new, signed in at the first node. */
  Person someone() {
    return Person.signUp(browser(), mailbox());
  }

  @Override
  public void close() {
    try (database; names; social; second) {
      first.close();
    }
    Remains.delete(folder);
  }
}
