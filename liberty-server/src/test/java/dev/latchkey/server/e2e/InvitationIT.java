package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An invitation lets in exactly whom it was sent to, once, on every node, for as long as its sender could ask them. */
@ExtendWith(TwoNodes.Extension.class)
class InvitationIT {
  private static final int MANY = 16;

  private final TwoNodes nodes;
  private final Invitations invitations;
  private final String guest = Person.newAddress();

  InvitationIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.invitations = Invitations.of(nodes, nodes.someone());
  }

  @Test
  void somebody_new_comes_in_at_either_node_and_only_once() {
    String token = invitations.mailed(guest, "admin");
    ApiClient browser = nodes.browserAt(nodes.second());
    ApiClient.Answer in = Invitations.accept(browser, token);
    assertThat(in.status()).as(in.body()).isEqualTo(200);
    assertThat(in.data().at("/user/email").asText()).isEqualTo(guest);
    assertThat(in.data().at("/organizations/0/id").asText()).isEqualTo(invitations.owner().organization());
    assertThat(in.data().at("/organizations/0/role").asText()).isEqualTo("admin");
    assertThat(browser.at(nodes.first().uri()).get("/api/auth/me").status()).isEqualTo(200);
    Envelope.assertRefused(Invitations.accept(nodes.browser(), token), 400, "CODE_INVALID");
    assertThat(Person.signIn(nodes.browser(), guest, Invitations.PASSWORD).status()).isEqualTo(200);
    assertThat(membership("source || ' ' || status")).isEqualTo("INVITATION ACTIVE");
    assertThat(invitations.list().data().path("items")).isEmpty();
    assertThat(nodes.database().texts("SELECT action || ' ' || outcome FROM audit_event WHERE organization_id = ? "
        + "AND action LIKE 'INVITATION%' ORDER BY id", invitations.owner().organization()))
        .containsExactly("INVITATION_SENT SUCCESS", "INVITATION_ACCEPTED SUCCESS");
  }

  @Test
  void of_sixteen_who_accept_at_once_one_gets_an_account() {
    String token = invitations.mailed(guest, "agent");
    List<ApiClient.Answer> answers = Together.run(MANY, i -> {
      ApiClient browser = nodes.browserAt(nodes.node(i));
      return () -> patient(browser, token);
    });
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() != 200)
        .allSatisfy(answer -> Envelope.assertRefused(answer, 400, "CODE_INVALID"));
    assertThat(nodes.database().number("SELECT count(*) FROM session s JOIN user_account u ON u.id = s.user_id "
        + "WHERE u.email = ?", guest)).isEqualTo(1);
  }

  @Test
  void of_sixteen_who_confirm_at_once_with_one_account_one_joins() {
    Person known = nodes.someone();
    String token = invitations.mailed(known.email(), "agent");
    List<ApiClient.Answer> answers = Together.run(MANY, i -> {
      ApiClient browser = known.browser().at(nodes.node(i).uri());
      return () -> Invitations.join(browser, token);
    });
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() != 200)
        .allSatisfy(answer -> Envelope.assertRefused(answer, 400, "CODE_INVALID"));
  }

  @Test
  void one_that_has_expired_stays_so_even_if_time_goes_back() {
    String token = invitations.mailed(guest, "agent");
    age("- interval '1 second'", token);
    assertThat(invitations.list().data().at("/items/0/status").asText()).isEqualTo("expired");
    Envelope.assertRefused(Invitations.accept(nodes.browser(), token), 400, "CODE_INVALID");
    age("+ interval '1 hour'", token);
    Envelope.assertRefused(Invitations.accept(nodes.browser(), token), 400, "CODE_INVALID");
    assertThat(invitations.send(guest, "agent").status()).isEqualTo(409);
    age("- interval '1 second'", token);
    assertThat(Invitations.accept(nodes.browser(), invitations.mailedAfter(guest, token,
        () -> invitations.send(guest, "agent"))).status()).isEqualTo(200);
  }

  @Test
  void a_new_mail_kills_the_link_before_and_revoking_kills_them_all() {
    ApiClient.Answer sent = invitations.send(guest, "agent");
    String id = sent.data().path("id").asText();
    String first = invitations.tokenFor(guest);
    String second = invitations.mailedAfter(guest, first,
        () -> invitations.owner().browser().post(invitations.path() + "/" + id + "/resend"));
    Envelope.assertRefused(Invitations.accept(nodes.browser(), first), 400, "CODE_INVALID");
    assertThat(nodes.browser().get("/invitation?token=" + second).status()).isEqualTo(200);
    assertThat(invitations.owner().browser().at(nodes.second().uri()).delete(invitations.path() + "/" + id).status())
        .isEqualTo(200);
    ApiClient.Answer revoked = Invitations.accept(nodes.browser(), second);
    Envelope.assertRefused(revoked, 400, "CODE_INVALID");
    assertThat(nodes.browser().get("/invitation?token=" + second).status()).isEqualTo(400);
    Envelope.assertRefused(invitations.owner().browser().delete(invitations.path() + "/" + id), 404, "NOT_FOUND");
    assertThat(Envelope.comparable(Invitations.accept(nodes.browser(), invitations.unknown())))
        .isEqualTo(Envelope.comparable(revoked));
  }

  @Test
  void an_account_needs_a_session_of_its_own_and_keeps_its_password() {
    Person known = nodes.someone();
    String token = invitations.mailed(known.email(), "admin");
    Envelope.assertRefused(Invitations.accept(nodes.browser(), token), 409, "CONFLICT");
    Envelope.assertRefused(Invitations.join(nodes.browser(), token), 401, "UNAUTHENTICATED");
    Envelope.assertRefused(Invitations.join(nodes.someone().browser(), token), 403, "FORBIDDEN");
    Enrolled enrolled = Enrolled.on(nodes);
    String forEnrolled = invitations.mailed(enrolled.person().email(), "agent");
    Envelope.assertRefused(Invitations.join(enrolled.halfSignedInAt(nodes.first()), forEnrolled), 403,
        "MFA_REQUIRED");
    ApiClient.Answer joined = Invitations.join(known.browser().at(nodes.second().uri()), token);
    assertThat(joined.status()).as(joined.body()).isEqualTo(200);
    assertThat(joined.data().path("organizations")).hasSize(2);
    assertThat(known.browser().get(invitations.path()).status()).isEqualTo(200);
    assertThat(Person.signIn(nodes.browser(), known.email(), Person.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void strangers_find_nothing_and_agents_may_nothing() {
    String id = invitations.send(guest, "agent").data().path("id").asText();
    Person stranger = nodes.someone();
    Envelope.assertRefused(stranger.browser().get(invitations.path()), 404, "NOT_FOUND");
    Envelope.assertRefused(stranger.browser().delete(invitations.path() + "/" + id), 404, "NOT_FOUND");
    // By way of one's own organization it is not there either.
    Envelope.assertRefused(
        stranger.browser().delete(Invitations.of(nodes, stranger).path() + "/" + id), 404, "NOT_FOUND");
    become("AGENT");
    Envelope.assertRefused(invitations.send(Person.newAddress(), "agent"), 403, "FORBIDDEN");
    Envelope.assertRefused(invitations.list(), 403, "FORBIDDEN");
    become("ADMIN");
    Envelope.assertRefused(invitations.send(Person.newAddress(), "owner"), 403, "FORBIDDEN");
    assertThat(invitations.send(Person.newAddress(), "admin").status()).isEqualTo(201);
  }

  @Test
  void who_lost_the_right_to_invite_lets_nobody_in_and_the_audit_says_why() {
    String token = invitations.mailed(guest, "agent");
    become("AGENT");
    Envelope.assertRefused(Invitations.accept(nodes.browser(), token), 400, "CODE_INVALID");
    assertThat(nodes.database().text("SELECT chain -> 0 ->> 'rule' FROM audit_event WHERE organization_id = ? "
        + "AND action = 'INVITATION_ACCEPTED' AND outcome = 'REFUSED'", invitations.owner().organization()))
        .isEqualTo("inviter-may-grant");
    become("OWNER");
    assertThat(Invitations.accept(nodes.browser(), token).status()).isEqualTo(200);
  }

  @Test
  void a_link_of_another_purpose_is_none_and_a_thief_of_the_database_finds_no_token() {
    String token = invitations.mailed(guest, "agent");
    assertThat(nodes.database().everything()).noneMatch(row -> String.valueOf(row).contains(token.substring(27)));
    Envelope.assertRefused(nodes.browser().post("/api/auth/magic-link/redeem",
        Map.of("token", token, "confirm", true)), 400, "CODE_INVALID");
    Envelope.assertRefused(Invitations.accept(nodes.browser(), "nonsense"), 400, "VALIDATION_FAILED");
    for (int i = 0; i < 5; i++) {
      String forged = token.substring(0, 27) + new StringBuilder(token.substring(27)).reverse();
      Envelope.assertRefused(Invitations.accept(nodes.browser(), forged), 400, "CODE_INVALID");
    }
    Envelope.assertRefused(Invitations.accept(nodes.browser(), token), 400, "CODE_INVALID");
  }

  @Test
  void of_many_who_invite_the_same_address_at_once_one_does() {
    List<Integer> statuses = Together.run(8, i -> {
      ApiClient browser = invitations.owner().browser().at(nodes.node(i).uri());
      return () -> browser.post(invitations.path(), Map.of("email", guest, "role", "agent")).status();
    });
    assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
  }

  /** Comes back when hashing is busy, as it is while sixteen of these run. */
  private static ApiClient.Answer patient(ApiClient browser, String token) {
    ApiClient.Answer answer = Invitations.accept(browser, token);
    while (answer.status() == 503) {
      answer = Invitations.accept(browser, token);
    }
    return answer;
  }

  private void age(String by, String token) {
    nodes.database().change("UPDATE invitation SET expires_at = now() " + by + " WHERE email = ?", guest);
    nodes.database().change("UPDATE one_time_secret SET expires_at = now() " + by + " WHERE id = ?",
        token.substring(0, 26));
  }

  private String membership(String columns) {
    return nodes.database().text("SELECT " + columns + " FROM membership JOIN user_account u ON u.id = user_id "
        + "WHERE u.email = ?", guest);
  }

  private void become(String role) {
    nodes.database().change("UPDATE membership SET role = ?, break_glass = false WHERE user_id = ?", role,
        invitations.owner().id());
  }
}
