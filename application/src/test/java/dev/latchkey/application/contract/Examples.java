package dev.latchkey.application.contract;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.mail.MailId;
import dev.latchkey.domain.mail.OutgoingMail;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Values that differ from one call to the next, so that tests may share a database. */
public final class Examples {
  private static final AtomicLong LAST = new AtomicLong(System.currentTimeMillis() * 1000);
  private static final AtomicLong DAYS = new AtomicLong();

  private Examples() {}

  public static String id() {
    return "%026d".formatted(LAST.incrementAndGet());
  }

  /** Noon of a day that nobody else was given, later than all given before. */
  public static Instant noon() {
    return Instant.parse("2026-03-01T12:00:00Z").plus(Duration.ofDays(DAYS.incrementAndGet()));
  }

  public static EmailAddress email() {
    return new EmailAddress("person" + LAST.incrementAndGet() + "@example.com");
  }

  public static User user(Instant now) {
    return User.withPassword(new UserId(id()), email(), new PersonName("Zoë Müller"), Locale.GERMANY,
        new PasswordHash("$fake$1$secret"), now);
  }

  public static Organization organization(String name, Instant now) {
    return Organization.founded(new OrganizationId(id()), new Slug("org-" + LAST.incrementAndGet()),
        new OrganizationName(name), now);
  }

  public static Membership founder(Organization organization, User user, Instant now) {
    return Membership.ofFounder(new MembershipId(id()), organization.id(), user.id(), now);
  }

  public static Session session(User user, Instant now) {
    return new Session(new SessionId(id()), user.id(), Proofs.of(new Proof.Password(now)), now, now, "Firefox",
        "192.0.2.1");
  }

  public static BearerToken token() {
    return BearerToken.random(new SecureRandom());
  }

  public static OutgoingMail mail(EmailAddress to, Instant expiresAt) {
    return new OutgoingMail(new MailId(id()), to, "Your code ✓", "1234 5678", "<p>1234 5678</p>", expiresAt);
  }
}
