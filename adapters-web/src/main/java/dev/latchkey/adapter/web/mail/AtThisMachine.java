package dev.latchkey.adapter.web.mail;

import dev.latchkey.adapter.web.request.Visit;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells whether a request was made at the machine that the server runs on. The peer alone doesn't say it: a proxy on
 * this machine is a local peer, too, and so is a browser here that a foreign name was resolved to us for (DNS
 * rebinding), which the {@code Host} gives away.
 */
final class AtThisMachine {
  private static final Pattern LOCAL_NAME = Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::[0-9]{1,5})?");
  private static final List<String> SIGNS_OF_A_PROXY =
      List.of("X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Forwarded", "Via");

  private AtThisMachine() {}

  static boolean isTrueFor(Visit visit) {
    List<String> hosts = visit.headers("Host");
    return visit.peer().isLoopback() && hosts.size() == 1 && LOCAL_NAME.matcher(hosts.getFirst()).matches()
        && SIGNS_OF_A_PROXY.stream().allMatch(sign -> visit.header(sign) == null);
  }
}
