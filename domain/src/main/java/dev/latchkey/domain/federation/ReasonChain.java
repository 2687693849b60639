package dev.latchkey.domain.federation;

import dev.latchkey.domain.policy.Reason;
import java.util.ArrayList;
import java.util.List;

/** The rules that were looked at so far, in their order. */
final class ReasonChain {
  private final List<Reason> links = new ArrayList<>();

  void note(Reason reason) {
    links.add(reason);
  }

  /** @return whether it holds */
  boolean rule(String name, boolean holds, String otherwise) {
    note(holds ? Reason.passed(name, "") : Reason.failed(name, otherwise));
    return holds;
  }

  List<Reason> links() {
    return List.copyOf(links);
  }
}
