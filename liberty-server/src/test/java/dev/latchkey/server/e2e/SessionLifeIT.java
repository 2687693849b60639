package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How long sessions live; time passes by making their rows older. */
@ExtendWith(TwoNodes.Extension.class)
class SessionLifeIT {
  private static final String ME = "/api/auth/me";

  private final TwoNodes nodes;
  private final Person person;

  SessionLifeIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.person = nodes.someone();
  }

  @Test
  void a_session_ends_for_good_after_twelve_idle_hours() {
    age("last_seen_at", "11 hours 59 minutes");
    assertThat(expiresAt(person.browser().get(ME))).isCloseTo(Instant.now().plus(Duration.ofMinutes(1)),
        within(50, ChronoUnit.SECONDS));
    // Being seen has been written down, so it begins anew.
    assertThat(expiresAt(person.browser().get(ME))).isCloseTo(Instant.now().plus(Duration.ofHours(12)),
        within(1, ChronoUnit.MINUTES));

    age("last_seen_at", "12 hours");
    Envelope.assertRefused(person.browser().at(nodes.second().uri()).get(ME), 401, "UNAUTHENTICATED");
    assertThat(nodes.database().texts("SELECT id FROM session WHERE id = ?", person.sessionId())).isEmpty();
  }

  @Test
  void a_session_ends_after_seven_days_however_busy_it_was() {
    age("created_at", "6 days 23 hours");
    assertThat(expiresAt(person.browser().get(ME))).isCloseTo(Instant.now().plus(Duration.ofHours(1)),
        within(1, ChronoUnit.MINUTES));
    age("created_at", "7 days");
    Envelope.assertRefused(person.browser().get(ME), 401, "UNAUTHENTICATED");
    assertThat(nodes.database().texts("SELECT id FROM session WHERE id = ?", person.sessionId())).isEmpty();
  }

  @Test
  void where_a_second_factor_is_demanded_an_idle_hour_and_a_day_are_the_limits() {
    nodes.database().change("UPDATE organization SET require_mfa = true WHERE id = ?", person.organization());
    assertThat(expiresAt(person.browser().get(ME))).isCloseTo(Instant.now().plus(Duration.ofHours(1)),
        within(1, ChronoUnit.MINUTES));
    age("created_at", "23 hours 30 minutes");
    assertThat(expiresAt(person.browser().get(ME))).isCloseTo(Instant.now().plus(Duration.ofMinutes(30)),
        within(1, ChronoUnit.MINUTES));
    age("last_seen_at", "1 hour");
    Envelope.assertRefused(person.browser().get(ME), 401, "UNAUTHENTICATED");
  }

  @Test
  void an_organization_that_begins_to_demand_more_closes_to_the_sessions_there_are() {
    nodes.database().change("UPDATE organization SET require_mfa = true WHERE id = ?", person.organization());
    ApiClient.Answer me = person.browser().get(ME);
    assertThat(me.data().at("/session/mfa").asText()).isEqualTo("enrol");
    assertThat(me.data().at("/organizations/0/missing").asText()).isEqualTo("MFA_ENROLMENT_REQUIRED");
    String path = "/api/user/organizations/" + person.organization();
    Envelope.assertRefused(person.browser().get(path), 403, "MFA_ENROLMENT_REQUIRED");
    Envelope.assertRefused(person.browser().json("PATCH", path, "{\"name\":\"Other\"}"), 403,
        "MFA_ENROLMENT_REQUIRED");

    nodes.database().change("UPDATE organization SET require_mfa = false, auth_required = 'SSO' WHERE id = ?",
        person.organization());
    ApiClient.Answer refused = person.browser().get(path);
    Envelope.assertRefused(refused, 403, "SSO_REQUIRED");
    assertThat(refused.data().path("redirect").asText()).matches("/api/auth/sso/engines[a-z0-9-]*/login");
  }

  @Test
  void somebody_who_is_removed_everywhere_finds_nothing_open_any_more() {
    nodes.database().change("UPDATE membership SET status = 'DEACTIVATED' WHERE user_id = ?", person.id());
    assertThat(person.browser().get("/api/user/organizations").data().path("items")).isEmpty();
    Envelope.assertRefused(person.browser().get("/api/user/organizations/" + person.organization()), 404,
        "NOT_FOUND");
  }

  private void age(String column, String interval) {
    nodes.database().change(
        "UPDATE session SET " + column + " = now() - interval '" + interval + "' WHERE id = ?", person.sessionId());
  }

  private static Instant expiresAt(ApiClient.Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    return Instant.parse(answer.data().at("/session/expiresAt").asText());
  }
}
