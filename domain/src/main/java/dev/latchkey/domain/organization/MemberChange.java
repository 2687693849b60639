package dev.latchkey.domain.organization;

import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.account.EmailAddress;
import java.util.Optional;

/**
 * What is to become different about a member; what is absent stays.
 *
 * @param status active or deactivated
 * @param contact where the organization is to write to
 */
public record MemberChange(Optional<Role> role, Optional<MembershipStatus> status, Optional<Boolean> breakGlass,
    Optional<Contact> contact) {

  /** A new contact address, or none, so that mails go to the address with which the person signs in. */
  public record Contact(Optional<EmailAddress> address) {}

  public MemberChange {
    if (status.filter(wanted -> wanted == MembershipStatus.PENDING).isPresent()) {
      throw new InvalidValue("status", "NOT_CHOSEN", "Please choose active or deactivated.");
    }
  }

  public static MemberChange ofRole(Role role) {
    return new MemberChange(Optional.of(role), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public static MemberChange ofStatus(MembershipStatus status) {
    return new MemberChange(Optional.empty(), Optional.of(status), Optional.empty(), Optional.empty());
  }

  public static MemberChange ofBreakGlass(boolean breakGlass) {
    return new MemberChange(Optional.empty(), Optional.empty(), Optional.of(breakGlass), Optional.empty());
  }

  public static MemberChange ofContact(Optional<EmailAddress> address) {
    return new MemberChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new Contact(address)));
  }

  /**
   * The member as it will be.
   *
   * @throws InvalidValue if the changes don't go together
   */
  public Member appliedTo(Member member) {
    Membership membership = member.membership();
    membership = role.map(membership::withRole).orElse(membership);
    membership = switch (status.orElse(membership.status())) {
      case ACTIVE -> membership.reactivated();
      case DEACTIVATED -> membership.deactivated();
      case PENDING -> membership;
    };
    membership = breakGlass.map(membership::withBreakGlass).orElse(membership);
    MemberProfile profile = contact.map(Contact::address).map(member.profile()::withContact).orElse(member.profile());
    return member.with(membership).with(profile);
  }
}
