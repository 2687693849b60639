package dev.latchkey.application.setup;

import dev.latchkey.application.account.Users;
import dev.latchkey.application.member.Members;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.session.LastSignIns;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.policy.MemberRights;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.SignedIn;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Judges who may be set up, inside the running unit of work and each time anew: a member may have been shut out, found
 * another way in, or got another address since the mail was sent, and its sender may have lost the right to send it.
 */
public final class SetupStanding {
  /** However often a code is sent anew, a setup that has begun is over by then. */
  static final Duration OPEN_FOR = Duration.ofHours(1);

  /** Where a member stands. */
  enum Standing {
    READY,
    /** Shut out, or waiting for approval. */
    NOT_ACTIVE,
    /** Something to sign in with is there, or a link was enough already: a setup would take the account over. */
    HAS_CREDENTIAL,
    /** Another organization counts on this account. */
    BELONGS_ELSEWHERE,
    /** The password that a setup ends with would open nothing: the organization demands single sign-on. */
    SSO_ENFORCED
  }

  private final Members members;
  private final Memberships memberships;
  private final Users users;
  private final LastSignIns signIns;
  private final SetupLinks links;
  private final InstantSource clock;

  public SetupStanding(Members members, Memberships memberships, Users users, LastSignIns signIns, SetupLinks links,
      InstantSource clock) {
    this.members = members;
    this.memberships = memberships;
    this.users = users;
    this.signIns = signIns;
    this.links = links;
    this.clock = clock;
  }

  Standing of(Member member) {
    if (!member.membership().isActive()) {
      return Standing.NOT_ACTIVE;
    }
    if (member.hasCredential() || signIns.any(member.membership().userId())) {
      return Standing.HAS_CREDENTIAL;
    }
    List<SignedIn.Place> places = memberships.placesOf(member.membership().userId());
    if (places.size() > 1) {
      return Standing.BELONGS_ELSEWHERE;
    }
    // A break-glass owner is to have a password, of all people.
    boolean kept = !member.membership().breakGlass()
        && places.stream().anyMatch(place -> place.organization().requirement().demandsSso());
    return kept ? Standing.SSO_ENFORCED : Standing.READY;
  }

  /** As {@link #judge}; besides, nobody changes the account or signs in to it first until the unit of work ends. */
  Worth hold(SetupFacts facts, SecretId link) {
    members.find(facts.organization(), facts.member()).ifPresent(member -> users.hold(member.membership().userId()));
    return judge(facts, link);
  }

  /** What a secret is worth now: it has to come of the newest mail, and that mail would be sent the same way now. */
  Worth judge(SetupFacts facts, SecretId link) {
    Optional<Member> member = members.find(facts.organization(), facts.member());
    if (member.isEmpty()) {
      return new Worth.Nothing(Reason.failed("member-there", "The member was removed."));
    }
    return obstacle(member.get(), facts, link).<Worth>map(Worth.Nothing::new)
        .orElseGet(() -> new Worth.Good(member.get()));
  }

  private Optional<Reason> obstacle(Member member, SetupFacts facts, SecretId link) {
    if (!clock.instant().isBefore(facts.sentAt().plus(OPEN_FOR))) {
      return Optional.of(Reason.failed("setup-in-time", "The mail was sent at " + facts.sentAt() + "."));
    }
    if (links.newest(facts.organization(), facts.member()).filter(link::equals).isEmpty()) {
      return Optional.of(Reason.failed("mail-newest", "A newer mail was sent since."));
    }
    Optional<Membership> sender = memberships.find(facts.organization(), facts.sender());
    if (sender.filter(it -> maySend(it, member)).isEmpty()) {
      return Optional.of(Reason.failed("sender-may-send", "Whoever sent the mail may not do so any more."));
    }
    if (!member.mailbox().equals(facts.mailedTo())) {
      return Optional.of(Reason.failed("address-same", "The member is written to at another address now."));
    }
    Standing standing = of(member);
    return standing == Standing.READY
        ? Optional.empty()
        : Optional.of(Reason.failed("to-be-set-up", "The member stands at " + standing + "."));
  }

  private static boolean maySend(Membership sender, Member member) {
    return sender.isActive() && MemberRights.lacking(sender.role(), member.membership()).isEmpty();
  }

  /** What a setup link or code is worth. */
  sealed interface Worth {
    record Good(Member member) implements Worth {}

    record Nothing(Reason reason) implements Worth {
      List<Reason> chain() {
        return List.of(reason);
      }
    }

    default Optional<Member> candidate() {
      return this instanceof Good good ? Optional.of(good.member) : Optional.empty();
    }
  }
}
