package dev.latchkey.adapter.web.page.view;

import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /organizations/{slug}/members/{memberId}}: what is known of a member, and what can be done. Below it are
 * {@code /role}, {@code /contact}, {@code /break-glass}, {@code /reactivate}, {@code /deactivate} and {@code /remove}.
 *
 * @param contact the field for the contact address
 * @param actions what the viewer may do; null for people who look at themselves without such rights
 */
public record MemberView(Viewer viewer, OrganizationFrame organization, Facts facts, Field contact,
    @Nullable Actions actions, @Nullable String problem) implements View, FormView {

  @Override
  public String template() {
    return "member/member.jte";
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry("contactEmail", contact));
  }

  /** The list. */
  public String listPath() {
    return OrganizationSection.MEMBERS.path(organization.slug());
  }

  public String path() {
    return listPath() + "/" + facts.id();
  }

  /**
   * What is known.
   *
   * @param lacks what keeps a break-glass owner from getting in without the identity provider
   */
  public record Facts(String id, String name, String email, @Nullable String contactEmail, Role role,
      MembershipStatus status, MembershipSource source, boolean breakGlass, List<String> lacks, boolean mfa,
      boolean credential, boolean linked, Instant since, @Nullable Instant lastSignInAt) {
    public Facts {
      lacks = List.copyOf(lacks);
    }
  }

  /**
   * What may be done.
   *
   * @param roles those that may be given, from least to most
   * @param breakGlass whether break-glass may be given and taken away
   * @param setup whether the setup mail makes sense
   * @param setupInVain whether it would, if the organization did not demand single sign-on
   * @param move whether there is, or was, an identity provider to move the member to
   */
  public record Actions(List<Role> roles, boolean breakGlass, boolean setup, boolean setupInVain, boolean move) {
    public Actions {
      roles = List.copyOf(roles);
    }
  }
}
