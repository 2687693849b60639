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
  final Tries codes = new Tries();
  final Tries passwordsShownAgain = new Tries();
  /** When a change of address was begun or its code sent anew, in the hour that began with the first of them. */
  final List<Instant> changesBegun = new ArrayList<>();
  final List<RecoveryCode> recoveryCodes = new ArrayList<>();
  Password password;
  KnownAddress address;
  @Nullable
  KnownSecret newestChange;
  @Nullable
  TotpSecret app;
  long lastStep = -1;

  KnownPerson(User start, Password password) {
    this.start = start;
    this.password = password;
    this.address = new KnownAddress(start.email());
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

  /** Ten within an hour, which begins with the first one after the hour before. */
  boolean hasBegunTooManyChanges(Instant now) {
    if (!changesBegun.isEmpty() && !now.isBefore(changesBegun.getFirst().plus(Duration.ofHours(1)))) {
      changesBegun.clear();
    }
    return changesBegun.size() >= 10;
  }
}
