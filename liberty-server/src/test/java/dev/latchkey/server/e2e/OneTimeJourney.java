package dev.latchkey.server.e2e;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A journey that hands a one-time secret out by mail.
 *
 * @param newestWins whether another one that is mailed voids it; not where any stranger can have one mailed, who could
 *        keep its owner out
 * @param start has one mailed to somebody new
 * @param present shows a secret, and with it whatever else the step wants
 */
record OneTimeJourney(String name, boolean newestWins, Function<TwoNodes, Issued> start,
    BiFunction<Issued, ApiClient, ApiClient.Answer> present) {
  private static final String NEW_PASSWORD = "nine loud kettles sing";

  /** Codes of several journeys are entered at one place, which knows them apart. */
  private static final BiFunction<Issued, ApiClient, ApiClient.Answer> ENTERING = OneTimeJourney::enter;

  /** All of them. */
  static final List<OneTimeJourney> ALL = List.of(
      new OneTimeJourney("sign-up code", true, Issuing::signUp, ENTERING),
      new OneTimeJourney("e-mail change code", true, Issuing::emailChange, ENTERING),
      new OneTimeJourney("reset code", false, Issuing::forgot, OneTimeJourney::reset),
      new OneTimeJourney("magic link", false, Issuing::link, OneTimeJourney::redeem),
      new OneTimeJourney("invitation", true, Issuing::invite, OneTimeJourney::accept),
      new OneTimeJourney("setup link", true, Issuing::setupLink, OneTimeJourney::setUp),
      new OneTimeJourney("setup code", true, Issuing::setupCode, ENTERING));

  /** Those of which an organization decides. */
  static final List<OneTimeJourney> OF_ORGANIZATIONS = ALL.stream()
      .filter(journey -> List.of("invitation", "setup link", "setup code").contains(journey.name())).toList();

  /** Whether the other one's secrets are shown at the same place. */
  boolean sharesItsDoorWith(OneTimeJourney other) {
    return present.equals(other.present);
  }

  ApiClient.Answer present(Issued issued) {
    return present.apply(issued, issued.browser());
  }

  /** The same at another node, in the same browser. */
  ApiClient.Answer presentAt(Issued issued, LatchkeyProcess node) {
    return present.apply(issued, issued.browser().at(node.uri()));
  }

  @Override
  public String toString() {
    return name;
  }

  private static ApiClient.Answer enter(Issued issued, ApiClient browser) {
    return Person.verify(browser, issued.id(), issued.secret());
  }

  private static ApiClient.Answer reset(Issued issued, ApiClient browser) {
    return browser.post("/api/auth/password/reset",
        Map.of("challengeId", issued.id(), "code", issued.secret(), "newPassword", NEW_PASSWORD));
  }

  private static ApiClient.Answer redeem(Issued issued, ApiClient browser) {
    return browser.post("/api/auth/magic-link/redeem", Map.of("token", issued.token(), "confirm", true));
  }

  private static ApiClient.Answer accept(Issued issued, ApiClient browser) {
    return patiently(issued, it -> Invitations.accept(browser, it.token()));
  }

  static ApiClient.Answer setUp(Issued issued, ApiClient browser) {
    return patiently(issued,
        it -> browser.post("/api/auth/setup", Map.of("token", it.token(), "password", NEW_PASSWORD)));
  }

  /** Comes back when hashing is busy, as it is while many do this at once. */
  private static ApiClient.Answer patiently(Issued issued, Function<Issued, ApiClient.Answer> step) {
    ApiClient.Answer answer = step.apply(issued);
    return answer.status() == 503 ? patiently(issued, step) : answer;
  }
}
