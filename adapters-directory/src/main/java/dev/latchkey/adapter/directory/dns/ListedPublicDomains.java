package dev.latchkey.adapter.directory.dns;

import com.google.common.net.InternetDomainName;
import dev.latchkey.application.domainclaim.PublicDomains;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.PublicKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@link PublicDomains} by two lists: the Public Suffix List that comes with Guava, and our own list of those who give
 * addresses to everybody.
 */
public final class ListedPublicDomains implements PublicDomains {
  private static final String MAIL_DOMAINS = "public-mail-domains.txt";

  private final Set<String> mailDomains = read();

  @Override
  public Optional<PublicKind> kindOf(DomainName domain) {
    if (isSuffix(domain.value()) || isSuffix(domain.readable())) {
      return Optional.of(PublicKind.PUBLIC_SUFFIX);
    }
    return mailDomains.contains(domain.value()) ? Optional.of(PublicKind.PUBLIC_MAIL_DOMAIN) : Optional.empty();
  }

  /** One label is always a suffix: that is the list's rule for what it doesn't name. */
  private static boolean isSuffix(String name) {
    return name.indexOf('.') < 0 || InternetDomainName.from(name).isPublicSuffix();
  }

  private static Set<String> read() {
    try (InputStream list = Objects.requireNonNull(ListedPublicDomains.class.getResourceAsStream(MAIL_DOMAINS))) {
      return new String(list.readAllBytes(), StandardCharsets.US_ASCII).lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> new DomainName(line).value())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("The list of public mail domains can't be read", e);
    }
  }
}
