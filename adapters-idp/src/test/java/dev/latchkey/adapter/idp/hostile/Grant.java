package dev.latchkey.adapter.idp.hostile;

import java.util.Map;

/** A sign-in that took place at the provider, and with which parameters it was asked for. */
record Grant(Person person, Map<String, String> request) {
  String parameter(String name) {
    return request.getOrDefault(name, "");
  }

  boolean offline() {
    return parameter("scope").contains("offline_access") || parameter("access_type").equals("offline");
  }
}
