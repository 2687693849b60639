package dev.latchkey.adapter.web.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemberRoutesTest {
  private static final String BOB = "{\"email\":\"bob@acme.example\",\"name\":\"Bob\",\"role\":\"%s\"}";
  private static final String PAGES = "/organizations/acme/members";

  private final World world = new World();
  private final String cookie = world.signedUp("ada@example.com");
  private final String path = "/api/user/organizations/" + world.acme().id().value() + "/members";

  @Test
  void adds_and_shows_a_member() {
    FakeResponse added = send("POST", path, BOB.formatted("agent"));
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.body()).contains("\"email\":\"bob@acme.example\",\"name\":\"Bob\",\"role\":\"agent\","
        + "\"status\":\"active\",\"source\":\"manual\",\"breakGlass\":false,\"contactEmail\":null,\"mfa\":false,"
        + "\"identities\":[],\"lastSignInAt\":null");
    assertThat(get(path + "/" + idIn(added)).body()).contains("\"name\":\"Bob\"");
    assertThat(get(path).body()).contains("\"name\":\"Ada\"", "\"name\":\"Bob\"", "\"nextCursor\":null");
    assertThat(send("POST", path, BOB.formatted("agent")).body()).contains("\"status\":409,\"code\":\"CONFLICT\"");
  }

  @Test
  void names_every_field_that_is_wrong() {
    assertThat(send("POST", path, "{\"email\":\"x\",\"role\":\"boss\",\"contactEmail\":\"y\"}").body())
        .contains("\"pointer\":\"/email\",\"code\":\"MALFORMED\"", "\"pointer\":\"/name\",\"code\":\"REQUIRED\"",
            "\"pointer\":\"/role\",\"code\":\"UNKNOWN\"", "\"pointer\":\"/contactEmail\",\"code\":\"MALFORMED\"");
    String bob = path + "/" + idIn(send("POST", path, BOB.formatted("agent")));
    assertThat(send("PATCH", bob, "{\"status\":\"pending\"}").body())
        .contains("\"pointer\":\"/status\",\"code\":\"NOT_CHOSEN\"");
    assertThat(send("PATCH", bob, "{\"breakGlass\":true}").body())
        .contains("\"pointer\":\"/breakGlass\",\"code\":\"OWNERS_ONLY\"");
    assertThat(get(path + "?role=boss").body()).contains("\"pointer\":\"/role\",\"code\":\"UNKNOWN\"");
  }

  @Test
  void narrows_the_list_and_gives_it_out_in_parts() {
    send("POST", path, BOB.formatted("admin"));
    assertThat(get(path + "?role=admin").body()).contains("Bob").doesNotContain("\"Ada\"");
    assertThat(get(path + "?text=ADA").body()).contains("\"Ada\"").doesNotContain("Bob");
    String first = get(path + "?limit=1").body();
    String cursor = first.replaceAll(".*\"nextCursor\":\"([^\"]+)\".*", "$1");
    assertThat(first).contains("\"Ada\"").doesNotContain("Bob");
    assertThat(get(path + "?limit=1&cursor=" + cursor).body()).contains("Bob").doesNotContain("\"Ada\"");
    assertThat(get(path + "?role=admin&cursor=" + cursor).body()).contains("\"pointer\":\"/cursor\"");
  }

  @Test
  void changes_and_removes_but_never_the_last_owner() {
    String bob = path + "/" + idIn(send("POST", path, BOB.formatted("agent")));
    assertThat(send("PATCH", bob, "{\"role\":\"admin\",\"contactEmail\":\"bob@home.example\"}").body())
        .contains("\"role\":\"admin\"", "\"contactEmail\":\"bob@home.example\"");
    assertThat(send("PATCH", bob, "{\"contactEmail\":\"\",\"status\":\"deactivated\"}").body())
        .contains("\"status\":\"deactivated\"", "\"contactEmail\":null");
    assertThat(send("DELETE", bob, null).status()).isEqualTo(200);
    assertThat(get(bob).status()).isEqualTo(404);
    String ada = path + "/" + ownId();
    for (FakeResponse refused : new FakeResponse[]{send("PATCH", ada, "{\"role\":\"agent\"}"),
      send("PATCH", ada, "{\"status\":\"deactivated\"}"), send("DELETE", ada, null)}) {
      assertThat(refused.body()).contains("\"status\":409,\"code\":\"LAST_OWNER\"");
    }
  }

  @Test
  void gives_agents_names_and_nothing_to_do() {
    send("POST", path, BOB.formatted("agent"));
    world.makeMember(Role.AGENT, MembershipStatus.ACTIVE);
    assertThat(get(path).body()).contains("\"name\":\"Bob\"").doesNotContain("email", "role");
    assertThat(get(path + "?status=active").body()).contains("\"code\":\"FORBIDDEN\"");
    Document list = page(PAGES);
    assertThat(list.select("main").text()).contains("Bob").doesNotContain("bob@acme.example", "Add member");
    assertThat(list.select("main select")).isEmpty();
    assertThat(world.send(FakeRequest.get(PAGES + "/add").header("Cookie", cookie)).status()).isEqualTo(403);
    assertThat(page(PAGES + "/" + ownId()).select("#actions")).isEmpty();
  }

  @Test
  void leads_through_adding_changing_and_removing_on_pages() {
    assertThat(form(PAGES + "/add", "name=Bob&email=ada%40example.com&role=agent").body())
        .contains("already belongs");
    FakeResponse added = form(PAGES + "/add", "name=Bob&email=bob%40acme.example&role=agent");
    String bob = added.header("Location").replaceAll("https://sso.example.com(.*)\\?notice=memberAdded", "$1");
    assertThat(page(PAGES).select("a[href=" + bob + "]").text()).isEqualTo("Bob");
    assertThat(form(bob + "/role", "role=admin").status()).isEqualTo(303);
    assertThat(form(bob + "/contact", "contactEmail=x").body()).contains("contactEmail-error");
    assertThat(form(bob + "/contact", "contactEmail=bob%40home.example").status()).isEqualTo(303);
    assertThat(page(bob).select("dl.facts").text()).contains("Admin", "bob@home.example", "Not set up yet");
    assertThat(page(bob + "/deactivate").select("main").text()).contains("Deactivate Bob", "Acme");
    assertThat(form(bob + "/deactivate", "").header("Location")).endsWith("?notice=memberDeactivated");
    assertThat(page(bob).select("form[action$=reactivate]")).hasSize(1);
    assertThat(form(bob + "/reactivate", "").status()).isEqualTo(303);
    assertThat(page(bob + "/remove").select("main").text()).contains("Remove Bob", "invites them anew");
    assertThat(form(bob + "/remove", "").header("Location")).endsWith("/members?notice=memberRemoved");
    assertThat(page(PAGES + "?text=nobody").select(".empty").text()).contains("Nobody found");
  }

  @Test
  void says_on_pages_why_the_last_owner_stays() {
    String ada = PAGES + "/" + ownId();
    assertThat(form(ada + "/role", "role=agent").status()).isEqualTo(409);
    assertThat(form(ada + "/role", "role=agent").body()).contains("last owner who is able to sign in");
    assertThat(form(ada + "/remove", "").body()).contains("last owner who is able to sign in", "This is you");
  }

  @Test
  void knows_an_address_that_has_an_account_elsewhere() {
    world.register("grace@example.com", "Other");
    assertThat(send("POST", path, BOB.formatted("agent").replace("bob@acme", "grace@example").replace(
        "grace@example.example", "grace@example.com")).body()).contains("\"code\":\"CONFLICT\"", "invite");
    assertThat(Jsoup.parse(form(PAGES + "/add", "name=Grace&email=grace%40example.com&role=agent").body())
        .select("a[href=/organizations/acme/invitations/new]")).hasSize(1);
  }

  private String ownId() {
    return world.ports.memberships().find(world.acme().id(), world.user("ada@example.com").id()).orElseThrow().id()
        .value();
  }

  private static String idIn(FakeResponse answer) {
    return answer.body().replaceAll(".*\"data\":\\{\"id\":\"([^\"]+)\".*", "$1");
  }

  private Document page(String target) {
    return Jsoup.parse(world.send(FakeRequest.get(target).header("Cookie", cookie)).body());
  }

  private FakeResponse form(String target, String body) {
    return world.send(FakeRequest.form(target, body).header("Cookie", cookie));
  }

  private FakeResponse get(String target) {
    return world.send(FakeRequest.get(target).header("Cookie", cookie));
  }

  private FakeResponse send(String method, String target, @Nullable String json) {
    FakeRequest request = json == null ? FakeRequest.of(method, target) : FakeRequest.json(method, target, json);
    return world.send(request.header("Origin", "https://sso.example.com").header("Cookie", cookie));
  }
}
