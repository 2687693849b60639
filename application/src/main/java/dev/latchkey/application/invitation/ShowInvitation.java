package dev.latchkey.application.invitation;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.organization.Role;

/** Tells whoever holds the link of an invitation who asks them where and as what. It uses nothing up. */
public final class ShowInvitation {
  private final InvitationLinks links;
  private final UnitOfWork unitOfWork;

  public ShowInvitation(InvitationLinks links, UnitOfWork unitOfWork) {
    this.links = links;
    this.unitOfWork = unitOfWork;
  }

  public Outcome show(LinkToken token) {
    return unitOfWork.run(() -> switch (links.open(token)) {
      case InvitationLinks.Link.Good good -> new Outcome.Open(good.invitation().email(), good.organization().name(),
          good.inviter().name(), good.invitation().role(), good.account().isPresent());
      case InvitationLinks.Link.Dead dead -> new Outcome.LinkInvalid();
    });
  }

  /** What the link is worth. */
  public sealed interface Outcome {
    /** @param hasAccount whether it is accepted by signing in rather than with a new password */
    record Open(EmailAddress email, OrganizationName organization, PersonName inviter, Role role,
        boolean hasAccount) implements Outcome {}

    /** Wrong, used, expired, revoked or not the newest: deliberately one answer. */
    record LinkInvalid() implements Outcome {}
  }
}
