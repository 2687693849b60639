package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who reads the whole database can't sign in with anything that is in it. */
@ExtendWith(TwoNodes.Extension.class)
class StolenRowIT {
  private final TwoNodes nodes;
  private final TestDatabase database;

  StolenRowIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.database = nodes.database();
  }

  @Test
  void a_stolen_row_is_no_cookie() {
    Person person = nodes.someone();
    List<String> row = columns("session", person.sessionId());
    assertThat(row).hasSizeGreaterThan(5).contains(person.id());

    assertThat(row.stream().flatMap(StolenRowIT::spellings)).hasSizeGreaterThan(30)
        .allSatisfy(value -> assertThat(statusWith(value)).as(value).isEqualTo(401));
    assertThat(statusWith(person.token())).isEqualTo(200);
  }

  @Test
  void no_row_of_any_table_holds_a_secret_in_the_clear() {
    Person person = nodes.someone();
    // One more whose code is still good, and who will get another mail at the address that is known.
    String waiting = Person.newAddress();
    String challenge = Person.applyAt(nodes.browser(), waiting);
    String code = nodes.mailbox().awaitMailTo(waiting).code();

    String rows = String.join("\n", database.everything().stream().map(Objects::requireNonNull).toList());

    assertThat(rows).contains(person.email(), waiting, challenge, person.sessionId());
    Stream.of(person.token(), person.browser().cookie(Person.BROWSER).orElseThrow(), Person.PASSWORD, "vivid otters",
        person.code(), code, code.substring(0, 4) + " " + code.substring(4), "Confirm your")
        .forEach(secret -> assertThat(rows).doesNotContain(secret, hex(secret), base64(secret)));
  }

  /** The value of each column, as text and as what it is in bytes. */
  private List<String> columns(String table, String id) {
    return database.texts("SELECT value FROM jsonb_each_text((SELECT to_jsonb(t) FROM " + table + " t WHERE id = ?))",
        id).stream().map(Objects::requireNonNull).toList();
  }

  /** What a column could be turned into before it is tried. */
  private static Stream<String> spellings(String column) {
    byte[] bytes = column.startsWith("\\x")
        ? HexFormat.of().parseHex(column.substring(2))
        : column.getBytes(StandardCharsets.UTF_8);
    return Stream.of(column, column.replace("\\x", ""), HexFormat.of().withUpperCase().formatHex(bytes),
        Base64.getEncoder().encodeToString(bytes), Base64.getUrlEncoder().encodeToString(bytes),
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  private int statusWith(String token) {
    return new Wire(nodes.first().uri())
        .send("GET /api/auth/me HTTP/1.1", "Cookie: " + Person.SESSION + "=" + token).status();
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(String text) {
    return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
