package dev.latchkey.adapter.web.page.view;

import dev.latchkey.adapter.web.request.SsoEntry;
import java.time.Instant;
import java.util.List;

/**
 * The signed-in home, {@code /}.
 *
 * @param organizations those the viewer belongs to, in the order to show; empty shows what to do then
 * @param waiting names of the organizations that have yet to approve the viewer
 * @param signedInAt when this session began
 * @param expiresAt when it ends if no further request comes
 */
public record HomeView(Viewer viewer, List<OrganizationCard> organizations, List<String> waiting,
    Instant signedInAt, Instant expiresAt) implements View {

  public HomeView {
    organizations = List.copyOf(organizations);
    waiting = List.copyOf(waiting);
  }

  @Override
  public String template() {
    return "account/home.jte";
  }

  /** The organizations that stay closed until the viewer has a second factor, by their names. */
  public List<String> closed() {
    return organizations.stream().filter(OrganizationCard::needsSecondFactor).map(OrganizationCard::name).toList();
  }

  /**
   * One organization of the viewer's, and what the viewer is there.
   *
   * @param needsSecondFactor whether it stays closed until the viewer has a second factor
   * @param needsSso whether it stays closed until the viewer has signed in at its identity provider
   */
  public record OrganizationCard(String name, String slug, Role role, boolean needsSecondFactor, boolean needsSso) {
    /** Where to sign in at the organization's identity provider; it leads back into the organization. */
    public String ssoPath() {
      return SsoEntry.path(slug, "/organizations/" + slug);
    }

    public String monogram() {
      return Monogram.of(name);
    }
  }

  /** The roles as pages word them. */
  public enum Role {
    OWNER, ADMIN, AGENT;

    /** The key of its name in the message bundle. */
    public String key() {
      return "role." + name();
    }
  }
}
