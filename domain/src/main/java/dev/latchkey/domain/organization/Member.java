package dev.latchkey.domain.organization;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import java.time.Instant;
import java.util.Optional;

/**
 * A member as the organization's admins see them: the membership and what they may know of the account behind it.
 *
 * @param signInEmail with which the person signs in
 * @param ownName what the person chose to be called
 * @param mfaEnrolled whether the account has a second factor: an authenticator app, or a passkey that verifies its owner
 * @param hasCredential whether the account has anything by which the person could prove who they are; an account that
 *        an admin made has nothing until it is set up
 * @param linked whether the present identity provider of the organization knows the person as one of ours
 * @param lastSignInAt when the person last signed in while this membership was active
 */
public record Member(Membership membership, EmailAddress signInEmail, PersonName ownName, MemberProfile profile,
    boolean mfaEnrolled, boolean hasCredential, boolean linked, Optional<Instant> lastSignInAt) {

  public MembershipId id() {
    return membership.id();
  }

  /** What the organization calls the person. */
  public PersonName name() {
    return profile.displayName().orElse(ownName);
  }

  /** Where the organization writes to. */
  public EmailAddress mailbox() {
    return profile.contactEmail().orElse(signInEmail);
  }

  /** Where the member stands in a list: by name, regardless of the case of plain letters, then by id. */
  public String position() {
    StringBuilder position = new StringBuilder();
    name().value().codePoints().map(it -> it < 0x80 ? Character.toLowerCase(it) : it)
        .forEach(position::appendCodePoint);
    return position.append('\n').append(id().value()).toString();
  }

  public Member with(Membership changed) {
    return new Member(changed, signInEmail, ownName, profile, mfaEnrolled, hasCredential, linked, lastSignInAt);
  }

  public Member with(MemberProfile changed) {
    return new Member(membership, signInEmail, ownName, changed, mfaEnrolled, hasCredential, linked, lastSignInAt);
  }
}
