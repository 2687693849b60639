package dev.latchkey.adapter.web.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.Enrolled;
import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class InvitationPagesTest {
  private static final String LIST = "/organizations/acme/invitations";
  private static final String BOB = "email=bob%40example.com&role=";

  private final World world = new World();
  private final String ada = world.signedUp("ada@example.com");

  @Test
  void an_owner_invites_resends_and_revokes() {
    assertThat(page(LIST, ada).text()).contains("Nobody is waiting to come in");
    assertThat(page(LIST + "/new", ada).select("[type=radio]").eachAttr("value"))
        .containsExactly("agent", "admin", "owner");
    assertThat(form(LIST + "/new", BOB + "admin", ada).header("Location"))
        .isEqualTo("https://sso.example.com" + LIST + "?notice=invitationSent");
    Document list = page(LIST, ada);
    assertThat(list.select("tbody th").text()).isEqualTo("bob@example.com");
    assertThat(list.select("tbody").text()).contains("Admin", "Pending", "Ada");
    String resend = list.selectFirst("tbody form").attr("action");
    assertThat(form(resend, "", ada).header("Location")).endsWith("?notice=invitationResent");
    String revoke = list.selectFirst("tbody a").attr("href");
    assertThat(page(revoke, ada).text()).contains("The link in the mail to bob@example.com stops working at once");
    assertThat(form(revoke, "", ada).header("Location")).endsWith("?notice=invitationRevoked");
    assertThat(page(LIST, ada).text()).contains("Nobody is waiting to come in");
    assertThat(form(revoke, "", ada).status()).isEqualTo(404);
    assertThat(form(resend, "", ada).status()).isEqualTo(404);
  }

  @Test
  void says_at_the_field_why_somebody_is_not_invited() {
    assertThat(form(LIST + "/new", "email=&role=", ada).body()).contains("email-error", "role-error");
    assertThat(form(LIST + "/new", BOB + "emperor", ada).status()).isEqualTo(400);
    FakeResponse member = form(LIST + "/new", "email=ada%40example.com&role=admin", ada);
    assertThat(member.status()).isEqualTo(409);
    Document back = Jsoup.parse(member.body());
    assertThat(back.getElementById("email-error").text()).startsWith("This person is a member already.");
    assertThat(back.getElementById("email").val()).isEqualTo("ada@example.com");
    assertThat(back.selectFirst("[checked]").val()).isEqualTo("admin");
    form(LIST + "/new", BOB + "agent", ada);
    assertThat(form(LIST + "/new", BOB + "agent", ada).body()).contains("Send that one again, or revoke it first.");
  }

  @Test
  void tells_when_an_address_has_had_enough_mails_and_keeps_what_was_typed() {
    form(LIST + "/new", BOB + "agent", ada);
    String resend = page(LIST, ada).selectFirst("tbody form").attr("action");
    for (int i = 0; i < 9; i++) {
      form(resend, "", ada);
    }
    assertThat(form(resend, "", ada).header("Location")).endsWith("?notice=tooManyInvitations");
    form(resend.replace("/resend", "/revoke"), "", ada);
    FakeResponse refused = form(LIST + "/new", BOB + "agent", ada);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(Jsoup.parse(refused.body()).getElementById("email").val()).isEqualTo("bob@example.com");
  }

  @Test
  void offers_an_admin_what_an_admin_may() {
    form(LIST + "/new", BOB + "owner", ada);
    world.makeMember(Role.ADMIN, MembershipStatus.ACTIVE);
    assertThat(page(LIST, ada).select("tbody .actions")).isEmpty();
    assertThat(page(LIST + "/new", ada).select("[type=radio]").eachAttr("value")).containsExactly("agent", "admin");
    assertThat(form(LIST + "/new", "email=carol%40example.com&role=owner", ada).body()).contains("Only owners");
    world.makeMember(Role.AGENT, MembershipStatus.ACTIVE);
    for (String closed : new String[]{LIST, LIST + "/new"}) {
      assertThat(page(closed, ada).text()).contains("Access denied", "Only owners and admins");
    }
    assertThat(page("/organizations/acme", ada).select("nav a").eachAttr("href")).doesNotContain(LIST);
  }

  @Test
  void leads_through_older_invitations_and_back() {
    for (int i = 0; i < 51; i++) {
      form(LIST + "/new", "email=person" + i + "%40example.com&role=agent", ada);
    }
    Document newest = page(LIST, ada);
    assertThat(newest.select("tbody tr")).hasSize(50);
    Document older = page(newest.selectFirst("a[href*=cursor]").attr("href"), ada);
    assertThat(older.select("tbody th").text()).isEqualTo("person0@example.com");
    assertThat(older.select("main a[href=" + LIST + "]").text()).contains("Back to the newest");
    assertThat(world.send(FakeRequest.get(LIST + "?cursor=forged").header("Cookie", ada)).status()).isEqualTo(400);
  }

  @Test
  void somebody_new_sees_who_invites_and_comes_in_with_a_name_and_a_password() {
    String token = invited();
    Document page = page("/invitation?token=" + token, "");
    assertThat(page.text()).contains("Join Acme", "Ada invites you as an admin.");
    assertThat(page.getElementById("email").val()).isEqualTo("bob@example.com");
    Document again = Jsoup.parse(form("/invitation/accept", "token=" + token + "&name=&password=short", "").body());
    assertThat(again.select("[aria-invalid=true]").eachAttr("id")).containsExactly("name");
    Document weak = Jsoup.parse(form("/invitation/accept", "token=" + token + "&name=Bob&password=short", "").body());
    assertThat(weak.getElementById("password-error").text()).contains("too short");
    assertThat(weak.getElementById("name").val()).isEqualTo("Bob");
    FakeResponse in = form("/invitation/accept", "token=" + token + "&name=Bob&password=nine+yellow+kettles", "");
    assertThat(in.header("Location")).isEqualTo("https://sso.example.com/setup-mfa?notice=invitationAccepted");
    assertThat(page("/", World.cookie(in)).text()).contains("Welcome, Bob.", "Acme", "Admin");
  }

  @Test
  void every_link_that_leads_nowhere_shows_the_same_page() {
    String token = invited();
    String accepted = "token=" + token + "&name=Bob&password=nine+yellow+kettles";
    form("/invitation/accept", accepted, "");
    String over = open(token).body();
    assertThat(open(token).status()).isEqualTo(400);
    assertThat(over).contains("This invitation doesn’t work").doesNotContain("Acme", "Ada");
    assertThat(open("nonsense").body()).isEqualTo(over);
    assertThat(open("0".repeat(26) + token.substring(26)).body()).isEqualTo(over);
    assertThat(world.send(FakeRequest.get("/invitation")).body()).isEqualTo(over);
    assertThat(form("/invitation/accept", accepted, "").body()).isEqualTo(over);
    assertThat(form("/invitation/join", "token=" + token, "").body()).isEqualTo(over);
    assertThat(form("/invitation/join", "token=nonsense", "").status()).isEqualTo(400);
    assertThat(form("/invitation/accept", "token=nonsense", "").status()).isEqualTo(400);
  }

  @Test
  void an_account_signs_in_comes_back_and_confirms() {
    String bob = World.cookie(world.register("bob@example.com", "Other"));
    String token = invited();
    String link = "/invitation?token=" + token;
    String signIn = page(link, "").selectFirst("main a.button").attr("href");
    assertThat(signIn).isEqualTo("/sign-in?returnTo=%2Finvitation%3Ftoken%3D" + token);
    assertThat(world.send(FakeRequest.get(signIn).header("Cookie", bob)).header("Location"))
        .isEqualTo("https://sso.example.com" + link);
    assertThat(page(link, bob).text()).contains("You’ll join with your account bob@example.com");
    assertThat(form("/invitation/join", "token=" + token, "").header("Location")).endsWith(link);
    assertThat(form("/invitation/accept", "token=" + token + "&name=B&password=nine+yellow+kettles", "")
        .header("Location")).endsWith(link);
    assertThat(form("/invitation/join", "token=" + token, bob).header("Location"))
        .isEqualTo("https://sso.example.com/organizations/acme?notice=invitationAccepted");
    assertThat(page("/organizations/acme", bob).text()).contains("Acme");
  }

  @Test
  void somebody_signed_in_with_another_address_is_told_so() {
    String token = invited();
    Document told = page("/invitation?token=" + token, ada);
    assertThat(told.text()).contains("This invitation is for bob@example.com", "you’re signed in as ada@example.com");
    assertThat(told.select("main form").eachAttr("action")).containsExactly("/sign-out");
    assertThat(form("/invitation/join", "token=" + token, ada).header("Location"))
        .endsWith("/invitation?token=" + token);
  }

  @Test
  void a_session_that_owes_its_second_factor_shows_it_first() {
    Enrolled enrolled = Enrolled.in(world, ada);
    String token = invited(enrolled.cookie());
    assertThat(world.send(FakeRequest.get("/invitation?token=" + token).header("Cookie", enrolled.halfSignedIn()))
        .header("Location"))
        .isEqualTo("https://sso.example.com/sign-in/mfa?returnTo=%2Finvitation%3Ftoken%3D" + token);
  }

  @Test
  void escapes_what_inviter_and_organization_call_themselves() {
    Enrolled.send(world, "PATCH", "/api/user/organizations/" + world.acme().id().value(),
        "{\"name\":\"<b onclick=x>Acme</b>\"}", ada);
    Document page = page("/invitation?token=" + invited(), "");
    assertThat(page.select("[onclick]")).isEmpty();
    assertThat(page.text()).contains("Join <b onclick=x>Acme</b>");
  }

  /** Has Bob invited. @return the token in his mail */
  private String invited() {
    return invited(ada);
  }

  private String invited(String by) {
    form(LIST + "/new", BOB + "admin", by);
    return world.lastCode();
  }

  private FakeResponse open(String token) {
    return world.send(FakeRequest.get("/invitation?token=" + token));
  }

  private Document page(String path, String cookie) {
    FakeRequest request = FakeRequest.get(path);
    return Jsoup.parse(world.send(cookie.isEmpty() ? request : request.header("Cookie", cookie)).body());
  }

  private FakeResponse form(String path, String body, String cookie) {
    FakeRequest request = FakeRequest.form(path, body);
    return world.send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
  }
}
