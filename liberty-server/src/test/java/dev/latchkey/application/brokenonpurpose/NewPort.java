package dev.latchkey.application.brokenonpurpose;

import java.util.List;

/** A port nobody has decided about: do organizations own what it holds? */
public interface NewPort {
  List<String> all();
}
