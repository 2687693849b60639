package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.history.AuditFilter;
import dev.latchkey.application.history.AuditHistory;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditEventId;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link AuditHistory}. */
public abstract class AuditHistoryContract extends PortContract {
  private final AuditHistory history = ports.auditHistory();
  private User ada;
  private Organization acme;

  protected AuditHistoryContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @BeforeEach
  void store() {
    ada = storedUser();
    acme = storedOrganization("Acme");
  }

  @Test
  void gives_back_everything_of_a_fact_and_who_it_was() {
    AuditEvent event = new AuditEvent(new AuditEventId(Examples.id()), noon, AuditAction.SIGN_IN, AuditOutcome.REFUSED,
        new Origin("192.0.2.1", "Firefox", "request-1"), Optional.of(ada.id()), Optional.of(acme.id()),
        List.of(Reason.passed("z-rule", "\"quoted\", {braced} and \\ escaped"), Reason.failed("a-rule", ""),
            Reason.skipped("m-rule", "NULL")),
        Map.of("email", "zoë@example.com", "empty", "", "null", "null"));
    member(MembershipStatus.ACTIVE, acme);
    ports.auditLog().append(event);
    assertThat(all()).containsExactly(
        new AuditHistory.Recorded(event, Optional.of(new AuditHistory.Who(ada.name(), ada.email()))));
  }

  @Test
  void knows_nobody_where_nobody_is_known() {
    AuditEvent event = appended(AuditAction.ORGANIZATION_RENAMED, Optional.of(new UserId(Examples.id())),
        Optional.of(acme.id()), noon);
    assertThat(all()).containsExactly(new AuditHistory.Recorded(event, Optional.empty()));
  }

  @Test
  void names_nobody_who_is_not_a_member_any_more_and_finds_them_by_no_address() {
    AuditEvent event = renamed(noon);
    assertThat(all()).extracting(AuditHistory.Recorded::who).containsExactly(Optional.empty());
    assertThat(found(by(new AuditFilter.Actor.ByAddress(ada.email())))).isEmpty();
    assertThat(found(by(new AuditFilter.Actor.ById(ada.id())))).containsExactly(event);
    member(MembershipStatus.ACTIVE, storedOrganization("Other"));
    assertThat(all()).extracting(AuditHistory.Recorded::who).containsExactly(Optional.empty());
    member(MembershipStatus.DEACTIVATED, acme);
    assertThat(all()).extracting(AuditHistory.Recorded::who)
        .containsExactly(Optional.of(new AuditHistory.Who(ada.name(), ada.email())));
  }

  @Test
  void lists_newest_first_in_parts_and_nothing_of_other_tenants() {
    AuditEvent first = renamed(noon);
    AuditEvent second = renamed(noon);
    AuditEvent third = renamed(noon);
    appended(AuditAction.ORGANIZATION_RENAMED, Optional.of(ada.id()), Optional.of(storedOrganization("B").id()), noon);
    appended(AuditAction.SIGN_IN, Optional.of(ada.id()), Optional.empty(), noon);
    assertThat(found(AuditFilter.NONE)).containsExactly(third, second, first);
    assertThat(history.of(acme.id(), AuditFilter.NONE, Optional.empty(), 2)).extracting(it -> it.event())
        .containsExactly(third, second);
    assertThat(history.of(acme.id(), AuditFilter.NONE, Optional.of(second.id()), 2)).extracting(it -> it.event())
        .containsExactly(first);
  }

  @Test
  void shows_a_sign_in_to_every_organization_that_the_account_opens() {
    member(MembershipStatus.ACTIVE, acme);
    Organization other = storedOrganization("Other");
    member(MembershipStatus.ACTIVE, other);
    Organization closed = storedOrganization("Closed");
    member(MembershipStatus.DEACTIVATED, closed);
    Organization waiting = storedOrganization("Waiting");
    member(MembershipStatus.PENDING, waiting);
    AuditEvent event = appended(AuditAction.SIGN_IN, Optional.of(ada.id()), Optional.empty(), noon);
    assertThat(found(AuditFilter.NONE)).containsExactly(event);
    assertThat(history.of(other.id(), AuditFilter.NONE, Optional.empty(), 9)).hasSize(1);
    assertThat(history.of(closed.id(), AuditFilter.NONE, Optional.empty(), 9)).isEmpty();
    assertThat(history.of(waiting.id(), AuditFilter.NONE, Optional.empty(), 9)).isEmpty();
  }

  @Test
  void shows_a_sign_in_at_one_organizations_provider_to_that_organization_only() {
    member(MembershipStatus.ACTIVE, acme);
    Organization other = storedOrganization("Other");
    member(MembershipStatus.ACTIVE, other);
    AuditEvent event = appended(AuditAction.SIGN_IN, Optional.of(ada.id()), Optional.of(acme.id()), noon);
    assertThat(found(AuditFilter.NONE)).containsExactly(event);
    assertThat(history.of(other.id(), AuditFilter.NONE, Optional.empty(), 9)).isEmpty();
  }

  @Test
  void shows_a_sign_in_that_opens_nothing_any_more_to_who_locked_it_out() {
    member(MembershipStatus.DEACTIVATED, acme);
    assertThat(List.of(appended(AuditAction.SIGN_IN, Optional.of(ada.id()), Optional.empty(), noon)))
        .isEqualTo(found(AuditFilter.NONE));
  }

  @Test
  void keeps_the_rest_of_an_account_to_the_person() {
    member(MembershipStatus.ACTIVE, acme);
    for (AuditAction action : List.of(AuditAction.PROFILE_CHANGED, AuditAction.SESSION_ENDED, AuditAction.SIGN_OUT,
        AuditAction.MAGIC_LINK_SENT)) {
      appended(action, Optional.of(ada.id()), Optional.empty(), noon);
    }
    assertThat(all()).isEmpty();
  }

  @Test
  void goes_by_the_memberships_of_the_time() {
    appended(AuditAction.SIGN_IN, Optional.of(ada.id()), Optional.empty(), noon);
    member(MembershipStatus.ACTIVE, acme);
    assertThat(all()).isEmpty();
    AuditEvent event = appended(AuditAction.SIGN_IN, Optional.of(ada.id()), Optional.empty(), noon);
    Membership membership = ports.memberships().find(acme.id(), ada.id()).orElseThrow();
    ports.memberships().save(new Membership(membership.id(), acme.id(), ada.id(), Role.AGENT,
        MembershipStatus.DEACTIVATED, membership.source(), false, noon, membership.version()));
    assertThat(found(AuditFilter.NONE)).containsExactly(event);
  }

  @Test
  void narrows_by_time_actor_action_and_outcome() {
    User bob = storedUser();
    member(bob, MembershipStatus.ACTIVE, acme);
    AuditEvent early = renamed(noon);
    AuditEvent late = appended(AuditAction.API_KEY_CREATED, Optional.of(bob.id()), Optional.of(acme.id()),
        noon.plusSeconds(60));
    AuditFilter none = AuditFilter.NONE;
    assertThat(found(new AuditFilter(Optional.of(noon.plusSeconds(60)), none.to(), none.actor(), none.action(),
        none.outcome(), none.reference()))).containsExactly(late);
    assertThat(found(new AuditFilter(none.from(), Optional.of(noon.plusSeconds(60)), none.actor(), none.action(),
        none.outcome(), none.reference()))).containsExactly(early);
    assertThat(found(by(new AuditFilter.Actor.ById(bob.id())))).containsExactly(late);
    assertThat(found(by(new AuditFilter.Actor.ByAddress(bob.email())))).containsExactly(late);
    assertThat(found(by(new AuditFilter.Actor.ByAddress(Examples.email())))).isEmpty();
    assertThat(found(new AuditFilter(none.from(), none.to(), none.actor(),
        Optional.of(AuditAction.ORGANIZATION_RENAMED), none.outcome(), none.reference()))).containsExactly(early);
    assertThat(found(new AuditFilter(none.from(), none.to(), none.actor(), none.action(),
        Optional.of(AuditOutcome.REFUSED), none.reference()))).isEmpty();
    assertThat(found(new AuditFilter(none.from(), none.to(), none.actor(), none.action(),
        Optional.of(AuditOutcome.SUCCESS), none.reference()))).containsExactly(late, early);
  }

  @Test
  void finds_what_happened_in_one_request() {
    renamed(noon);
    AuditEvent quoted = new AuditEvent(new AuditEventId(Examples.id()), noon, AuditAction.SIGN_IN,
        AuditOutcome.REFUSED, new Origin("192.0.2.1", "Firefox", "K0VXVVAFZ8R0VVZR"), Optional.empty(),
        Optional.of(acme.id()), List.of(), Map.of());
    ports.auditLog().append(quoted);
    AuditFilter none = AuditFilter.NONE;
    assertThat(found(new AuditFilter(none.from(), none.to(), none.actor(), none.action(), none.outcome(),
        Optional.of("K0VXVVAFZ8R0VVZR")))).containsExactly(quoted);
    assertThat(found(new AuditFilter(none.from(), none.to(), none.actor(), none.action(), none.outcome(),
        Optional.of("K0VXVVAFZ8R0VVZS")))).isEmpty();
  }

  private static AuditFilter by(AuditFilter.Actor actor) {
    return new AuditFilter(Optional.empty(), Optional.empty(), Optional.of(actor), Optional.empty(), Optional.empty(),
        Optional.empty());
  }

  private List<AuditHistory.Recorded> all() {
    return history.of(acme.id(), AuditFilter.NONE, Optional.empty(), 9);
  }

  private List<AuditEvent> found(AuditFilter filter) {
    return history.of(acme.id(), filter, Optional.empty(), 9).stream().map(AuditHistory.Recorded::event).toList();
  }

  private AuditEvent renamed(Instant at) {
    return appended(AuditAction.ORGANIZATION_RENAMED, Optional.of(ada.id()), Optional.of(acme.id()), at);
  }

  private AuditEvent appended(AuditAction action, Optional<UserId> actor, Optional<OrganizationId> organization,
      Instant at) {
    AuditEvent event = new AuditEvent(new AuditEventId(Examples.id()), at, action, AuditOutcome.SUCCESS,
        new Origin("192.0.2.1", "Firefox", "request-1"), actor, organization, List.of(), Map.of());
    ports.auditLog().append(event);
    return event;
  }

  private void member(MembershipStatus status, Organization organization) {
    member(ada, status, organization);
  }

  private void member(User who, MembershipStatus status, Organization organization) {
    ports.memberships().add(new Membership(new MembershipId(Examples.id()), organization.id(), who.id(), Role.AGENT,
        status, MembershipSource.MANUAL, false, noon, 0));
  }
}
