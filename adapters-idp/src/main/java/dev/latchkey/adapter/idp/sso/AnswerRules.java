package dev.latchkey.adapter.idp.sso;

import dev.latchkey.domain.sso.CallbackAnswer;
import dev.latchkey.domain.sso.SsoFault;

/** What a browser must come back with (RFC 6749 §4.1.2, RFC 9207 §2.4), judged before anything is shown to anybody. */
final class AnswerRules {
  private AnswerRules() {}

  /** @throws Refusal if the answer is another provider's, an error, or neither */
  static String codeOf(CallbackAnswer answer, ProviderMetadata metadata) throws Refusal {
    String issuer = answer.issuer().orElse("");
    if (!issuer.isEmpty() ? !Tenants.matches(metadata.issuer(), issuer) : metadata.namesItself()) {
      throw new Refusal(SsoFault.RESPONSE_ISSUER_DIFFERS, "The answer names the issuer \"" + ProviderWords.tame(issuer)
          + "\", but was expected from \"" + metadata.issuer() + "\".");
    }
    if (answer.error().isPresent()) {
      throw new Refusal(SsoFault.REFUSED_BY_PROVIDER,
          "The provider says: " + ProviderWords.of(answer.error().get(), answer.errorDescription()));
    }
    return answer.code().filter(code -> !code.isBlank())
        .orElseThrow(() -> new Refusal(SsoFault.CODE_MISSING, "The answer holds neither a code nor an error."));
  }
}
