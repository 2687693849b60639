package dev.latchkey.domain.organization;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import java.util.Optional;

/**
 * What an organization keeps of a person for itself.
 *
 * @param displayName what its admins call the person, if not by the name that the person chose
 * @param contactEmail where it writes to, if not to the address with which the person signs in
 */
public record MemberProfile(Optional<PersonName> displayName, Optional<EmailAddress> contactEmail) {
  public static final MemberProfile EMPTY = new MemberProfile(Optional.empty(), Optional.empty());

  public MemberProfile calling(Optional<PersonName> newName) {
    return new MemberProfile(newName, contactEmail);
  }

  public MemberProfile withContact(Optional<EmailAddress> newContact) {
    return new MemberProfile(displayName, newContact);
  }
}
