package dev.latchkey.adapter.web.page.view;

import dev.latchkey.domain.policy.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /organizations/{slug}/audit}.
 *
 * @param lines newest first
 * @param older the cursor of the next part; null if there is none
 */
public record AuditView(Viewer viewer, OrganizationFrame organization, AuditFilterView filter, List<Line> lines,
    @Nullable String older) implements View {
  public AuditView {
    lines = List.copyOf(lines);
  }

  @Override
  public String template() {
    return "organization/audit.jte";
  }

  public String path() {
    return OrganizationSection.AUDIT.path(organization.slug());
  }

  /**
   * One fact.
   *
   * @param sentence what happened, already worded
   * @param email of whoever did it; null if nobody known did
   * @param device in plain words
   * @param chain the rules in the order in which they were looked at
   */
  public record Line(Instant at, boolean refused, String sentence, @Nullable String email, String address,
      String device, String requestId, List<Step> chain, Map<String, String> details) {}

  /**
   * One rule that was looked at.
   *
   * @param rule already worded
   * @param detail may be empty
   */
  public record Step(String rule, Reason.Result result, String detail) {
    public Tone tone() {
      return switch (result) {
        case PASSED -> Tone.SUCCESS;
        case FAILED -> Tone.DANGER;
        case SKIPPED -> Tone.NEUTRAL;
      };
    }
  }
}
