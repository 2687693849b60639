package dev.latchkey.application.walk;

import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.policy.Permission;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What everybody should be able to do, said as plainly as possible and without any code of ours that decides. */
final class Model {
  /** Of each kind one: for everybody, for admins, and for owners who have just shown who they are. */
  static final List<Permission> ASKED = List.of(Permission.READ_ORGANIZATION, Permission.MANAGE_MEMBERS,
      Permission.CHANGE_SETTINGS);

  final List<KnownPerson> people = new ArrayList<>();
  final List<KnownOrganization> organizations = new ArrayList<>();
  final List<KnownSession> sessions = new ArrayList<>();
  final List<KnownSecret> codes = new ArrayList<>();
  final List<KnownSecret> links = new ArrayList<>();
  final List<KnownChange> changes = new ArrayList<>();
  /** All that anybody has or wants to have. */
  final List<KnownAddress> addresses = new ArrayList<>();

  /** What a session has shown, as far as it matters. */
  enum Shown {
    PASSWORD, LINK, TOTP, RECOVERY_CODE
  }

  /** What a session is worth in an organization. */
  enum Worth {
    NOT_THERE, MFA_REQUIRED, SSO_REQUIRED, MFA_ENROLMENT_REQUIRED, FORBIDDEN, PROOF_TOO_OLD, ALLOWED
  }

  /** Whether nobody else gets into the organization if its identity provider fails. */
  boolean isLastWayInto(KnownOrganization organization, KnownPerson person) {
    return organization.authRequired == AuthRequired.SSO && person.breaksGlassOf(organization)
        && people.stream().noneMatch(it -> it != person && it.breaksGlassOf(organization));
  }

  long breakGlassOwnersOf(KnownOrganization organization) {
    return people.stream().map(it -> it.places.get(organization)).filter(it -> it != null && it.breakGlass).count();
  }

  boolean isTaken(KnownAddress address) {
    return people.stream().anyMatch(it -> it.address == address);
  }

  void endSessionsOf(KnownPerson person, @Nullable KnownSession except) {
    sessions.stream().filter(it -> it.person == person && it != except).forEach(it -> it.ended = true);
  }
}
