package dev.latchkey.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdmissionTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final OrganizationId ACME = new OrganizationId("01ARZ3NDEKTSV4RRFFQ69G5FAA");
  private static final OrganizationId OTHER = new OrganizationId("01ARZ3NDEKTSV4RRFFQ69G5FAB");
  private static final UserId ADA = new UserId("01ARZ3NDEKTSV4RRFFQ69G5FAC");
  private static final Set<Scope> ALL_SCOPES = Set.of(Scope.values());

  @ParameterizedTest
  @EnumSource(Permission.class)
  void goes_by_the_role_for_sessions(Permission permission) {
    for (Role role : Role.values()) {
      Admission admission = Admission.decide(session(NOON), place(role, MembershipStatus.ACTIVE), permission, NOON);
      assertThat(admission instanceof Admission.Admitted).isEqualTo(permission.isGrantedTo(role));
    }
  }

  @ParameterizedTest
  @EnumSource(Permission.class)
  void lets_a_key_do_only_what_role_and_scope_both_allow(Permission permission) {
    for (Role role : Role.values()) {
      Optional<SignedIn.Place> place = place(role, MembershipStatus.ACTIVE);
      boolean may = permission.isGrantedTo(role) && permission.scope().isPresent();
      assertThat(Admission.decide(key(ACME, ALL_SCOPES), place, permission, NOON) instanceof Admission.Admitted)
          .isEqualTo(may);
      assertThat(Admission.decide(key(ACME, Set.of()), place, permission, NOON))
          .isEqualTo(new Admission.Denied(new Denial.Forbidden(permission)));
    }
  }

  @Test
  void hides_the_organization_from_whoever_is_no_active_member() {
    Admission absent = new Admission.Denied(new Denial.NotFound());
    for (Actor actor : List.of(session(NOON), key(ACME, ALL_SCOPES))) {
      assertThat(decide(actor, Optional.empty())).isEqualTo(absent);
      assertThat(decide(actor, place(Role.OWNER, MembershipStatus.DEACTIVATED))).isEqualTo(absent);
      assertThat(decide(actor, place(Role.OWNER, MembershipStatus.PENDING))).isEqualTo(absent);
    }
  }

  @Test
  void opens_no_other_organization_with_a_key_than_its_own() {
    assertThat(decide(key(OTHER, ALL_SCOPES), place(Role.OWNER, MembershipStatus.ACTIVE)))
        .isEqualTo(new Admission.Denied(new Denial.NotFound()));
  }

  @Test
  void asks_a_session_but_no_key_for_a_fresh_proof_before_a_sensitive_change() {
    Optional<SignedIn.Place> place = place(Role.OWNER, MembershipStatus.ACTIVE);
    Instant later = NOON.plus(Duration.ofMinutes(11));
    assertThat(Admission.decide(session(NOON), place, Permission.CHANGE_SETTINGS, later))
        .isEqualTo(new Admission.Denied(new Denial.ProofTooOld()));
    assertThat(Admission.decide(session(NOON), place, Permission.READ_SETTINGS, later))
        .isInstanceOf(Admission.Admitted.class);
    assertThat(Admission.decide(key(ACME, ALL_SCOPES), place, Permission.CHANGE_SETTINGS, later))
        .isInstanceOf(Admission.Admitted.class);
  }

  private static Admission decide(Actor actor, Optional<SignedIn.Place> place) {
    return Admission.decide(actor, place, Permission.READ_ORGANIZATION, NOON);
  }

  private static Actor session(Instant proven) {
    Session session = new Session(new SessionId("01ARZ3NDEKTSV4RRFFQ69G5FAD"), ADA,
        Proofs.of(new Proof.Password(proven)), proven, proven, "Browser", "192.0.2.1");
    return new Actor.InSession(new SignedIn(session, new SignedIn.Person(ADA, new EmailAddress("ada@example.com"),
        new PersonName("Ada"), Locale.ENGLISH, false), List.of()));
  }

  private static Actor key(OrganizationId organization, Set<Scope> scopes) {
    return new Actor.WithKey(ADA, organization, scopes);
  }

  private static Optional<SignedIn.Place> place(Role role, MembershipStatus status) {
    return Optional.of(new SignedIn.Place(
        Organization.founded(ACME, new Slug("acme"), new OrganizationName("Acme"), NOON),
        new Membership(new MembershipId("01ARZ3NDEKTSV4RRFFQ69G5FAE"), ACME, ADA, role, status,
            MembershipSource.MANUAL, false, NOON, 0),
        true));
  }
}
