package dev.latchkey.adapter.web.fake;

import dev.latchkey.application.memory.FakeTotpCodes;
import dev.latchkey.domain.mfa.TotpSecret;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Somebody who has set up an authenticator app.
 *
 * @param cookie the header of the session in which it was done
 */
public record Enrolled(World world, TotpSecret secret, List<String> recoveryCodes, String cookie) {
  private static final Pattern RECOVERY_CODE = Pattern.compile("\"([a-z2-9]{4}(?:-[a-z2-9]{4}){3})\"");

  /** Sets the app up by API; time moves on to the next step, since the one of the first code is used up. */
  public static Enrolled in(World world, String cookie) {
    FakeResponse begun = send(world, "POST", "/api/auth/mfa/totp", "", cookie);
    TotpSecret secret = new TotpSecret(begun.body().replaceAll(".*\"secret\":\"([A-Z2-7]+)\".*", "$1"));
    FakeResponse done = send(world, "POST", "/api/auth/mfa/totp/confirm",
        "{\"code\":\"" + FakeTotpCodes.codeAt(secret, world.clock.instant()).digits() + "\"}", cookie);
    world.clock.advance(Duration.ofSeconds(30));
    return new Enrolled(world, secret,
        RECOVERY_CODE.matcher(done.body()).results().map((MatchResult code) -> code.group(1)).toList(),
        World.cookie(done));
  }

  /** What the app shows now. */
  public String code() {
    return FakeTotpCodes.codeAt(secret, world.clock.instant()).digits();
  }

  public String wrongCode() {
    return FakeTotpCodes.codeAt(secret, world.clock.instant().plusSeconds(600)).digits();
  }

  /** Signs in with the password alone. @return the header of a session that owes its second factor */
  public String halfSignedIn() {
    return World.cookie(world.post("/api/auth/login", """
        {"email":"ada@example.com","password":"%s"}""".formatted(World.PASSWORD)));
  }

  /** What a page of ours, or a program in its place, sends; no body if it is empty. */
  public static FakeResponse send(World world, String method, String path, String body, String cookie) {
    FakeRequest request = body.isEmpty() ? FakeRequest.of(method, path) : FakeRequest.json(method, path, body);
    return world.send(request.header("Origin", "https://sso.example.com").header("Cookie", cookie));
  }
}
