package dev.latchkey.adapter.web.page.view;

import java.util.List;

/**
 * A break-glass owner.
 *
 * @param lacks what keeps this owner from getting in without the identity provider, by name; empty if nothing does
 */
public record EmergencyLine(String id, String name, String email, List<String> lacks) {
  public EmergencyLine {
    lacks = List.copyOf(lacks);
  }
}
