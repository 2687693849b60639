package dev.latchkey.adapter.web.member;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.Membership;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member as owners and admins see them.
 *
 * @param email with which the person signs in
 * @param contactEmail where the organization writes to; null if that is {@code email}
 * @param mfa whether the account has a second factor
 * @param identities the person at the organization's identity provider; none as long as there is no single sign-on
 * @param lastSignInAt null if the person has never signed in as a member
 */
record MemberData(String id, String userId, String email, String name, String role, String status, String source,
    boolean breakGlass, @Nullable String contactEmail, boolean mfa, List<String> identities,
    @Nullable Instant lastSignInAt) {

  static MemberData of(Member member) {
    Membership membership = member.membership();
    return new MemberData(member.id().value(), membership.userId().value(), member.signInEmail().value(),
        member.name().value(), Words.of(membership.role()), Words.of(membership.status()),
        Words.of(membership.source()), membership.breakGlass(),
        member.profile().contactEmail().map(EmailAddress::value).orElse(null), member.mfaEnrolled(), List.of(),
        member.lastSignInAt().orElse(null));
  }

  /** What everybody in the organization may know of each other. */
  record Named(String id, String name) {
    static Named of(Member member) {
      return new Named(member.id().value(), member.name().value());
    }
  }
}
