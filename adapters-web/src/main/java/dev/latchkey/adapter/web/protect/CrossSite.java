package dev.latchkey.adapter.web.protect;

import dev.latchkey.adapter.web.request.Visit;
import java.util.List;
import java.util.Set;

/**
 * Tells whether a request that can change something was made by our own pages (Fetch Metadata; RFC 6454), since the
 * browser adds our cookies to requests of other sites too.
 */
public final class CrossSite {
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private CrossSite() {}

  /** Whether a page of another site led the browser here, as far as the browser says. */
  public static boolean leads(Visit visit) {
    return !OWN.containsAll(visit.headers("Sec-Fetch-Site"));
  }

  /** A request that says nothing about where it comes from is a program's, and believed if it has no cookie. */
  static boolean refuses(Visit visit, String publicOrigin) {
    if (!visit.isUnsafe()) {
      return false;
    }
    List<String> sites = visit.headers("Sec-Fetch-Site");
    List<String> origins = visit.headers("Origin");
    if (sites.isEmpty() && origins.isEmpty()) {
      return !visit.headers("Cookie").isEmpty();
    }
    return leads(visit) || !origins.stream().allMatch(publicOrigin::equals);
  }
}
