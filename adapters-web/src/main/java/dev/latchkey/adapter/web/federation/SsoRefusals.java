package dev.latchkey.adapter.web.federation;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.ErrorView;
import dev.latchkey.adapter.web.page.view.SessionKeptView;
import dev.latchkey.adapter.web.page.view.SsoRefusedView;
import dev.latchkey.adapter.web.page.view.SsoRefusedView.Purpose;
import dev.latchkey.adapter.web.request.ReturnTo;
import dev.latchkey.adapter.web.request.SsoEntry;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.ProofTooOld;
import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.application.federation.CompleteSsoSignIn;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.sso.SsoFault;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows why somebody did not come in through an identity provider: a safe text, what to do, and a reference under which
 * the admins find the whole reason. People get a page, programs that ask for JSON the envelope.
 */
public final class SsoRefusals {
  private final Pages pages;

  public SsoRefusals(Pages pages) {
    this.pages = pages;
  }

  /** No such organization, or it has no identity provider: nobody learns which. */
  Response notOffered(Visit visit) {
    if (visit.wantsJson()) {
      throw new Refused(Refusal.notFound());
    }
    return pages.showAgain(visit, Code.NOT_FOUND.status(), new ErrorView(Code.NOT_FOUND.status(), visit.requestId(),
        pages.messages(visit).text("sso.notOffered"), null, visit.sessionToken().isPresent())).build();
  }

  /** To somebody who came back from an identity provider. */
  Response of(CompleteSsoSignIn.Outcome.Refused refused, Visit visit) {
    if (refused.fault() == SsoFault.SIGNED_IN_AS_ANOTHER && refused.organization().isPresent()) {
      return kept(visit, ReturnTo.carry(SsoEntry.path(refused.organization().get().value()), refused.returnTo()));
    }
    boolean confirming = refused.fault() == SsoFault.NOT_SIGNED_IN_ANEW && visit.sessionToken().isPresent();
    return confirming
        ? show(visit, refused.fault(), Purpose.CONFIRM, ReturnTo.carry(ProofTooOld.PATH, refused.returnTo()))
        : of(refused.fault(), refused.organization(), refused.linking(), visit);
  }

  /**
   * @param organization where it can be tried again, if that may be said
   * @param linking whether it was for linking, by somebody who is signed in
   */
  public Response of(SsoFault fault, Optional<Slug> organization, boolean linking, Visit visit) {
    return show(visit, fault, linking ? Purpose.LINK : Purpose.SIGN_IN,
        organization.filter(slug -> !linking && mayHelpAgain(fault)).map(slug -> SsoEntry.path(slug.value()))
            .orElse(null));
  }

  private Response show(Visit visit, SsoFault fault, Purpose purpose, @Nullable String again) {
    if (visit.wantsJson()) {
      throw new Refused(refusal(fault));
    }
    return pages.showAgain(visit, codeOf(fault).status(),
        new SsoRefusedView(fault, visit.requestId(), again, purpose)).build();
  }

  /** Who is signed in stays, and can choose. */
  private Response kept(Visit visit, String instead) {
    if (visit.wantsJson()) {
      throw new Refused(refusal(SsoFault.SIGNED_IN_AS_ANOTHER));
    }
    return pages.showAgain(visit, Code.SSO_INTERRUPTED.status(),
        new SessionKeptView(visit.requestId(), instead)).build();
  }

  /** The same for programs. */
  public static Refusal refusal(SsoFault fault) {
    String text = Messages.of(Locale.ENGLISH).text(SsoRefusedView.textOf(fault));
    return Refusal.of(codeOf(fault), text).with(List.of(new FieldError("sso", "", fault.name(), text)));
  }

  private static boolean mayHelpAgain(SsoFault fault) {
    return fault.kind() != SsoFault.Kind.PERSON || fault == SsoFault.REFUSED_BY_PROVIDER;
  }

  static Code codeOf(SsoFault fault) {
    return switch (fault.kind()) {
      case REQUEST -> Code.SSO_INTERRUPTED;
      case TOKEN -> Code.SSO_NOT_BELIEVED;
      case PERSON -> Code.SSO_NOT_ADMITTED;
      case PROVIDER -> Code.SSO_PROVIDER_FAILED;
    };
  }
}
