package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.housekeeping.Leftovers;
import dev.latchkey.application.onetime.OneTimeSecrets.Taken;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditEventId;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.PendingDomain;
import dev.latchkey.domain.domainclaim.VerificationToken;
import dev.latchkey.domain.housekeeping.Outdated;
import dev.latchkey.domain.housekeeping.Outdated.Kind;
import dev.latchkey.domain.invitation.Invitation;
import dev.latchkey.domain.invitation.InvitationId;
import dev.latchkey.domain.mail.OutgoingMail;
import dev.latchkey.domain.onetime.OneTimeSecret;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.signin.GuessCount;
import dev.latchkey.domain.signin.GuessKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The contract of {@link Leftovers}; on a store of its own, as it removes what others have left. */
public abstract class LeftoversContract extends PortContract {
  private final Leftovers leftovers = ports.leftovers();
  private final Instant dayAfter = noon.plus(Duration.ofDays(1));

  protected LeftoversContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @Test
  void removes_at_most_as_many_as_asked_for_and_says_how_many() {
    remove(Kind.GUESS_COUNT, dayAfter);
    for (int i = 0; i < 5; i++) {
      guessed(noon, 1);
    }
    assertThat(leftovers.remove(new Outdated(Kind.GUESS_COUNT, dayAfter), 3)).isEqualTo(3);
    assertThat(leftovers.remove(new Outdated(Kind.GUESS_COUNT, dayAfter), 3)).isEqualTo(2);
    assertThat(leftovers.remove(new Outdated(Kind.GUESS_COUNT, dayAfter), 3)).isZero();
  }

  @Test
  void removes_counts_of_which_nothing_is_left() {
    GuessKey forgiven = guessed(noon, 2);
    GuessKey counting = guessed(noon, 3);
    remove(Kind.GUESS_COUNT, noon.plus(GuessCount.FORGIVEN_EVERY.multipliedBy(2)).plusSeconds(1));
    assertThat(ports.unitOfWork().run(() -> ports.guessCounts().lock(forgiven, noon)).failures()).isZero();
    assertThat(ports.unitOfWork().run(() -> ports.guessCounts().lock(counting, noon)).failures()).isEqualTo(3);
  }

  @Test
  void removes_expired_secrets_but_never_the_newest_by_which_expiry_is_judged() {
    SecretId old = issued(noon);
    SecretId newest = issued(dayAfter);
    remove(Kind.ONE_TIME_SECRET, noon.plus(Duration.ofDays(30)));
    assertThat(take(old, noon)).isEqualTo(new Taken.Refused("unknown"));
    SecretId issuedByAClockThatWasSetBack = issued(noon);
    assertThat(take(issuedByAClockThatWasSetBack, noon)).isEqualTo(new Taken.Refused("expired"));
    assertThat(take(newest, dayAfter)).isInstanceOf(Taken.Granted.class);
  }

  @Test
  void leaves_secrets_that_have_not_expired() {
    SecretId open = issued(noon);
    issued(noon.plusSeconds(1));
    remove(Kind.ONE_TIME_SECRET, noon.plus(Duration.ofMinutes(15)));
    assertThat(take(open, noon.plusSeconds(1))).isInstanceOf(Taken.Granted.class);
  }

  @Test
  void removes_mails_that_were_sent_or_expired_and_none_that_waits() {
    EmailAddress to = Examples.email();
    OutgoingMail sent = enqueued(to, noon, dayAfter);
    enqueued(to, noon, noon.plusSeconds(1));
    enqueued(to, noon, dayAfter.plusSeconds(1));
    enqueued(to, noon.plusSeconds(60), dayAfter.plusSeconds(1));
    ports.mailOutbox().sent(sent.id(), noon);
    ports.mailOutbox().claim(100, noon.plusSeconds(2), noon.plusSeconds(3));
    remove(Kind.MAIL, noon.plusSeconds(30));
    assertThat(ports.mailOutbox().countSince(to, noon)).isEqualTo(2);
    remove(Kind.MAIL, dayAfter);
    assertThat(ports.mailOutbox().countSince(to, noon)).isEqualTo(2);
  }

  @Test
  void removes_trial_mails_that_have_expired() {
    EmailAddress to = Examples.email();
    ports.trialMailbox().add(Examples.mail(to, noon), noon);
    ports.trialMailbox().add(Examples.mail(to, dayAfter), noon);
    remove(Kind.TRIAL_MAIL, noon.plusSeconds(1));
    assertThat(ports.trialMailbox().list(Optional.of(to))).singleElement()
        .matches(mail -> mail.mail().expiresAt().equals(dayAfter));
  }

  @Test
  void removes_sessions_by_the_time_they_were_seen_and_by_that_of_signing_in() {
    User user = storedUser();
    BearerToken idle = session(user, noon, noon);
    BearerToken busy = session(user, noon, dayAfter);
    remove(Kind.IDLE_SESSION, noon.plusSeconds(1));
    assertThat(ports.sessions().find(idle.hash())).isEmpty();
    assertThat(ports.sessions().find(busy.hash())).isPresent();
    remove(Kind.OLD_SESSION, noon);
    assertThat(ports.sessions().find(busy.hash())).isPresent();
    remove(Kind.OLD_SESSION, noon.plusSeconds(1));
    assertThat(ports.sessions().find(busy.hash())).isEmpty();
  }

  @Test
  void removes_browsers_in_which_nobody_signed_in_for_long() {
    User user = storedUser();
    BearerToken forgotten = Examples.token();
    BearerToken known = Examples.token();
    ports.knownBrowsers().remember(user.id(), forgotten.hash(), noon);
    ports.knownBrowsers().remember(user.id(), known.hash(), dayAfter);
    remove(Kind.KNOWN_BROWSER, dayAfter);
    assertThat(ports.knownBrowsers().isKnown(user.id(), forgotten.hash())).isFalse();
    assertThat(ports.knownBrowsers().isKnown(user.id(), known.hash())).isTrue();
  }

  @Test
  void removes_invitations_that_have_expired() {
    Organization acme = storedOrganization("Acme");
    Invitation expired = invited(acme, noon.minus(Duration.ofDays(7)));
    Invitation open = invited(acme, noon);
    remove(Kind.INVITATION, expired.expiresAt());
    assertThat(ports.invitations().find(acme.id(), expired.id())).isPresent();
    remove(Kind.INVITATION, expired.expiresAt().plusSeconds(1));
    assertThat(ports.invitations().find(acme.id(), expired.id())).isEmpty();
    assertThat(ports.invitations().find(acme.id(), open.id())).isPresent();
  }

  private Invitation invited(Organization organization, Instant at) {
    Invitation invitation = Invitation.sent(new InvitationId(Examples.id()), organization.id(), Examples.email(),
        Role.AGENT, storedUser().id(),
        OneTimeSecret.issued(new SecretId(Examples.id()), Purpose.INVITATION, "secret", Map.of(), at));
    ports.invitations().add(invitation);
    return invitation;
  }

  @Test
  void removes_claims_of_domains_that_nobody_proved_in_time() {
    Organization acme = storedOrganization("Acme");
    PendingDomain forgotten = claimed(acme, noon.minus(PendingDomain.TERM));
    PendingDomain open = claimed(acme, noon);
    PendingDomain proven = claimed(acme, noon.minus(PendingDomain.TERM));
    ports.domainClaims().save(proven.verified(noon.minusSeconds(60)));
    remove(Kind.DOMAIN_CLAIM, forgotten.expiresAt());
    assertThat(ports.domainClaims().find(acme.id(), forgotten.id())).isPresent();
    remove(Kind.DOMAIN_CLAIM, forgotten.expiresAt().plusSeconds(1));
    assertThat(ports.domainClaims().find(acme.id(), forgotten.id())).isEmpty();
    assertThat(ports.domainClaims().find(acme.id(), open.id())).isPresent();
    assertThat(ports.domainClaims().find(acme.id(), proven.id())).isPresent();
  }

  private PendingDomain claimed(Organization organization, Instant at) {
    DomainClaimId id = new DomainClaimId(Examples.id());
    PendingDomain claim = PendingDomain.claimed(id, organization.id(),
        new DomainName("d" + id.value().toLowerCase(Locale.ROOT) + ".example"),
        VerificationToken.random(new SecureRandom()), at);
    ports.domainClaims().add(claim);
    return claim;
  }

  @Test
  void removes_facts_that_are_long_past() {
    Instant longAgo = Instant.parse("2020-03-01T12:00:00Z");
    AuditEvent old = happened(longAgo);
    AuditEvent next = happened(longAgo.plusSeconds(1));
    AuditEvent recent = happened(noon);
    remove(Kind.AUDIT_EVENT, longAgo.plusSeconds(1));
    assertThat(ports.auditEvents()).contains(next, recent).doesNotContain(old);
  }

  private void remove(Kind kind, Instant before) {
    assertThat(leftovers.remove(new Outdated(kind, before), 1000)).isLessThan(1000);
  }

  private GuessKey guessed(Instant at, int failures) {
    GuessKey key = GuessKey.of(Examples.email());
    ports.unitOfWork().run(() -> {
      ports.guessCounts().save(key, new GuessCount(failures, at));
      return key;
    });
    return key;
  }

  private SecretId issued(Instant at) {
    SecretId id = new SecretId(Examples.id());
    ports.oneTimeSecrets().issue(OneTimeSecret.issued(id, Purpose.SIGN_UP, "12345678", Map.of(), at));
    return id;
  }

  private Taken take(SecretId id, Instant now) {
    return ports.oneTimeSecrets().take(Purpose.SIGN_UP, id, "12345678", now);
  }

  private OutgoingMail enqueued(EmailAddress to, Instant at, Instant expiresAt) {
    OutgoingMail mail = Examples.mail(to, expiresAt);
    ports.mailOutbox().enqueue(mail, at);
    return mail;
  }

  private BearerToken session(User user, Instant createdAt, Instant seenAt) {
    BearerToken token = Examples.token();
    var session = Examples.session(user, createdAt);
    ports.sessions().open(session, token.hash());
    ports.sessions().seen(session.id(), seenAt);
    return token;
  }

  private AuditEvent happened(Instant at) {
    AuditEvent event = new AuditEvent(new AuditEventId(Examples.id()), at, AuditAction.SIGN_IN, AuditOutcome.SUCCESS,
        new Origin("192.0.2.1", "Firefox", "request-1"), Optional.empty(), Optional.empty(), List.of(), Map.of());
    ports.auditLog().append(event);
    return event;
  }
}
