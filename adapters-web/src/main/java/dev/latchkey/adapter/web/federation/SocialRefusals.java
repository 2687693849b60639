package dev.latchkey.adapter.web.federation;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.organization.Missing;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.ErrorView;
import dev.latchkey.adapter.web.page.view.LeavingView;
import dev.latchkey.adapter.web.page.view.SessionKeptView;
import dev.latchkey.adapter.web.page.view.SocialRefusedView;
import dev.latchkey.adapter.web.request.ReturnTo;
import dev.latchkey.adapter.web.request.SocialEntry;
import dev.latchkey.adapter.web.request.SsoEntry;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.SsoFault;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Shows why somebody did not come in through a provider of the deployment, with the same statuses as for an organization's.
 * People get a page, programs that ask for JSON the envelope.
 */
public final class SocialRefusals {
  private final Pages pages;

  public SocialRefusals(Pages pages) {
    this.pages = pages;
  }

  /** Nobody knows a provider of this name, or the operator has not set it up. */
  public Response notOffered(Visit visit) {
    if (visit.wantsJson()) {
      throw new Refused(Refusal.notFound());
    }
    return pages.showAgain(visit, Code.NOT_FOUND.status(), new ErrorView(Code.NOT_FOUND.status(), visit.requestId(),
        pages.messages(visit).text("social.notOffered"), null, visit.sessionToken().isPresent())).build();
  }

  /** Only an organization's own provider will do: people are led there, programs are told where it is. */
  public Response ssoRequired(Slug organization, Optional<String> wanted, Visit visit) {
    if (visit.wantsJson()) {
      throw new Refused(Missing.ssoRequired(organization));
    }
    return pages.leave(visit, URI.create(ReturnTo.carry(SsoEntry.path(organization.value()), wanted)),
        LeavingView.Reason.SIGN_IN).build();
  }

  /** @param linking whether it was for linking, by somebody who is signed in */
  public Response of(SsoFault fault, SocialProvider provider, boolean linking, Visit visit) {
    if (visit.wantsJson()) {
      throw new Refused(refusal(fault, provider));
    }
    if (fault == SsoFault.SIGNED_IN_AS_ANOTHER) {
      return pages.showAgain(visit, codeOf(fault).status(),
          new SessionKeptView(visit.requestId(), SocialEntry.path(provider))).build();
    }
    return pages.showAgain(visit, codeOf(fault).status(),
        new SocialRefusedView(fault, provider, visit.requestId(), linking)).build();
  }

  /** The same for programs. */
  public static Refusal refusal(SsoFault fault, SocialProvider provider) {
    Messages messages = Messages.of(Locale.ENGLISH);
    String text = messages.text(SocialRefusedView.textOf(fault), messages.text(SocialRefusedView.nameOf(provider)));
    return Refusal.of(codeOf(fault), text).with(List.of(new FieldError("social", "", fault.name(), text)));
  }

  private static Code codeOf(SsoFault fault) {
    return fault == SsoFault.LINKED_TO_ANOTHER ? Code.CONFLICT : SsoRefusals.codeOf(fault);
  }
}
