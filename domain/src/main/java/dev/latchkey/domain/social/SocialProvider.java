package dev.latchkey.domain.social;

import dev.latchkey.domain.sso.Provider;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A provider at which people have an account of their own, and where Latchkey can be set up as a client. */
public enum SocialProvider {
  /** Vouches for an address by {@code email_verified}. */
  GOOGLE(Provider.GOOGLE),
  /** Anybody can have a tenant there: people are known by tenant and object id, and few addresses are vouched for. */
  MICROSOFT(Provider.AZURE);

  private final Provider kind;

  SocialProvider(Provider kind) {
    this.kind = kind;
  }

  /** By which rules its answers are read. */
  public Provider kind() {
    return kind;
  }

  /** As it stands in addresses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty if there is none of this word, which is written exactly so. */
  public static Optional<SocialProvider> of(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
  }
}
