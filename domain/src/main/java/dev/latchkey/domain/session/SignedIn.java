package dev.latchkey.domain.session;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A session together with its person and their organizations: all that a request needs to be judged. */
public record SignedIn(Session session, Person person, List<Place> places) {
  public SignedIn {
    places = List.copyOf(places);
  }

  /** What of an account a request may know; the password is not part of it. */
  public record Person(UserId id, EmailAddress email, PersonName name, Locale locale, boolean mfaEnrolled) {
    public static Person of(User user) {
      return new Person(user.id(), user.email(), user.name(), user.locale(), user.mfaEnrolled());
    }
  }

  /**
   * One organization of the person, whatever the membership's status.
   *
   * @param entered whether the account's owner has ever signed in while the membership was active, or the organization's
   *        identity provider has let in somebody since the owner first came
   */
  public record Place(Organization organization, Membership membership, boolean entered) {
    /** The order in which people see their organizations. */
    public static final Comparator<Place> BY_NAME =
        Comparator.comparing((Place place) -> place.organization.name().value().toLowerCase(Locale.ROOT))
            .thenComparing(place -> place.organization.id().value());
  }

  public Optional<Place> place(OrganizationId id) {
    return places.stream().filter(place -> place.organization().id().equals(id)).findFirst();
  }

  /** The same after the session has shown more. */
  public SignedIn showing(Proofs proofs) {
    return new SignedIn(session.showing(proofs), person, places);
  }

  /** The same after the account was changed. */
  public SignedIn as(User changed) {
    return new SignedIn(session, Person.of(changed), places);
  }

  /** When the session ends if no further request comes, by the limits that hold for this person. */
  public Instant expiresAt(SessionRules rules) {
    return session.expiresAt(rules.forPerson(mfaDemanded()));
  }

  /** Whether an organization in which the person is active demands a second factor. */
  public boolean mfaDemanded() {
    for (Place place : places) {
      if (place.membership().isActive() && place.organization().requirement().demandsMfa()) {
        return true;
      }
    }
    return false;
  }
}
