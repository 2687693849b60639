package dev.latchkey.application.setup;

import dev.latchkey.application.member.Members;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.Member;
import java.util.Optional;

/**
 * Judges who may be set up, inside the running unit of work and each time anew: a member may have been shut out, found
 * another way in, or got another address since the mail was sent.
 */
public final class SetupStanding {
  /** Where a member stands. */
  enum Standing {
    READY,
    /** Shut out, or waiting for approval. */
    NOT_ACTIVE,
    /** Something to sign in with is there, or a link was enough already: a setup would take the account over. */
    HAS_CREDENTIAL,
    /** Another organization counts on this account. */
    BELONGS_ELSEWHERE
  }

  private final Members members;
  private final Memberships memberships;
  private final SetupLinks links;

  public SetupStanding(Members members, Memberships memberships, SetupLinks links) {
    this.members = members;
    this.memberships = memberships;
    this.links = links;
  }

  Standing of(Member member) {
    if (!member.membership().isActive()) {
      return Standing.NOT_ACTIVE;
    }
    if (member.hasCredential() || member.lastSignInAt().isPresent()) {
      return Standing.HAS_CREDENTIAL;
    }
    return memberships.placesOf(member.membership().userId()).size() > 1
        ? Standing.BELONGS_ELSEWHERE
        : Standing.READY;
  }

  /** The member whom a secret is for, if it came of the newest mail and that mail would be sent the same way now. */
  Optional<Member> candidate(SetupFacts facts, SecretId link) {
    return members.find(facts.organization(), facts.member())
        .filter(member -> of(member) == Standing.READY)
        .filter(member -> member.mailbox().equals(facts.mailedTo()))
        .filter(member -> links.newest(facts.organization(), facts.member()).filter(link::equals).isPresent());
  }
}
