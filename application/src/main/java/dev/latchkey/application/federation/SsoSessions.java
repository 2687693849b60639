package dev.latchkey.application.federation;

import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.session.ForeignWords;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.session.SessionPromotion;
import dev.latchkey.application.session.Sessions;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.SessionRules;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.ProviderSignIn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** In which session a sign-in at an identity provider counts, inside the running unit of work. */
public final class SsoSessions {
  private final Sessions sessions;
  private final SessionOpening opening;
  private final SessionPromotion promotion;
  private final Memberships memberships;
  private final AccountProof proofs;
  private final ForeignWords words;
  private final SessionRules rules;

  public SsoSessions(Sessions sessions, SessionOpening opening, SessionPromotion promotion, Memberships memberships,
      AccountProof proofs, ForeignWords words, SessionRules rules) {
    this.sessions = sessions;
    this.opening = opening;
    this.promotion = promotion;
    this.memberships = memberships;
    this.proofs = proofs;
    this.words = words;
    this.rules = rules;
  }

  /** The session that the browser has right now. */
  public Optional<SignedIn> of(Browser browser, Instant now) {
    return browser.session().flatMap(token -> sessions.find(token.hash()))
        .filter(signedIn -> now.isBefore(signedIn.expiresAt(rules)));
  }

  /** Who is signed in in the browser right now. */
  public Optional<UserId> personIn(Browser browser, Instant now) {
    return of(browser, now).map(it -> it.person().id());
  }

  /** For who came through a provider of the deployment, which was linked by the account's owner. */
  public Entered enter(User user, SocialProvider provider, ProviderSignIn signIn, Browser browser, Origin origin) {
    List<SignedIn.Place> places = memberships.placesOf(user.id());
    Instant now = signIn.arrivedAt();
    return own(user, places, true, browser, now)
        .<Entered>map(it -> new Entered.Promoted(
            promotion.add(it, new Proof.Social(signIn.within(it.session()), provider.word()))))
        .orElseGet(() -> new Entered.Opened(opening.open(user, places,
            new Proof.Social(signIn.opening(), provider.word()), now, browser, origin)));
  }

  /**
   * The same person's session goes on with what it has shown so far; anybody else's gives way to a new one. So do all
   * sessions from before the account's owner came, if it is the owner who comes now.
   *
   * @param proven whether the person has shown, besides, that the account's address is theirs
   */
  Entered enter(User user, Vouched vouched, boolean proven, Browser browser, Origin origin) {
    List<SignedIn.Place> places = memberships.placesOf(user.id());
    Instant now = vouched.signIn().arrivedAt();
    boolean owner = proven || proofs.isVouchedBy(vouched.organization(), user.email());
    Optional<SignedIn> own = own(user, places, owner, browser, now);
    if (own.isPresent()) {
      return new Entered.Promoted(
          promotion.add(own.get(), vouched.from(vouched.signIn().within(own.get().session()))));
    }
    Proof.Sso proof = vouched.from(vouched.signIn().opening());
    return new Entered.Opened(owner
        ? opening.open(user, places, proof, now, browser, origin)
        : opening.openVouched(user, places, proof, now, browser, origin));
  }

  /** The session of the same person that goes on, with the places of now. */
  private Optional<SignedIn> own(User user, List<SignedIn.Place> places, boolean owner, Browser browser, Instant now) {
    return of(browser, now)
        .filter(it -> it.person().id().equals(user.id()) && !(owner && words.stand(user.id())))
        .map(it -> new SignedIn(it.session(), it.person(), places));
  }

  /** What an organization's identity provider says, through which version of the connection. */
  record Vouched(ProviderSignIn signIn, OrganizationId organization, int connectionVersion) {
    private Proof.Sso from(Instant at) {
      return new Proof.Sso(at, organization, connectionVersion);
    }
  }

  /** The session that somebody has now. */
  public sealed interface Entered {
    record Opened(SessionOpening.Opened session) implements Entered {}

    record Promoted(SessionPromotion.Promoted session) implements Entered {}

    default SignedIn signedIn() {
      return switch (this) {
        case Opened opened -> opened.session().session().signedIn();
        case Promoted promoted -> promoted.session().signedIn();
      };
    }
  }
}
