package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** What a request costs the database, counted there: a slip shows without a clock. */
@Isolated
@ExtendWith(TwoNodes.Extension.class)
class StatementCountIT {
  /**
   * All but our own looking on, the frames of connections and transactions, and what both nodes ask in any case: the
   * outbox twice a second, and now and then whose turn it is to clean up.
   */
  private static final String COUNTED = " FROM pg_stat_statements WHERE query NOT ILIKE '%pg_stat_statements%' "
      + "AND query NOT ILIKE '%mail_outbox%' AND query NOT LIKE '%job_lease%' AND query NOT LIKE 'SET application_name%' "
      + "AND query NOT LIKE '%next_check_at <= %' AND query NOT IN ('BEGIN', 'COMMIT')";
  private static final String ME = "/api/auth/me";
  /** Three of them end the session that the browser had before, one tells admins when the person last signed in. */
  private static final long SIGN_IN = 14;
  private static final long SIGN_OUT = 3;

  private final TwoNodes nodes;
  private final Person person;

  StatementCountIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.person = nodes.someone();
  }

  @BeforeEach
  void begin() {
    nodes.database().change("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
  }

  @Test
  void a_session_check_is_one_statement() {
    assertThat(statementsOf(() -> repeat(20, () -> assertThat(person.browser().get(ME).status()).isEqualTo(200))))
        .as(queries()).isEqualTo(20);
  }

  @Test
  void a_session_that_was_not_seen_for_a_minute_is_noted_once() {
    person.browser().get(ME);
    nodes.database().change("UPDATE session SET last_seen_at = now() - interval '61 seconds' WHERE id = ?",
        person.sessionId());
    assertThat(statementsOf(() -> repeat(10, () -> person.browser().get(ME)))).as(queries()).isEqualTo(11);
    assertThat(nodes.database().number("SELECT count(*) FROM session WHERE id = ? "
        + "AND last_seen_at > now() - interval '30 seconds'", person.sessionId())).isEqualTo(1);
  }

  @Test
  void without_a_cookie_of_ours_the_database_is_not_asked() {
    assertThat(statementsOf(() -> {
      nodes.browser().get(ME);
      nodes.browser().cookie(Person.SESSION, "x").get(ME);
      nodes.browser().get("/sign-in");
      nodes.browser().get("/static/latchkey.css");
      nodes.browser().json("POST", "/api/auth/login", "{}");
    })).as(queries()).isZero();
  }

  @Test
  void the_pages_and_organizations_of_somebody_signed_in_cost_one_statement_each() {
    for (String path : List.of("/", "/sign-in", "/api/user/organizations")) {
      assertThat(statementsOf(() -> person.browser().get(path))).as(path + queries()).isEqualTo(1);
    }
  }

  @Test
  void whoever_enters_an_organization_is_looked_up_there_once_more() {
    String path = "/api/user/organizations/" + person.organization();
    assertThat(statementsOf(() -> person.browser().get(path))).as(queries()).isEqualTo(2);
  }

  @Test
  void a_program_with_a_key_costs_one_statement_and_the_look_at_the_door() {
    String organization = "/api/user/organizations/" + person.organization();
    String key = person.browser().post(organization + "/api-keys",
        Map.of("name", "Counted", "scopes", List.of("organization:read"))).data().path("key").asText();
    ApiClient program = new ApiClient(nodes.first().uri()).header("X-Api-Key", key);
    // The first use is noted, at most once a minute.
    assertThat(statementsOf(() -> program.get(organization))).as(queries()).isEqualTo(3);
    assertThat(statementsOf(() -> repeat(10, () -> program.get(organization)))).as(queries()).isEqualTo(20);
    assertThat(statementsOf(() -> new ApiClient(nodes.first().uri()).header("X-Api-Key", "lk_x").get(organization)))
        .as(queries()).isZero();
  }

  @Test
  void a_sign_in_and_a_sign_out_are_few_statements() {
    Person.signIn(person.browser(), person.email(), Person.PASSWORD);
    long signIn = statementsOf(
        () -> assertThat(Person.signIn(person.browser(), person.email(), Person.PASSWORD).status()).isEqualTo(200));
    assertThat(signIn).as(queries()).isEqualTo(SIGN_IN);
    long signOut = statementsOf(() -> assertThat(person.browser().post("/api/auth/logout").status()).isEqualTo(200));
    assertThat(signOut).as(queries()).isEqualTo(SIGN_OUT);
  }

  private long statementsOf(Runnable work) {
    nodes.database().texts("SELECT pg_stat_statements_reset()");
    work.run();
    return nodes.database().number("SELECT coalesce(sum(calls), 0)::bigint" + COUNTED);
  }

  private String queries() {
    return String.join("\n", nodes.database().texts("SELECT calls || ' x ' || query" + COUNTED));
  }

  private static void repeat(int times, Runnable work) {
    for (int i = 0; i < times; i++) {
      work.run();
    }
  }
}
