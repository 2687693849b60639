package dev.latchkey.application.invitation;

import dev.latchkey.application.Ids;
import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.AccountOpening;
import dev.latchkey.application.invitation.InvitationLinks.Link;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.signin.PasswordHasher;
import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.signin.Password;
import dev.latchkey.domain.signin.PasswordPolicy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Accepts an invitation as somebody new. The link came by mail, so it proves the address: account, membership and the
 * first session come into being together. It never touches an account that anybody uses.
 */
public final class AcceptWithPassword {
  private final InvitationLinks links;
  private final AccountOpening accounts;
  private final Memberships memberships;
  private final PasswordHasher hasher;
  private final PasswordPolicy.Blocklist blocklist;
  private final SessionOpening sessions;
  private final UnitOfWork unitOfWork;
  private final Ids ids;
  private final InstantSource clock;

  public AcceptWithPassword(InvitationLinks links, AccountOpening accounts, Memberships memberships,
      PasswordHasher hasher,
      PasswordPolicy.Blocklist blocklist, SessionOpening sessions, UnitOfWork unitOfWork, Ids ids,
      InstantSource clock) {
    this.links = links;
    this.accounts = accounts;
    this.memberships = memberships;
    this.hasher = hasher;
    this.blocklist = blocklist;
    this.sessions = sessions;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
  }

  public Outcome accept(Command command) {
    Optional<Outcome> refused = unitOfWork.run(() -> judge(command, links.open(command.token())));
    if (refused.isPresent()) {
      return refused.get();
    }
    // Between the two transactions: hashing takes a third of a second and must not hold a connection.
    PasswordHash hash = hasher.hash(command.password());
    return unitOfWork.run(() -> {
      Link link = links.open(command.token());
      return judge(command, link).orElseGet(() -> create(command, (Link.Good) link, hash));
    });
  }

  /** Why it comes to nothing; empty only for a good link of an address without an account. */
  private Optional<Outcome> judge(Command command, Link link) {
    return switch (link) {
      case Link.Dead dead -> {
        links.refuse(dead, command.origin());
        yield Optional.of(new Outcome.LinkInvalid());
      }
      case Link.Good known when known.account().isPresent() -> Optional.of(new Outcome.AccountExists());
      case Link.Good strict when strict.organization().requirement().demandsSso() ->
        Optional.of(new Outcome.SsoRequired(strict.organization().slug()));
      case Link.Good good -> PasswordPolicy
          .check(command.password(), false, List.of(good.invitation().email().value(), command.name().value(),
              good.organization().name().value()), blocklist)
          .map(Outcome.PasswordRejected::new);
    };
  }

  private Outcome create(Command command, Link.Good link, PasswordHash hash) {
    if (!links.take(link, command.origin())) {
      return new Outcome.LinkInvalid();
    }
    Instant now = clock.instant();
    User user = accounts.open(link.invitation().email(), command.name(), command.locale(), hash, now).orElseThrow();
    links.join(link, new MembershipId(ids.next()), user, command.origin(), now);
    return new Outcome.SignedIn(sessions.open(user, memberships.placesOf(user.id()), new Proof.MagicLink(now),
        command.browser(), command.origin()));
  }

  /** Who accepts, and what they want to be called and sign in with. */
  public record Command(LinkToken token, PersonName name, Password password, Locale locale, Browser browser,
      Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record SignedIn(SessionOpening.Opened opened) implements Outcome {}

    /** Wrong, used, expired, revoked or not the newest: deliberately one answer. */
    record LinkInvalid() implements Outcome {}

    /** The address has an account; its owner accepts by signing in. */
    record AccountExists() implements Outcome {}

    /** The organization takes no passwords. */
    record SsoRequired(Slug organization) implements Outcome {}

    record PasswordRejected(PasswordPolicy.Rejection rejection) implements Outcome {}
  }
}
