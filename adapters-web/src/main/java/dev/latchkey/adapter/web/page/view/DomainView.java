package dev.latchkey.adapter.web.page.view;

import dev.latchkey.domain.domainclaim.AutoJoin;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code /organizations/{slug}/domains/{domainId}}. Posts nothing to its {@code /verify}, and {@code autoJoin} and
 * {@code ssoRedirect} to its {@code /settings}.
 *
 * @param txtName what to publish
 * @param finding what was found instead of the record, if it was just looked for; null otherwise
 * @param changeable whether the viewer may do more than read
 */
public record DomainView(Viewer viewer, OrganizationFrame organization, DomainLine domain, String txtName,
    String txtValue, @Nullable Finding finding, boolean changeable) implements View {

  /**
   * @param text what happened and what to do
   * @param seen values that are there instead
   */
  public record Finding(String text, List<String> seen) {
    public Finding {
      seen = List.copyOf(seen);
    }
  }

  @Override
  public String template() {
    return "domainclaim/domain.jte";
  }

  /** The list. */
  public String listPath() {
    return OrganizationSection.DOMAINS.path(organization.slug());
  }

  public String path() {
    return listPath() + "/" + domain.id();
  }

  /** Adding, publishing, verifying: the step that is to be done. */
  public int step() {
    return domain.isVerified() ? 4 : 2;
  }

  /** How a form spells a choice. */
  public static String word(AutoJoin autoJoin) {
    return autoJoin.name().toLowerCase(Locale.ROOT);
  }
}
