package dev.latchkey.application.walk;

import dev.latchkey.domain.account.User;
import dev.latchkey.domain.mfa.RecoveryCode;
import dev.latchkey.domain.mfa.TotpSecret;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.signin.Password;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody with a password and perhaps a second factor. */
final class KnownPerson {
  final User start;
  final Map<KnownOrganization, KnownPlace> places = new LinkedHashMap<>();
  final Tries tries = new Tries();
  final Tries codes = new Tries();
  final Tries passwordsShownAgain = new Tries();
  final List<Instant> mails = new ArrayList<>();
  final List<RecoveryCode> recoveryCodes = new ArrayList<>();
  Password password;
  @Nullable
  TotpSecret app;
  long lastStep = -1;

  KnownPerson(User start, Password password) {
    this.start = start;
    this.password = password;
  }

  boolean isEnrolled() {
    return app != null;
  }

  boolean isAskedForMfa() {
    return active().anyMatch(KnownOrganization::demandsMfa);
  }

  Stream<KnownOrganization> active() {
    return places.entrySet().stream().filter(it -> it.getValue().isActive()).map(Map.Entry::getKey);
  }

  boolean isShutOut() {
    return !places.isEmpty()
        && places.values().stream().allMatch(it -> it.status == MembershipStatus.DEACTIVATED);
  }

  /** Whether a password is no use, since every organization wants its own identity provider and no glass is broken. */
  boolean isSsoOnly() {
    return active().findAny().isPresent() && places.entrySet().stream().filter(it -> it.getValue().isActive())
        .allMatch(it -> it.getKey().authRequired == AuthRequired.SSO && !(it.getValue().breakGlass && isEnrolled()));
  }

  /** Whether a link is no use; that breaks no glass. */
  boolean isSsoOnlyByLink() {
    return active().findAny().isPresent() && active().allMatch(it -> it.authRequired == AuthRequired.SSO);
  }

  /** Whether this person gets into the organization without its identity provider. */
  boolean breaksGlassOf(KnownOrganization organization) {
    KnownPlace place = places.get(organization);
    return place != null && place.isActive() && place.role == Role.OWNER && place.breakGlass && isEnrolled();
  }

  boolean hasTooManyMails(Instant now) {
    return mails.stream().filter(at -> !at.isBefore(now.minus(Duration.ofHours(1)))).count() >= 10;
  }
}
