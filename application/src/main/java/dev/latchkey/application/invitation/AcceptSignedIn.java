package dev.latchkey.application.invitation;

import dev.latchkey.application.Ids;
import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.invitation.InvitationLinks.Link;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.session.LastSignIns;
import dev.latchkey.application.session.LiveSession;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.policy.MfaState;
import dev.latchkey.domain.session.SessionRules;
import dev.latchkey.domain.session.SignedIn;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Accepts an invitation with the account that its address has. That takes a session of this very account: who reads
 * somebody's mail must not come in as them, and who was sent a link must not take it for another account.
 */
public final class AcceptSignedIn {
  private final InvitationLinks links;
  private final Memberships memberships;
  private final LastSignIns signIns;
  private final SessionRules rules;
  private final UnitOfWork unitOfWork;
  private final Ids ids;
  private final InstantSource clock;

  public AcceptSignedIn(InvitationLinks links, Memberships memberships, LastSignIns signIns, SessionRules rules,
      UnitOfWork unitOfWork, Ids ids, InstantSource clock) {
    this.links = links;
    this.memberships = memberships;
    this.signIns = signIns;
    this.rules = rules;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
  }

  public Outcome accept(Command command) {
    return unitOfWork.run(() -> switch (links.open(command.token())) {
      case Link.Dead dead -> {
        links.refuse(dead, command.origin());
        yield new Outcome.LinkInvalid();
      }
      case Link.Good good -> good.account().map(account -> accept(command, good, account))
          .orElseGet(Outcome.AccountMissing::new);
    });
  }

  private Outcome accept(Command command, Link.Good link, User account) {
    Optional<SignedIn> own = command.caller().filter(who -> who.person().id().equals(account.id()));
    if (own.isEmpty()) {
      return command.caller().isPresent() ? new Outcome.OtherAccount() : new Outcome.SignInNeeded();
    }
    SignedIn caller = own.get();
    if (MfaState.of(caller) == MfaState.REQUIRED) {
      return new Outcome.SecondFactorNeeded();
    }
    if (!links.take(link, command.origin())) {
      return new Outcome.LinkInvalid();
    }
    Instant now = clock.instant();
    links.join(link, new MembershipId(ids.next()), account, command.origin(), now);
    signIns.noteVouched(account.id(), link.organization().id(), now);
    SignedIn joined = new SignedIn(caller.session(), caller.person(), memberships.placesOf(account.id()));
    return new Outcome.Joined(new LiveSession(joined, joined.expiresAt(rules)), link.organization().slug());
  }

  /** @param caller whose session it is, if anybody is signed in */
  public record Command(LinkToken token, Optional<SignedIn> caller, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    /** @param session the one that accepted, as it is from now on */
    record Joined(LiveSession session, Slug organization) implements Outcome {}

    /** Wrong, used, expired, revoked or not the newest: deliberately one answer. */
    record LinkInvalid() implements Outcome {}

    /** The address has no account; its owner accepts with a name and a password. */
    record AccountMissing() implements Outcome {}

    record SignInNeeded() implements Outcome {}

    /** Somebody else is signed in. */
    record OtherAccount() implements Outcome {}

    /** The session has not shown its second factor yet. */
    record SecondFactorNeeded() implements Outcome {}
  }
}
