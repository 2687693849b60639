package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.idp.hostile.TestProvider;
import dev.latchkey.domain.organization.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Required single sign-on with an identity provider that worked once and fails for good: nobody is locked out for good. */
@ExtendWith(TwoNodes.Extension.class)
class LockOutDrillIT {
  private static final String ANY = "{\"authRequired\":\"any\",\"requireMfa\":false}";
  private static final String SSO = "{\"authRequired\":\"sso\",\"requireMfa\":false}";

  private final TwoNodes nodes;
  private final Enrolled owner;
  private final String id;
  private final String organization;
  private final String security;
  private final TestProvider provider = TestProvider.start();
  private final HttpClient world = HttpClient.newHttpClient();

  LockOutDrillIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.owner = Enrolled.on(nodes);
    this.id = owner.person().organization();
    this.organization = "/api/user/organizations/" + id;
    this.security = organization + "/settings/security";
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void nothing_is_enforced_before_everything_is_there() {
    ApiClient browser = owner.browser();
    assertThat(codes(browser.json("PUT", security, SSO))).containsExactly("DOMAIN_NOT_VERIFIED", "SSO_NOT_PROVEN");
    connect();
    verifyDomain();
    assertThat(codes(browser.json("PUT", security, SSO))).containsExactly("SSO_NOT_PROVEN");
    signInThere();
    assertThat(nodes.database().change("UPDATE sso_connection SET owner_proven_at = owner_proven_at "
        + "- interval '25 hours' WHERE organization_id = ?", id)).isEqualTo(1);
    assertThat(codes(browser.json("PUT", security, SSO))).containsExactly("SSO_NOT_PROVEN");
    signInThere();
    nodes.database().change("UPDATE membership SET break_glass = false WHERE organization_id = ?", id);
    assertThat(codes(browser.json("PUT", security, SSO))).containsExactly("NO_BREAK_GLASS");
    assertThat(browser.get(security).data().path("authRequired").asText()).isEqualTo("any");
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void break_glass_opens_where_the_identity_provider_does_not(Trouble trouble) {
    enforce();
    trouble.befall(this);
    ApiClient somebody = nodes.browser();
    ApiClient.Answer inVain = comeBack(somebody, somebody.get(entry()), () -> trouble.befallMeanwhile(this));
    assertThat(inVain.status()).as(inVain.body()).isEqualTo(trouble.status);
    assertThat(inVain.body()).contains(trouble.code);
    ApiClient browser = breakingGlass();
    assertThat(browser.get(organization).status()).isEqualTo(200);
    assertThat(browser.json("PUT", security, ANY).status()).isEqualTo(200);
  }

  /** What can happen to an identity provider once everybody has to go there. */
  enum Trouble {
    DEAD(502, "UNREACHABLE"), CLIENT_DELETED(403, "REFUSED_BY_PROVIDER"), SECRET_WRONG(502, "CLIENT_REFUSED");

    private final int status;
    private final String code;

    Trouble(int status, String code) {
      this.status = status;
      this.code = code;
    }

    private void befall(LockOutDrillIT drill) {
      switch (this) {
        // As Keycloak answers at its own page, and others by sending the browser back.
        case CLIENT_DELETED -> drill.provider.refusesWith("unauthorized_client");
        case SECRET_WRONG -> drill.connect("not the secret any more");
        case DEAD -> {
        }
      }
    }

    /** While somebody is there. */
    private void befallMeanwhile(LockOutDrillIT drill) {
      if (this == DEAD) {
        drill.provider.close();
      }
    }
  }

  @Test
  void the_owner_gets_back_in_though_the_identity_provider_is_gone() {
    Company company = new Company(nodes, id, "unused", new EnumMap<>(Map.of(Role.OWNER, owner.person())));
    Person agent = company.join(Role.AGENT);
    String key = agent.browser().post(organization + "/api-keys",
        Map.of("name", "Export", "scopes", List.of("organization:read"))).data().path("key").asText();
    enforce();
    provider.close();
    Envelope.assertRefused(agent.browser().at(nodes.second().uri()).get(organization), 403, "SSO_REQUIRED");
    ApiClient.Answer refused = Person.signIn(nodes.browser(), agent.email(), Person.PASSWORD);
    Envelope.assertRefused(refused, 403, "SSO_REQUIRED");
    assertThat(refused.data().path("redirect").asText()).startsWith("/api/auth/sso/").endsWith("/login");
    assertThat(new ApiClient(nodes.first().uri()).header("X-Api-Key", key).get(organization).status()).isEqualTo(200);

    ApiClient browser = breakingGlass();
    assertThat(browser.get(organization).status()).isEqualTo(200);
    assertThat(browser.get(organization + "/audit-events?action=BREAK_GLASS_USED").data().path("items")).hasSize(1);
    assertThat(nodes.mailbox().awaitMailTo(owner.person().email(), mail -> mail.subject().contains("Break-glass"))
        .text()).contains(owner.person().email());
    assertThat(browser.json("PUT", security, ANY).status()).isEqualTo(200);
    assertThat(agent.browser().get(organization).status()).isEqualTo(200);
  }

  @Test
  void the_last_way_in_can_not_be_taken_away() {
    enforce();
    ApiClient browser = breakingGlass();
    String self = organization + "/members/"
        + nodes.database().text("SELECT id FROM membership WHERE user_id = ?", owner.person().id());
    for (String change : List.of("{\"breakGlass\":false}", "{\"role\":\"admin\"}", "{\"status\":\"deactivated\"}")) {
      assertThat(browser.json("PATCH", self, change).code()).as(change).isIn("LAST_BREAK_GLASS", "LAST_OWNER");
    }
    Envelope.assertRefused(browser.json("PATCH", self, "{\"breakGlass\":false}"), 409, "LAST_BREAK_GLASS");
    Envelope.assertRefused(browser.delete(Enrolled.TOTP), 409, "LAST_BREAK_GLASS");
    Envelope.assertRefused(browser.delete(organization + "/settings/sso"), 409, "SSO_ENFORCED");
  }

  @Test
  void of_two_who_give_it_up_at_once_one_stays() {
    Enrolled other = Enrolled.on(nodes);
    nodes.database().change("UPDATE membership SET organization_id = ?, role = 'OWNER', break_glass = true "
        + "WHERE user_id = ?", id, other.person().id());
    enforce();
    List<Enrolled> both = List.of(owner, other);
    List<Integer> answers = Together.run(2, number -> {
      Enrolled one = both.get(number);
      ApiClient browser = one.browser().at(nodes.node(number).uri()).header("Origin", nodes.publicUrl());
      return () -> browser.delete(Enrolled.TOTP).status();
    });
    assertThat(answers).containsExactlyInAnyOrder(200, 409);
  }

  @Test
  void demanding_it_and_changing_the_connection_at_once_never_leaves_an_unproven_way_in() {
    verifyDomain();
    for (String change : List.of("callback", "delete", "callback", "delete", "callback")) {
      connect();
      signInThere();
      List<Integer> answers = Together.run(16, number -> {
        ApiClient browser = owner.browser().at(nodes.node(number % 2).uri()).header("Origin", nodes.publicUrl());
        return () -> number < 8 ? browser.json("PUT", security, SSO).status() : change(browser, change).status();
      });
      assertThat(answers).as(change).isSubsetOf(200, 404, 409);
      boolean enforced =
          nodes.database().text("SELECT auth_required FROM organization WHERE id = ?", id).equals("SSO");
      assertThat(nodes.database().number("SELECT count(*) FROM sso_connection WHERE organization_id = ? "
          + "AND owner_proven_at IS NOT NULL", id)).as(change).isEqualTo(enforced ? 1 : 0);
      nodes.database().change("UPDATE organization SET auth_required = 'ANY' WHERE id = ?", id);
      nodes.database().change("UPDATE sso_connection SET callback = 'SHARED' WHERE organization_id = ?", id);
    }
  }

  private ApiClient.Answer change(ApiClient browser, String change) {
    String sso = organization + "/settings/sso";
    return change.equals("delete")
        ? browser.delete(sso)
        : browser.json("PUT", sso + "/callback", "{\"mode\":\"dedicated\"}");
  }

  @Test
  void a_refusal_is_found_by_the_reference_that_the_person_was_given() {
    Company company = new Company(nodes, id, "unused", new EnumMap<>(Map.of(Role.OWNER, owner.person())));
    Person agent = company.join(Role.AGENT);
    enforce();
    String reference = Person.signIn(nodes.browser(), agent.email(), Person.PASSWORD).json().path("requestId").asText();
    ApiClient admin = breakingGlass();
    ApiClient.Answer found = admin.get(organization + "/audit-events?reference=" + reference);
    assertThat(found.data().at("/items/0/chain").findValuesAsText("rule")).contains("method-accepted");
    assertThat(found.data().path("items")).hasSize(1);
    ApiClient.Answer foreseen = admin.post(organization + "/audit-events/what-if",
        Map.of("email", agent.email(), "method", "password"));
    assertThat(foreseen.data().path("answer").asText()).isEqualTo("SSO_REQUIRED");
    assertThat(nodes.someone().browser().get(organization + "/audit-events?reference=" + reference).status())
        .isEqualTo(404);
  }

  /** The owner, back in by password and second factor, without which nothing opens. */
  private ApiClient breakingGlass() {
    owner.forget();
    ApiClient browser = owner.halfSignedInAt(nodes.second());
    Envelope.assertRefused(browser.get(organization), 403, "MFA_REQUIRED");
    assertThat(browser.post(Enrolled.VERIFY, Map.of("code", owner.app().code(0))).status()).isEqualTo(200);
    return browser;
  }

  private void enforce() {
    connect();
    verifyDomain();
    signInThere();
    ApiClient.Answer done = owner.browser().json("PUT", security, SSO);
    assertThat(done.status()).as(done.body()).isEqualTo(200);
  }

  private void connect() {
    connect(provider.clientSecret());
  }

  private void connect(String secret) {
    ApiClient.Answer saved = owner.browser().json("PUT", organization + "/settings/sso", """
        {"provider":"oidc","issuerUrl":"%s","clientId":"%s","clientSecret":"%s"}""".formatted(provider.issuer(),
        provider.clientId(), secret));
    assertThat(saved.status()).as(saved.body()).isBetween(200, 201);
  }

  /** The owner is linked at the first time, and signs in at the others. */
  private void signInThere() {
    ApiClient browser = owner.browser();
    ApiClient.Answer begun = browser.get("/api/auth/identities").data().path("items").isEmpty()
        ? browser.post("/api/auth/identities/link/" + slug(), Map.of())
        : browser.get(entry());
    ApiClient.Answer in = comeBack(browser, begun);
    assertThat(in.status()).as(in.body()).isEqualTo(303);
  }

  private String entry() {
    return "/api/auth/sso/" + slug() + "/login";
  }

  private String slug() {
    return owner.person().welcome().data().at("/organizations/0/slug").asText();
  }

  /** Goes to the identity provider, and back with what it says. */
  private ApiClient.Answer comeBack(ApiClient browser, ApiClient.Answer begun) {
    return comeBack(browser, begun, () -> {});
  }

  private ApiClient.Answer comeBack(ApiClient browser, ApiClient.Answer begun, Runnable meanwhile) {
    URI there = URI.create(begun.header("Location").orElseGet(() -> begun.data().path("redirect").asText()));
    try {
      URI back = URI.create(world.send(HttpRequest.newBuilder(there).build(), BodyHandlers.discarding()).headers()
          .firstValue("Location").orElseThrow());
      meanwhile.run();
      return browser.get(back.getRawPath() + "?" + back.getRawQuery());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void verifyDomain() {
    nodes.database().change("INSERT INTO domain_claim (organization_id, id, domain, token, created_at, verified_at, "
        + "checked_at, next_check_at, auto_join, sso_redirect, version) VALUES (?, ?, ?, ?, now(), now(), now(), "
        + "now() + interval '1 day', 'OFF', true, 0)", id, id, id.toLowerCase(Locale.ROOT) + ".example",
        "0".repeat(8) + UUID.randomUUID().toString().replace("-", ""));
  }

  private static List<String> codes(ApiClient.Answer refused) {
    assertThat(refused.status()).as(refused.body()).isEqualTo(409);
    return refused.json().at("/errors").findValuesAsText("code");
  }
}
