package dev.latchkey.application.member;

import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.session.OwnSessions;
import dev.latchkey.domain.organization.Membership;
import java.util.Optional;

/**
 * What ends together with a membership, whoever ended it and why, inside the running unit of work and after the
 * membership is stored as ended. Access itself needs nothing: every request is judged by the membership as it is then,
 * and so is every mailed link or code. Other organizations of the person notice nothing.
 */
public final class MembershipEnding {
  private final Memberships memberships;
  private final OwnSessions sessions;

  public MembershipEnding(Memberships memberships, OwnSessions sessions) {
    this.memberships = memberships;
    this.sessions = sessions;
  }

  /** @return how many sessions ended: all, if the person is active nowhere else, or none */
  public int end(Membership ended) {
    boolean elsewhere = memberships.placesOf(ended.userId()).stream().anyMatch(place -> place.membership().isActive());
    return elsewhere ? 0 : sessions.endAll(ended.userId(), Optional.empty());
  }
}
