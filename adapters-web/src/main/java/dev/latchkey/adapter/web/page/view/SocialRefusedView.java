package dev.latchkey.adapter.web.page.view;

import dev.latchkey.adapter.web.request.SocialEntry;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.SsoFault;

/**
 * Somebody came from a provider of the deployment and did not come in.
 *
 * @param reference under which whoever runs the deployment finds why
 * @param linking whether it was for linking, by somebody who is signed in
 */
public record SocialRefusedView(SsoFault fault, SocialProvider provider, String reference, boolean linking)
    implements
      View {

  @Override
  public String template() {
    return "social/refused.jte";
  }

  /** Where the provider's name stands in the message bundle. */
  public static String nameOf(SocialProvider provider) {
    return "social.provider." + provider.name();
  }

  /** Where the text for a fault stands: what people can't do anything about is told by its kind. */
  public static String textOf(SsoFault fault) {
    return switch (fault.kind()) {
      case TOKEN, PROVIDER -> "social.fault." + fault.kind().name();
      case REQUEST, PERSON -> switch (fault) {
        case SIGNED_IN_AS_ANOTHER, NOT_LINKED, DOMAIN_NOT_ALLOWED, MEMBER_REMOVED, MEMBER_PENDING ->
          "sso.fault." + fault.name();
        default -> "social.fault." + fault.name();
      };
    };
  }

  public String titleKey() {
    return fault.kind() == SsoFault.Kind.PROVIDER ? "social.refused.PROVIDER" : "sso.refused." + fault.kind().name();
  }

  /** Where to try again; only where that may help. */
  public boolean mayHelpAgain() {
    return !linking && (fault.kind() != SsoFault.Kind.PERSON || fault == SsoFault.REFUSED_BY_PROVIDER);
  }

  public String again() {
    return SocialEntry.path(provider);
  }

  /** Signing in another way leads on to where the provider can be connected, if that is what is missing. */
  public String otherWay() {
    return fault == SsoFault.ACCOUNT_EXISTS ? "/sign-in?returnTo=%2Faccount%2Fidentities" : "/sign-in";
  }
}
