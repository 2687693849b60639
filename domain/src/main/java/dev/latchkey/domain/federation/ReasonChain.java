package dev.latchkey.domain.federation;

import dev.latchkey.domain.policy.Reason;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rules that were looked at so far, in their order; what is seen again is said once. */
final class ReasonChain {
  private final Set<Reason> links = new LinkedHashSet<>();

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
