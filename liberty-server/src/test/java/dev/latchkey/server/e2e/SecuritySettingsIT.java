package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an organization demands holds for sessions that are open already, on every node, and locks nobody out. */
@ExtendWith(TwoNodes.Extension.class)
class SecuritySettingsIT {
  private static final Map<String, Object> MFA = Map.of("authRequired", "mfa", "requireMfa", false);

  private final TwoNodes nodes;
  private final Person owner;
  private final String organization;
  private final String route;

  SecuritySettingsIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.owner = nodes.someone();
    this.organization = "/api/user/organizations/" + owner.organization();
    this.route = organization + "/settings/security";
  }

  @Test
  void the_last_owner_without_a_second_factor_who_demands_one_is_led_to_set_it_up() {
    ApiClient elsewhere = owner.browser().at(nodes.second().uri());
    assertThat(elsewhere.get(organization).status()).isEqualTo(200);
    assertThat(put(owner.browser(), MFA).status()).isEqualTo(200);

    ApiClient.Answer shut = elsewhere.get(organization);
    Envelope.assertRefused(shut, 403, "MFA_ENROLMENT_REQUIRED");
    assertThat(shut.data().path("redirect").asText()).isEqualTo("/setup-mfa");
    Envelope.assertRefused(put(elsewhere, Map.of("authRequired", "any", "requireMfa", false)), 403,
        "MFA_ENROLMENT_REQUIRED");

    ApiClient browser = owner.browser();
    Authenticator app = Enrolled.setUp(browser);
    assertThat(browser.post(Enrolled.TOTP + "/confirm", Map.of("code", app.code(0))).status()).isEqualTo(200);
    assertThat(browser.get(route).data().path("authRequired").asText()).isEqualTo("mfa");
    assertThat(put(browser, Map.of("authRequired", "any", "requireMfa", false)).status()).isEqualTo(200);
  }

  @Test
  void who_is_kept_out_is_told_before_and_happens_to_those_and_no_others() {
    Person without = nodes.someone();
    Enrolled with = Enrolled.on(nodes);
    join(without, "AGENT");
    join(with.person(), "AGENT");
    ApiClient.Answer preview = owner.browser().post(route + "/preview", MFA);
    assertThat(emails(preview)).containsExactlyInAnyOrder(owner.email(), without.email());
    assertThat(put(owner.browser(), MFA).status()).isEqualTo(200);

    Envelope.assertRefused(without.browser().get(organization), 403, "MFA_ENROLMENT_REQUIRED");
    assertThat(with.browser().get(organization).status()).isEqualTo(200);
    assertThat(without.browser().get("/api/user/organizations/" + without.organization()).status()).isEqualTo(200);
    assertThat(nodes.database().texts("SELECT details ->> 'from' || ' ' || (details ->> 'to') FROM audit_event "
        + "WHERE organization_id = ? AND action = 'SECURITY_CHANGED'", owner.organization()))
        .containsExactly("ANY MFA");
  }

  @Test
  void single_sign_on_is_refused_as_long_as_there_is_none() {
    ApiClient.Answer refused = put(owner.browser(), Map.of("authRequired", "sso", "requireMfa", false));
    Envelope.assertRefused(refused, 409, "DOMAIN_NOT_VERIFIED");
    assertThat(refused.json().at("/errors").findValuesAsText("code")).containsExactly("DOMAIN_NOT_VERIFIED",
        "SSO_NOT_PROVEN", "NO_BREAK_GLASS");
    assertThat(owner.browser().get(route).data().path("authRequired").asText()).isEqualTo("any");
  }

  @Test
  void admins_read_agents_and_strangers_do_not() {
    Person admin = nodes.someone();
    Person agent = nodes.someone();
    join(admin, "ADMIN");
    join(agent, "AGENT");
    assertThat(admin.browser().get(route).status()).isEqualTo(200);
    Envelope.assertRefused(put(admin.browser(), MFA), 403, "FORBIDDEN");
    Envelope.assertRefused(agent.browser().get(route), 403, "FORBIDDEN");
    Envelope.assertRefused(agent.browser().post(route + "/preview", MFA), 403, "FORBIDDEN");
    ApiClient stranger = nodes.someone().browser();
    Envelope.assertRefused(stranger.get(route), 404, "NOT_FOUND");
    Envelope.assertRefused(put(stranger, MFA), 404, "NOT_FOUND");
    Envelope.assertRefused(stranger.post(route + "/preview", MFA), 404, "NOT_FOUND");
  }

  @Test
  void a_change_needs_a_fresh_proof() {
    nodes.database().change("UPDATE session SET proofs = (SELECT string_agg(split_part(p, ',', 1) || ',' "
        + "|| (split_part(p, ',', 2)::bigint - 3600000000), ';') FROM unnest(string_to_array(proofs, ';')) p) "
        + "WHERE user_id = ?", owner.id());
    Envelope.assertRefused(put(owner.browser(), MFA), 403, "REAUTHENTICATION_REQUIRED");
    assertThat(owner.browser().post("/api/auth/reauthenticate", Map.of("password", Person.PASSWORD)).status())
        .isEqualTo(200);
    assertThat(put(owner.browser(), MFA).status()).isEqualTo(200);
  }

  private ApiClient.Answer put(ApiClient browser, Map<String, Object> settings) {
    return browser.json("PUT", route, """
        {"authRequired":"%s","requireMfa":%s}""".formatted(settings.get("authRequired"), settings.get("requireMfa")));
  }

  /** Makes somebody a member, as an admin or an invitation would. */
  private void join(Person person, String role) {
    nodes.database().change("INSERT INTO membership SELECT ?, user_id, '0' || substr(id, 2), ?, status, source, "
        + "false, created_at, 0 FROM membership WHERE user_id = ?", owner.organization(), role, person.id());
  }

  private static List<String> emails(ApiClient.Answer preview) {
    assertThat(preview.status()).as(preview.body()).isEqualTo(200);
    return StreamSupport.stream(preview.data().path("items").spliterator(), false)
        .map((JsonNode item) -> item.path("email").asText()).toList();
  }
}
