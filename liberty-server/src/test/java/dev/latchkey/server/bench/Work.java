package dev.latchkey.server.bench;

import java.time.Duration;

/** Something that can be done over and over for a while. */
interface Work {
  String name();

  Figures run(Duration duration);
}
