package dev.latchkey.adapter.web.mfa;

import dev.latchkey.adapter.web.page.view.QrPicture;
import dev.latchkey.domain.mfa.TotpSecret;
import dev.latchkey.domain.session.SignedIn;

/** A key in the forms in which authenticator apps take it. */
record TotpOffer(String secret, String otpauthUri, QrPicture qr) {

  /** @param productName under which, with the person's address, apps list the key */
  static TotpOffer of(TotpSecret secret, String productName, SignedIn signedIn) {
    String uri = secret.otpauthUri(productName, signedIn.person().email().value());
    return new TotpOffer(secret.base32(), uri, QrCode.draw(uri));
  }

  Data data() {
    return new Data(secret, otpauthUri, QrCode.svg(qr));
  }

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "TotpOffer[hidden]";
  }

  /** As programs get it. */
  record Data(String secret, String otpauthUri, String qrSvg) {
    /** Keeps the key out of logs. */
    @Override
    public String toString() {
      return "TotpOffer.Data[hidden]";
    }
  }
}
