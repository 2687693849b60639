package dev.latchkey.domain.sso;

import dev.latchkey.domain.InvalidValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * The identity provider's own name, under which its metadata is found (OpenID Connect Discovery 1.0 §2). Only its form is
 * judged; whether it may be called is the address policy's to say.
 */
public record IssuerUrl(String value) {
  /** One for all the world, private accounts and those of every company. */
  public static final IssuerUrl GOOGLE = new IssuerUrl("https://accounts.google.com");
  private static final String DISCOVERY = "/.well-known/openid-configuration";
  /** The tenant of everybody's private Microsoft accounts, which {@code consumers} is another name for. */
  private static final String PRIVATE_ACCOUNTS = "9188040d-6c67-4c5b-b112-36a304b66dad";
  /** Microsoft's sign-in for people of any tenant: says who somebody is, not that they are the organization's. */
  private static final Pattern ANY_TENANT =
      Pattern.compile("https://login\\.(microsoftonline\\.(com|us)|partner\\.microsoftonline\\.cn)"
          + "/(common|organizations|consumers|" + PRIVATE_ACCOUNTS + ")(/.*)?", Pattern.CASE_INSENSITIVE);

  /** @throws InvalidValue if it is not an absolute http(s) URL without user, query and fragment */
  public IssuerUrl {
    if (value.isBlank() || value.length() > 512) {
      throw invalid("MALFORMED",
          "Enter the issuer URL, such as https://login.acme.example, in 512 characters at most.");
    }
    URI uri = parse(value);
    boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    if (!http || uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawQuery() != null
        || uri.getRawFragment() != null || !uri.normalize().equals(uri)) {
      throw invalid("MALFORMED",
          "The issuer is a plain URL such as https://login.acme.example, without user, query or #.");
    }
    if (value.endsWith(DISCOVERY) || value.endsWith(DISCOVERY + "/")) {
      throw invalid("DISCOVERY_URL", "That is the address of the metadata. The issuer is the part before "
          + DISCOVERY + ".");
    }
  }

  /**
   * An issuer that an organization names as its own.
   *
   * @throws InvalidValue if it is none, or one that speaks for everybody's tenants
   */
  public static IssuerUrl ofOneTenant(String value) {
    IssuerUrl issuer = new IssuerUrl(value);
    if (ANY_TENANT.matcher(value).matches()) {
      throw invalid("ANY_TENANT", "This one lets in people of every Microsoft tenant. Use your own: "
          + "https://login.microsoftonline.com/{tenant id}/v2.0.");
    }
    return issuer;
  }

  /** Where the provider's metadata is (OpenID Connect Discovery 1.0 §4). */
  public URI discovery() {
    return URI.create((value.endsWith("/") ? value.substring(0, value.length() - 1) : value) + DISCOVERY);
  }

  public URI uri() {
    return URI.create(value);
  }

  private static URI parse(String value) {
    try {
      return new URI(value);
    } catch (URISyntaxException e) {
      throw invalid("MALFORMED", "That is not a URL. An issuer looks like https://login.acme.example.");
    }
  }

  private static InvalidValue invalid(String code, String message) {
    return new InvalidValue("issuerUrl", code, message);
  }
}
