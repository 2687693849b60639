package dev.latchkey.adapter.web.settings;

import dev.latchkey.domain.network.Cidr;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * What the web side has to know about this deployment.
 *
 * @param publicUrl where people reach it; every link, redirect and origin check goes by it, never by a request header
 * @param appUrl where people land after signing in and out; the public URL unless there is an application
 * @param trial whether this is a trial: requests from the same machine are not limited then
 * @param trialMailbox whether mails stay here and are read at {@code /dev/mail}
 * @param trustedProxies whose {@code X-Forwarded-For} is believed
 * @param addressLimit tries per client address and minute on the routes by which people come in
 */
public record WebSettings(URI publicUrl, URI appUrl, String productName, boolean trial, boolean trialMailbox,
    boolean signUpOpen, List<Cidr> trustedProxies, int addressLimit) {
  public WebSettings {
    trustedProxies = List.copyOf(trustedProxies);
  }

  /** The public URL's origin, spelt as browsers spell it (RFC 6454 §6.2). */
  public String publicOrigin() {
    return origin(publicUrl);
  }

  /** The public URL's host: the relying party for which passkeys are made (WebAuthn Level 3 §4). */
  public String publicDomain() {
    return publicUrl.getHost().toLowerCase(Locale.ROOT);
  }

  public String appOrigin() {
    return origin(appUrl);
  }

  /** Whether people land on our own pages rather than in an application. */
  public boolean landsAtHome() {
    return publicOrigin().equals(appOrigin()) && path(publicUrl).equals(path(appUrl));
  }

  /** The address of one of our own pages, whose path begins with a slash. */
  public URI ownUrl(String path) {
    return URI.create(publicOrigin() + path);
  }

  private static String origin(URI url) {
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    boolean usualPort = url.getPort() < 0 || url.getPort() == (scheme.equals("https") ? 443 : 80);
    return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + (usualPort ? "" : ":" + url.getPort());
  }

  private static String path(URI url) {
    return url.getPath().replaceAll("/+$", "");
  }
}
