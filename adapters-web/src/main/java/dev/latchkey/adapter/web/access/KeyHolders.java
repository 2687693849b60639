package dev.latchkey.adapter.web.access;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.apikey.CheckApiKey;
import dev.latchkey.application.apikey.PresentedApiKeys;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.apikey.ApiKeyText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds out which program a request comes from, by the API key in its header. */
public final class KeyHolders {
  /** The only place where a key is looked for: addresses end up in logs. */
  public static final String HEADER = "X-Api-Key";

  /** One answer whatever is wrong with a key, so that nobody learns which ones there are. */
  private static final Refusal REFUSED = Refusal.of(Code.UNAUTHENTICATED,
      "This key can't be used. It may be unknown, expired or deleted, or not be meant for this address.");
  private static final Refusal AMBIGUOUS = Refusal.of(Code.BAD_REQUEST,
      "Please send either one API key or a session cookie, so that it is clear who is asking.");

  private final CheckApiKey checkApiKey;
  private final AddressLimit wrongKeys;

  /** @param wrongKeys counts nothing but these, so that a good key works whatever else its network tries */
  public KeyHolders(CheckApiKey checkApiKey, AddressLimit wrongKeys) {
    this.checkApiKey = checkApiKey;
    this.wrongKeys = wrongKeys;
  }

  /** Whether a key was sent, be it good or not. */
  static boolean isOne(Visit visit) {
    return !visit.headers(HEADER).isEmpty();
  }

  /** @throws Refused if the key is no good, or can't be the only thing that says who it is */
  PresentedApiKeys.Found find(Visit visit) {
    List<String> sent = visit.headers(HEADER);
    if (sent.size() != 1 || visit.sessionToken().isPresent()) {
      throw new Refused(AMBIGUOUS);
    }
    wrongKeys.waitFor(visit.client()).ifPresent(wait -> {
      throw tooMany(wait);
    });
    return parse(sent.getFirst()).flatMap(text -> check(text, visit)).orElseThrow(() -> wrong(visit));
  }

  private Optional<PresentedApiKeys.Found> check(ApiKeyText text, Visit visit) {
    return switch (checkApiKey.check(new CheckApiKey.Command(text, visit.client(), visit.origin()))) {
      case CheckApiKey.Outcome.Accepted accepted -> Optional.of(accepted.found());
      case CheckApiKey.Outcome.Refused refused -> Optional.empty();
    };
  }

  private Refused wrong(Visit visit) {
    return wrongKeys.tryFrom(visit.client()).map(KeyHolders::tooMany).orElseGet(() -> new Refused(REFUSED));
  }

  private static Refused tooMany(Duration wait) {
    return new Refused(Refusal.tooManyRequests("Too many wrong keys from your network. Please wait a little.", wait));
  }

  private static Optional<ApiKeyText> parse(String sent) {
    try {
      return Optional.of(new ApiKeyText(sent));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }
}
