package dev.latchkey.adapter.web.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Somebody waits to be let in: what they see, and what owners do about it. */
class ApprovalTest {
  private static final String MEMBERS = "/organizations/acme/members";

  private final World world = new World();
  private final String ada = world.signedUp("ada@example.com");
  private final String bob = World.cookie(world.register("bob@acme.example", "Bobs"));
  private final String member = waiting();

  @Test
  void the_list_offers_to_decide_and_the_one_who_waits_is_told() {
    Document home = page("/", bob);
    assertThat(home.select(".notice").text()).contains("You wait for approval at: Acme.");
    assertThat(home.select(".cards").text()).doesNotContain("Acme");
    assertThat(world.send(FakeRequest.get("/organizations/acme").header("Cookie", bob)).status()).isEqualTo(404);
    Document list = page(MEMBERS + "?status=pending", ada);
    assertThat(list.select("td.action form").attr("action")).isEqualTo(MEMBERS + "/" + member + "/approve");
    assertThat(list.select("td.action a").attr("href")).isEqualTo(MEMBERS + "/" + member + "/reject");
    assertThat(page(MEMBERS + "/" + member, ada).select("main").text()).contains("Approve them only if you know them")
        .doesNotContain("Deactivate");
  }

  @Test
  void approving_opens_the_organization() {
    assertThat(form(MEMBERS + "/" + member + "/approve").header("Location")).endsWith("?notice=memberApproved");
    assertThat(world.send(FakeRequest.get("/organizations/acme").header("Cookie", bob)).status()).isEqualTo(200);
    assertThat(world.lastMail().subject()).isEqualTo("MembershipApproved");
    assertThat(form(MEMBERS + "/" + member + "/approve").header("Location")).endsWith("?notice=memberNotPending");
    assertThat(page(MEMBERS, ada).select("td.action")).isEmpty();
  }

  @Test
  void turning_away_asks_first() {
    assertThat(page(MEMBERS + "/" + member + "/reject", ada).selectFirst("h1").text()).isEqualTo("Turn Ada away?");
    assertThat(form(MEMBERS + "/" + member + "/reject").header("Location")).endsWith("?notice=memberRejected");
    assertThat(world.send(FakeRequest.get(MEMBERS + "/" + member).header("Cookie", ada)).status()).isEqualTo(404);
  }

  @Test
  void programs_decide_by_routes() {
    String path = "/api/user/organizations/" + world.acme().id().value() + "/members/" + member;
    assertThat(post(path + "/approve").body()).contains("\"success\":true", "\"status\":\"active\"");
    assertThat(post(path + "/approve").status()).isEqualTo(409);
    assertThat(post(path + "/reject").body()).contains("\"status\":409", "\"code\":\"CONFLICT\"");
  }

  private String waiting() {
    User user = world.user("bob@acme.example");
    Membership membership = Membership.asked(new MembershipId(user.id().value()), world.acme().id(), user.id(),
        MembershipStatus.PENDING, MembershipSource.AUTOJOIN, world.clock.instant());
    world.ports.memberships().add(membership);
    return membership.id().value();
  }

  private Document page(String path, String cookie) {
    FakeResponse answer = world.send(FakeRequest.get(path).header("Cookie", cookie));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private FakeResponse form(String path) {
    return world.send(FakeRequest.form(path, "").header("Cookie", ada));
  }

  private FakeResponse post(String path) {
    return world.send(FakeRequest.json("POST", path, "").header("Cookie", ada).header("Sec-Fetch-Site", "same-origin"));
  }
}
