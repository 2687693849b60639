package dev.latchkey.adapter.idp.sso;

import dev.latchkey.domain.sso.IssuerUrl;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Microsoft Entra ID departs from the standard: its issuer ends in {@code /{tenant}/v2.0}, where the tenant may be
 * given as a domain that metadata resolves to an id, or stand for several, which metadata shows as a placeholder.
 */
record Tenants(String host, String tenant) {
  static final String PLACEHOLDER = "{tenantid}";

  private static final Pattern ISSUER = Pattern.compile("(https?://[^/]+)/([^/]+)/v2\\.0");
  private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  /** Where everybody is who has a private account. */
  private static final String PRIVATE_ACCOUNTS = "9188040d-6c67-4c5b-b112-36a304b66dad";
  private static final Set<String> SEVERAL = Set.of("common", "organizations", "consumers");

  /** Whether a name is the issuer's, of whichever tenant if metadata leave that open. */
  static boolean matches(String stated, String name) {
    int hole = stated.indexOf(PLACEHOLDER);
    if (hole < 0) {
      return stated.equals(name);
    }
    String end = stated.substring(hole + PLACEHOLDER.length());
    return name.startsWith(stated.substring(0, hole)) && name.endsWith(end) && name.length() > hole + end.length()
        && ID.matcher(name.substring(hole, name.length() - end.length())).matches();
  }

  /** Empty if the issuer is not one of Entra's. */
  static Optional<Tenants> of(IssuerUrl issuer) {
    Matcher matcher = ISSUER.matcher(issuer.value());
    return matcher.matches() ? Optional.of(new Tenants(matcher.group(1), matcher.group(2))) : Optional.empty();
  }

  boolean several() {
    return SEVERAL.contains(tenant);
  }

  /** Whether metadata may state this as issuer. */
  boolean mayBeCalled(String stated) {
    String named = several() ? PLACEHOLDER : tenant;
    if (stated.equals(issuerOf(named))) {
      return true;
    }
    Matcher matcher = ISSUER.matcher(stated);
    boolean byDomain = !several() && tenant.contains(".");
    return byDomain && matcher.matches() && matcher.group(1).equals(host) && ID.matcher(matcher.group(2)).matches()
        && !matcher.group(2).equalsIgnoreCase(PRIVATE_ACCOUNTS);
  }

  /** Whether people of this tenant may come in, of those who can get a token there. */
  boolean admit(String tid) {
    if (!ID.matcher(tid).matches()) {
      return false;
    }
    return switch (tenant) {
      case "organizations" -> !tid.equals(PRIVATE_ACCOUNTS);
      case "consumers" -> tid.equals(PRIVATE_ACCOUNTS);
      default -> true;
    };
  }

  String issuerOf(String tid) {
    return host + "/" + tid + "/v2.0";
  }
}
