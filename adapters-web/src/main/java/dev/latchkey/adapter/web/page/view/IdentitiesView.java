package dev.latchkey.adapter.web.page.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /account/identities}. Each line leads to {@code /account/identities/unlink} with its {@code id}; each offer posts
 * {@code organization} to {@code /account/identities/link}.
 *
 * @param identities in the order in which they were linked
 * @param offers the person's organizations, by name
 */
public record IdentitiesView(Viewer viewer, List<Line> identities, List<Offer> offers) implements View {

  public IdentitiesView {
    identities = List.copyOf(identities);
    offers = List.copyOf(offers);
  }

  /** Whether the person has linked something that is the account's alone. */
  public boolean hasSocial() {
    return identities.stream().anyMatch(Line::social);
  }

  @Override
  public String template() {
    return "identity/list.jte";
  }

  /**
   * One identity.
   *
   * @param place the organization, or the provider of an identity that is the account's alone
   * @param social whether it is the account's alone
   * @param email what the provider called the person when last seen; null if it named no address
   * @param leadsNowhere the key of the reason why the person can't sign in by it today; null if they can
   * @param lastUsedAt null if it was never used
   */
  public record Line(String id, String place, boolean social, @Nullable String email, String issuer,
      @Nullable String leadsNowhere, Instant linkedAt, @Nullable Instant lastUsedAt) {
    /** What people recognise it by. */
    public String name() {
      return email == null ? issuer : email;
    }
  }

  /**
   * One organization of the person.
   *
   * @param slug what is posted
   * @param provider its identity provider, by the word of the settings; null if it has none
   */
  public record Offer(String slug, String organization, @Nullable String provider) {}
}
