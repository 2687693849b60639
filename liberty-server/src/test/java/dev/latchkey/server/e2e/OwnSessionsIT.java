package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People see where they are signed in, and what they end is over on every node at once. */
@ExtendWith(TwoNodes.Extension.class)
class OwnSessionsIT {
  private static final String ME = "/api/auth/me";
  private static final String SESSIONS = "/api/auth/sessions";
  private static final String CHROME =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

  private final TwoNodes nodes;
  private final Person person;

  OwnSessionsIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.person = nodes.someone();
  }

  @Test
  void tells_every_session_in_plain_words() {
    ApiClient.Answer in = elsewhere();
    ApiClient.Answer list = person.browser().get(SESSIONS);
    assertThat(list.status()).isEqualTo(200);
    assertThat(list.data().path("nextCursor").isNull()).isTrue();
    assertThat(list.data().path("items")).hasSize(2);
    assertThat(list.data().at("/items/0/id").asText()).isEqualTo(in.data().at("/session/id").asText());
    assertThat(list.data().at("/items/0/device").asText()).isEqualTo("Chrome on Linux");
    assertThat(list.data().at("/items/0/address").asText()).isIn("127.0.0.1", "::1", "0:0:0:0:0:0:0:1");
    assertThat(list.data().at("/items/0/createdAt").asText()).endsWith("Z");
    assertThat(list.data().at("/items/0/current").asBoolean()).isFalse();
    assertThat(list.data().at("/items/1/id").asText()).isEqualTo(person.sessionId());
    assertThat(list.data().at("/items/1/current").asBoolean()).isTrue();
  }

  @Test
  void one_that_was_ended_is_dead_on_the_other_node_at_once() {
    ApiClient other = nodes.browserAt(nodes.second());
    String id = Person.signIn(other, person.email(), Person.PASSWORD).data().at("/session/id").asText();
    assertThat(other.get(ME).status()).isEqualTo(200);

    assertThat(person.browser().delete(SESSIONS + "/" + id).status()).isEqualTo(200);

    Envelope.assertRefused(other.get(ME), 401, "UNAUTHENTICATED");
    Envelope.assertRefused(other.at(nodes.first().uri()).get(ME), 401, "UNAUTHENTICATED");
    assertThat(person.browser().get(ME).status()).isEqualTo(200);
    Envelope.assertRefused(person.browser().delete(SESSIONS + "/" + id), 404, "NOT_FOUND");
  }

  @Test
  void somebody_elses_is_not_there() {
    Person eve = nodes.someone();
    Envelope.assertRefused(eve.browser().delete(SESSIONS + "/" + person.sessionId()), 404, "NOT_FOUND");
    Envelope.assertRefused(eve.browser().delete(SESSIONS + "/nonsense"), 404, "NOT_FOUND");
    assertThat(eve.browser().delete(SESSIONS).data().path("ended").asInt()).isZero();
    assertThat(person.browser().get(ME).status()).isEqualTo(200);
    assertThat(eve.browser().get(SESSIONS).body()).doesNotContain(person.sessionId());
  }

  @Test
  void all_others_end_together_and_the_own_one_goes_on() {
    ApiClient one = nodes.browserAt(nodes.first());
    ApiClient two = nodes.browserAt(nodes.second());
    Person.signIn(one, person.email(), Person.PASSWORD);
    Person.signIn(two, person.email(), Person.PASSWORD);

    assertThat(person.browser().at(nodes.second().uri()).delete(SESSIONS).data().path("ended").asInt()).isEqualTo(2);

    Envelope.assertRefused(one.get(ME), 401, "UNAUTHENTICATED");
    Envelope.assertRefused(two.get(ME), 401, "UNAUTHENTICATED");
    assertThat(person.browser().get(ME).status()).isEqualTo(200);
  }

  @Test
  void ending_the_own_one_takes_the_cookie_with_it() {
    ApiClient thief = person.browser().at(nodes.second().uri());
    assertThat(person.browser().delete(SESSIONS + "/" + person.sessionId()).status()).isEqualTo(200);
    assertThat(person.browser().cookie(Person.SESSION)).isEmpty();
    Envelope.assertRefused(thief.get(ME), 401, "UNAUTHENTICATED");
  }

  @Test
  void a_change_of_the_profile_is_seen_on_the_other_node() {
    ApiClient.Answer changed = person.browser().json("PATCH", ME, "{\"name\":\"Augusta Ada King\"}");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.data().at("/user/name").asText()).isEqualTo("Augusta Ada King");
    ApiClient.Answer seen = person.browser().at(nodes.second().uri()).get(ME);
    assertThat(seen.data().at("/user/name").asText()).isEqualTo("Augusta Ada King");
    assertThat(seen.data().at("/user/email").asText()).isEqualTo(person.email());
    Envelope.assertRefused(person.browser().json("PATCH", ME, "{\"email\":\"eve@example.com\"}"), 400,
        "VALIDATION_FAILED");
    Envelope.assertRefused(nodes.browser().json("PATCH", ME, "{}"), 401, "UNAUTHENTICATED");
  }

  @Test
  void nothing_is_told_about_who_has_an_account() {
    ApiClient.Answer known = nodes.browser().post("/api/auth/discover", Map.of("email", person.email()));
    ApiClient.Answer unknown = nodes.browser().post("/api/auth/discover", Map.of("email", Person.newAddress()));
    assertThat(known.data().path("method").asText()).isEqualTo("password");
    assertThat(unknown.body()).isEqualTo(known.body());
  }

  private ApiClient.Answer elsewhere() {
    return Person.signIn(nodes.browserAt(nodes.second()).header("User-Agent", CHROME), person.email(),
        Person.PASSWORD);
  }
}
