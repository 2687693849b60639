package dev.latchkey.adapter.web.page.view;

import dev.latchkey.adapter.web.request.SsoEntry;
import dev.latchkey.domain.sso.CallbackMode;
import dev.latchkey.domain.sso.IssuerUrl;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /organizations/{slug}/sso}. Its forms post to itself, and to {@code /test}, {@code /callback} and {@code /jit}
 * below.
 *
 * @param changeable whether the viewer's role may do more than read and test
 * @param confirmFirst where to show anew who one is, before a change is taken; null if that is not needed
 * @param enforced whether it is the only way in, so that only the secret may change
 * @param connection null if there is none
 * @param tested what a test has just found; null if there was none
 */
public record SsoView(Viewer viewer, OrganizationFrame organization, boolean changeable, @Nullable String confirmFirst,
    boolean enforced, @Nullable Connected connection, SsoForm form, JitForm jit, Addresses addresses,
    @Nullable Tested tested) implements View {

  @Override
  public String template() {
    return "sso/settings.jte";
  }

  public String path() {
    return OrganizationSection.SSO.path(organization.slug());
  }

  /** The way in through the identity provider, back to this page. */
  public String signInNow() {
    return SsoEntry.path(organization.slug(), path());
  }

  public boolean failed() {
    return form.failed() || jit.failed();
  }

  /**
   * The connection as it is.
   *
   * @param provider its word
   * @param lastSignInAt null if nobody has signed in through it yet
   * @param ownerProvenAt null if no owner has
   */
  public record Connected(String provider, String issuer, String clientId, CallbackMode callback, int version,
      Instant changedAt, @Nullable Instant lastSignInAt, @Nullable Instant ownerProvenAt) {
    public boolean isDedicated() {
      return callback == CallbackMode.DEDICATED;
    }

    /** Where everybody in the world can sign in, so that of newcomers more is asked. */
    public boolean isGoogle() {
      return issuer.equals(IssuerUrl.GOOGLE.value());
    }
  }

  /**
   * What has to be registered at the identity provider.
   *
   * @param current the callback that is in use
   */
  public record Addresses(URI current, URI shared, URI dedicated, URI signOut) {}

  /**
   * What a test has found.
   *
   * @param problems what would make a sign-in fail
   * @param notes keys of what is worth knowing besides
   */
  public record Tested(List<Problem> problems, List<String> notes) {
    public Tested {
      problems = List.copyOf(problems);
      notes = List.copyOf(notes);
    }
  }

  /** Something that a test has found, and what to do about it, already worded. */
  public record Problem(String code, String message, String action) {}
}
