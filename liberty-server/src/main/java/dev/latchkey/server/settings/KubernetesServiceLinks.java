package dev.latchkey.server.settings;

import java.util.regex.Pattern;

/**
 * Names that Kubernetes puts into the environment of every pod beside a service called {@code latchkey} or
 * {@code latchkey-…} (<a href="https://kubernetes.io/docs/concepts/services-networking/service/">environment
 * variables</a>). They look like settings and are none.
 */
final class KubernetesServiceLinks {
  private static final Pattern LINK = Pattern.compile("LATCHKEY_([A-Z0-9_]+_)?"
      + "(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?|PORT_[0-9]+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)");
  private static final Pattern ADDRESS = Pattern.compile("(tcp|udp|sctp)://.*");

  private KubernetesServiceLinks() {}

  static boolean isOne(String name, String value) {
    return LINK.matcher(name).matches() || (name.endsWith("_PORT") && ADDRESS.matcher(value).matches());
  }
}
