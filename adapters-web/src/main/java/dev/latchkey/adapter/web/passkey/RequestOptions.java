package dev.latchkey.adapter.web.passkey;

import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.onetime.Purpose;
import java.util.List;

/**
 * PublicKeyCredentialRequestOptionsJSON (WebAuthn Level 3 §5.1.10): what a browser needs to have a passkey sign.
 *
 * @param allowCredentials always empty: the authenticator offers what it has, and we tell nobody who has which
 */
record RequestOptions(String challenge, long timeout, String rpId, List<String> allowCredentials,
    String userVerification) {

  static RequestOptions of(LinkToken challenge, WebSettings settings) {
    return new RequestOptions(Ceremony.challenge(challenge), Purpose.PASSKEY_ASSERTION.lifetime().toMillis(),
        settings.publicDomain(), List.of(), "preferred");
  }
}
