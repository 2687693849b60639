package dev.latchkey.application.brokenonpurpose;

import dev.latchkey.adapter.persistence.Ulids;
import dev.latchkey.application.Ids;
import dev.latchkey.application.session.CheckSession;

/** A use case that can be replaced, has two verbs, calls another one, knows an adapter and is a port as well. */
public class DoesTwoThings implements Ids {
  private final CheckSession other;

  public DoesTwoThings(CheckSession other) {
    this.other = other;
  }

  @Override
  public String next() {
    return new Ulids().next();
  }

  public Outcome run() {
    return new Outcome(other.getClass().getName());
  }

  /** How it ended. */
  public record Outcome(String end) {}
}
