package dev.latchkey.adapter.persistence.brokenonpurpose;

import dev.latchkey.adapter.idp.signin.ZxcvbnBlocklist;
import jakarta.persistence.Entity;

/** Stored in full view, and knows another adapter. */
@Entity
public class OpenEntity {
  public ZxcvbnBlocklist anybodyMayChangeIt;
}
