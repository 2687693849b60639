package dev.latchkey.server.e2e;

import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The invitations of somebody's organization, by API and by mail. */
record Invitations(TwoNodes nodes, Person owner, String path) {
  static final String PASSWORD = "eleven paper boats drift east";
  private static final Pattern LINK = Pattern.compile("/invitation\\?token=(\\S+)");

  static Invitations of(TwoNodes nodes, Person owner) {
    return new Invitations(nodes, owner, "/api/user/organizations/" + owner.organization() + "/invitations");
  }

  ApiClient.Answer send(String email, String role) {
    return owner.browser().post(path, Map.of("email", email, "role", role));
  }

  ApiClient.Answer list() {
    return owner.browser().get(path);
  }

  /** Invites somebody. @return the token that was mailed */
  String mailed(String email, String role) {
    ApiClient.Answer sent = send(email, role);
    if (sent.status() != 201) {
      throw new IllegalStateException(sent.status() + " " + sent.body());
    }
    return tokenFor(email);
  }

  String tokenFor(String email) {
    return token(nodes.mailbox().awaitMailTo(email, mail -> LINK.matcher(mail.text()).find()).text());
  }

  /** Does what sends another mail. @return its token */
  String mailedAfter(String email, String before, Supplier<ApiClient.Answer> sending) {
    ApiClient.Answer sent = sending.get();
    if (sent.status() >= 300) {
      throw new IllegalStateException(sent.status() + " " + sent.body());
    }
    return token(nodes.mailbox().awaitMailTo(email,
        mail -> LINK.matcher(mail.text()).find() && !mail.text().contains(before)).text());
  }

  /** A token that nobody was ever sent. */
  String unknown() {
    return "01ARZ3NDEKTSV4RRFFQ69G5FAV.kX3vT9bQ2mN7pL5sD8fG1hJ4wR6yZ0aC";
  }

  /** Accepts as somebody new. */
  static ApiClient.Answer accept(ApiClient browser, String token) {
    return browser.post("/api/auth/invitations/accept",
        Map.of("token", token, "name", "Grace Hopper", "password", PASSWORD));
  }

  /** Accepts with the account that is signed in. */
  static ApiClient.Answer join(ApiClient browser, String token) {
    return browser.post("/api/auth/invitations/accept", Map.of("token", token));
  }

  static String token(String mail) {
    Matcher link = LINK.matcher(mail);
    if (!link.find()) {
      throw new IllegalStateException("no link in: " + mail);
    }
    return link.group(1);
  }
}
