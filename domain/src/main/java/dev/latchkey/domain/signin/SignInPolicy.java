package dev.latchkey.domain.signin;

import dev.latchkey.domain.account.User;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.SignInDecision.Chain;
import dev.latchkey.domain.signin.SignInDecision.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides what comes of a sign-in once its credential has been looked at. Pure. */
public final class SignInPolicy {
  private SignInPolicy() {}

  /**
   * Judges a password sign-in. Single sign-on is insisted on only if the named organization demands it, or every one
   * of the person's does. Break-glass owners are let through if a second factor is asked of them next; what they may
   * enter is judged by their proofs.
   *
   * @param user whose address it is, if it is known
   * @param places all organizations of that person, whatever the membership's status
   * @param named the organization that the person wants to enter, if they said so
   */
  public static SignInDecision byPassword(Optional<User> user, boolean passwordMatches, List<SignedIn.Place> places,
      Optional<Slug> named) {
    Chain chain = new Chain();
    boolean believed = chain.rule("address-known", user.isPresent(), "")
        && chain.rule("password-set", user.flatMap(User::password).isPresent(), "")
        && chain.rule("password-matches", passwordMatches, "");
    return believed
        ? admit(chain, user.orElseThrow(), places, named, user.orElseThrow().mfaEnrolled())
        : chain.decide(Verdict.REFUSED, user.map(User::id));
  }

  /**
   * Judges a sign-in by a link that reached the person's mailbox; the same rules as for a password, but it
   * breaks no glass.
   *
   * @param link what became of the link, in a word for the audit; empty if it was good
   */
  public static SignInDecision byMagicLink(Optional<User> user, Optional<String> link, List<SignedIn.Place> places) {
    Chain chain = new Chain();
    boolean believed = chain.rule("link-valid", link.isEmpty(), link.orElse(""))
        && chain.rule("address-known", user.isPresent(), "");
    return believed
        ? admit(chain, user.orElseThrow(), places, Optional.empty(), false)
        : chain.decide(Verdict.REFUSED, user.map(User::id));
  }

  /**
   * Judges a sign-in by a passkey; the same rules as for a password, but it breaks no glass.
   *
   * @param user whose passkey it is, if it is known
   * @param passkey what was wrong with the passkey's answer, in a word for the audit; empty if it was good
   */
  public static SignInDecision byPasskey(Optional<User> user, Optional<String> passkey, List<SignedIn.Place> places) {
    Chain chain = new Chain();
    boolean believed = chain.rule("passkey-valid", passkey.isEmpty(), passkey.orElse(""))
        && chain.rule("account-known", user.isPresent(), "");
    return believed
        ? admit(chain, user.orElseThrow(), places, Optional.empty(), false)
        : chain.decide(Verdict.REFUSED, user.map(User::id));
  }

  /**
   * Judges a sign-in at a provider of the deployment that knows the person; the same rules as for a password, but it
   * breaks no glass.
   */
  public static SignInDecision bySocial(User user, List<SignedIn.Place> places) {
    return admit(new Chain(), user, places, Optional.empty(), false);
  }

  /**
   * Whose identity provider a person has to sign in at instead of by a link; empty if a link would do.
   *
   * @param places all organizations of that person, whatever the membership's status
   */
  public static Optional<Slug> ssoInsteadOfLink(List<SignedIn.Place> places) {
    return insistingOnSso(places, Optional.empty(), false);
  }

  /**
   * Whose identity provider a person has to sign in at instead of with a password; empty if a password would do.
   *
   * @param places all organizations of that person, whatever the membership's status
   */
  public static Optional<Slug> ssoInsteadOfPassword(User user, List<SignedIn.Place> places) {
    return insistingOnSso(places, Optional.empty(), user.mfaEnrolled());
  }

  /**
   * Whose identity provider a person has to sign in at whatever password they have; empty if one would open something.
   * Break-glass owners may have one before they have the second factor that goes with it.
   *
   * @param places all organizations of that person, whatever the membership's status
   */
  public static Optional<Slug> ssoInsteadOfAnyPassword(List<SignedIn.Place> places) {
    return insistingOnSso(places, Optional.empty(), true);
  }

  /**
   * What holds after every first factor that is not single sign-on itself.
   *
   * @param breaksGlass whether it leads on to what break-glass owners have to show
   */
  private static SignInDecision admit(Chain chain, User user, List<SignedIn.Place> places, Optional<Slug> named,
      boolean breaksGlass) {
    List<SignedIn.Place> own = places.stream().filter(SignInPolicy::counts).toList();
    boolean open = own.isEmpty() || own.stream().anyMatch(SignInPolicy::isOpen);
    if (!chain.rule("not-deactivated-everywhere", open, "")) {
      return chain.decide(Verdict.REFUSED, Optional.of(user.id()));
    }
    Optional<Slug> insisting = insistingOnSso(places, named, breaksGlass);
    chain.rule("method-accepted", insisting.isEmpty(),
        // Unnamed: every organization of this person may read it.
        insisting.isPresent() ? "Single sign-on is demanded." : "");
    return insisting.map(slug -> chain.demandSso(slug, user.id()))
        .orElseGet(() -> chain.decide(Verdict.SIGNED_IN, Optional.of(user.id())));
  }

  private static Optional<Slug> insistingOnSso(List<SignedIn.Place> places, Optional<Slug> named,
      boolean breaksGlass) {
    Predicate<SignedIn.Place> demanding = place -> place.organization().requirement().demandsSso()
        && !(breaksGlass && place.membership().breakGlass());
    List<SignedIn.Place> active = places.stream().filter(place -> place.membership().isActive()).toList();
    Optional<SignedIn.Place> target = active.stream()
        .filter(place -> named.filter(place.organization().slug()::equals).isPresent()).findFirst();
    if (target.isPresent()) {
      return target.filter(demanding).map(place -> place.organization().slug());
    }
    return active.stream().allMatch(demanding)
        ? active.stream().findFirst().map(place -> place.organization().slug())
        : Optional.empty();
  }

  /**
   * Who makes strangers members, by hand or on the word of an identity provider, and shuts them out before they themselves
   * ever came has no say in whether they get in.
   */
  private static boolean counts(SignedIn.Place place) {
    return place.entered() || isOpen(place);
  }

  private static boolean isOpen(SignedIn.Place place) {
    Membership membership = place.membership();
    return membership.status() != MembershipStatus.DEACTIVATED;
  }
}
