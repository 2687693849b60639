package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.member.AddMember;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.setup.ConfirmSetup;
import dev.latchkey.application.setup.ReadSetup;
import dev.latchkey.application.setup.ResendSetupCode;
import dev.latchkey.application.setup.SendSetupEmail;
import dev.latchkey.application.setup.SetupStanding;
import dev.latchkey.application.setup.StartSetup;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MemberChange;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.policy.Scope;
import dev.latchkey.domain.signin.Password;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SetupTest {
  private static final EmailAddress HOME = new EmailAddress("dora@home.example");

  private final MemberWorld members = new MemberWorld();
  private final World world = members.world;
  private final LinkTokens links = new LinkTokens(world.ports.oneTimeSecrets(), world.ids, world.clock, world.random);
  private final SetupStanding standing = new SetupStanding(world.ports.members(), world.ports.memberships(),
      world.ports.users(), world.ports.lastSignIns(), world.ports.setupLinks(), world.clock);
  private final SendSetupEmail send = new SendSetupEmail(world.entrance, world.ports.members(), world.ports.users(),
      standing, world.ports.setupLinks(), links, world.mail, world.audit, world.ports.unitOfWork(),
      world.clock);
  private final ReadSetup read = new ReadSetup(links, standing, world.ports.unitOfWork());
  private final StartSetup start = new StartSetup(links, standing, world.ports.users(), world.challenges,
      world.hasher, world.passwords, world.mail, world.audit, world.ports.unitOfWork());
  private final ConfirmSetup confirm = new ConfirmSetup(world.challenges, standing, world.ports.users(),
      world.ports.members(), world.ports.memberships(), world.sessionOpening, world.audit, world.ports.unitOfWork(),
      world.clock);
  private final ResendSetupCode resend = new ResendSetupCode(world.challenges, standing, world.ports.users(),
      world.mail, world.audit, world.ports.unitOfWork());
  private final Member dora = ((AddMember.Outcome.Added) members.add(members.ada, "Dora", Role.AGENT)).member();

  @Test
  void leads_from_the_mail_to_a_password_a_proven_address_and_a_session() {
    members.change(members.ada, dora.id(), MemberChange.ofContact(Optional.of(HOME)));
    LinkToken token = mailed();
    assertThat(world.lastMail().to()).isEqualTo(HOME);
    assertThat(read.read(token)).isEqualTo(new ReadSetup.Outcome.Open(HOME));
    SecretId challenge = started(token);
    assertThat(world.lastMail().to()).isEqualTo(HOME);
    assertThat(user().password()).isEmpty();
    assertThat(confirm(challenge, world.lastMail().text())).isInstanceOf(ConfirmSetup.Outcome.SignedIn.class);
    assertThat(user().email()).isEqualTo(HOME);
    assertThat(members.stored(dora.id()).orElseThrow().profile().contactEmail()).isEmpty();
    assertThat(world.signIn(HOME, World.PASSWORD).getClass().getSimpleName()).isEqualTo("SignedIn");
    assertThat(world.lastAudit(AuditAction.ACCOUNT_SET_UP).details())
        .containsEntry("emailBefore", "dora@acme.example").containsEntry("emailAfter", "dora@home.example");
  }

  @Test
  void takes_no_link_twice_none_but_the_newest_and_none_that_is_too_old() {
    LinkToken older = mailed();
    LinkToken newest = mailed();
    assertInvalid(older);
    started(newest);
    assertInvalid(newest);
    LinkToken late = mailed();
    world.clock.advance(Duration.ofMinutes(15));
    assertInvalid(late);
  }

  @Test
  void takes_over_no_account_that_somebody_has_signed_in_to() {
    LinkToken token = mailed();
    world.ports.lastSignIns().note(dora.membership().userId(), World.NOON);
    assertInvalid(token);
  }

  @Test
  void takes_no_code_of_a_way_that_was_overtaken_by_a_newer_mail() {
    SecretId challenge = started(mailed());
    String code = world.lastMail().text();
    mailed();
    assertThat(resend.resend(challenge, World.ORIGIN)).isEqualTo(new ResendSetupCode.Outcome.Gone());
    assertThat(confirm(challenge, code)).isEqualTo(new ConfirmSetup.Outcome.CodeInvalid());
    assertThat(user().password()).isEmpty();
  }

  @Test
  void judges_the_member_again_at_every_step() {
    LinkToken token = mailed();
    members.change(members.ada, dora.id(), MemberChange.ofStatus(MembershipStatus.DEACTIVATED));
    assertInvalid(token);
    members.change(members.ada, dora.id(), MemberChange.ofStatus(MembershipStatus.ACTIVE));
    SecretId challenge = started(token);
    String code = world.lastMail().text();
    members.remove(members.ada, dora.id());
    assertThat(confirm(challenge, code)).isEqualTo(new ConfirmSetup.Outcome.CodeInvalid());
  }

  @Test
  void forgets_a_mail_that_went_to_an_address_which_is_not_the_right_one_any_more() {
    LinkToken token = mailed();
    members.change(members.ada, dora.id(), MemberChange.ofContact(Optional.of(HOME)));
    assertInvalid(token);
  }

  @Test
  void is_only_for_who_has_nothing_to_sign_in_with_and_belongs_nowhere_else() {
    MembershipId bob = members.join("Bob", Role.AGENT).id();
    assertThat(send(members.ada, bob)).isEqualTo(new SendSetupEmail.Outcome.NotForThem());
    LinkToken token = mailed();
    joinElsewhere();
    assertInvalid(token);
    assertThat(send(members.ada, dora.id())).isEqualTo(new SendSetupEmail.Outcome.NotForThem());
    members.change(members.ada, dora.id(), MemberChange.ofStatus(MembershipStatus.DEACTIVATED));
    assertThat(send(members.ada, dora.id())).isEqualTo(new SendSetupEmail.Outcome.NotActive());
  }

  @Test
  void is_pointless_where_single_sign_on_is_demanded_but_for_those_who_break_the_glass() {
    LinkToken before = mailed();
    world.ports.organizations().save(world.ports.organizations().find(members.acme).orElseThrow()
        .demanding(new AuthenticationRequirement(AuthRequired.SSO, false)));
    Actor ada = new Actor.WithKey(members.ada.userId(), members.acme, Set.of(Scope.values()));
    assertThat(send(ada, dora.id())).isEqualTo(new SendSetupEmail.Outcome.SsoEnforced());
    assertInvalid(before);
    Membership membership = world.ports.memberships().find(members.acme, dora.membership().userId()).orElseThrow();
    world.ports.memberships().save(membership.withRole(Role.OWNER).withBreakGlass(true));
    assertThat(send(ada, dora.id())).isInstanceOf(SendSetupEmail.Outcome.Sent.class);
  }

  @Test
  void is_sent_by_those_who_manage_members_and_to_owners_by_owners() {
    MemberWorld.Somebody admin = members.join("Bob", Role.ADMIN);
    assertThat(send(admin.actor(), dora.id())).isInstanceOf(SendSetupEmail.Outcome.Sent.class);
    assertThat(send(members.join("Cleo", Role.AGENT).actor(), dora.id())).isEqualTo(
        new SendSetupEmail.Outcome.Denied(new Denial.Forbidden(Permission.MANAGE_MEMBERS)));
    members.change(members.ada, dora.id(), MemberChange.ofRole(Role.OWNER));
    assertThat(send(admin.actor(), dora.id())).isEqualTo(
        new SendSetupEmail.Outcome.Denied(new Denial.Forbidden(Permission.MANAGE_OWNERS)));
    assertThat(send(members.ada, new MembershipId(world.ids.next()))).isEqualTo(
        new SendSetupEmail.Outcome.Denied(new Denial.NotFound()));
  }

  @Test
  void keeps_the_link_good_when_the_password_is_refused() {
    LinkToken token = mailed();
    for (String refused : List.of("passwordpassword", "Acme acme ACME acme")) {
      assertThat(start.start(new StartSetup.Command(token, new Password(refused), World.ORIGIN))).as(refused)
          .isInstanceOf(StartSetup.Outcome.PasswordRejected.class);
    }
    started(token);
  }

  @Test
  void gives_nobody_an_address_that_another_account_has_by_now() {
    members.change(members.ada, dora.id(), MemberChange.ofContact(Optional.of(HOME)));
    SecretId challenge = started(mailed());
    String code = world.lastMail().text();
    world.register(HOME);
    assertThat(confirm(challenge, code)).isEqualTo(new ConfirmSetup.Outcome.AddressTaken());
    assertThat(user().email()).isEqualTo(dora.signInEmail());
  }

  @Test
  void sends_another_code_that_voids_the_one_before() {
    SecretId challenge = started(mailed());
    String first = world.lastMail().text();
    assertThat(resend.resend(challenge, World.ORIGIN)).isEqualTo(new ResendSetupCode.Outcome.Sent());
    assertThat(confirm(challenge, first)).isEqualTo(new ConfirmSetup.Outcome.CodeInvalid());
    assertThat(confirm(challenge, world.lastMail().text())).isInstanceOf(ConfirmSetup.Outcome.SignedIn.class);
    assertThat(confirm(challenge, world.lastMail().text())).isEqualTo(new ConfirmSetup.Outcome.CodeInvalid());
  }

  @Test
  void is_void_as_soon_as_its_sender_may_not_send_it_any_more() {
    MemberWorld.Somebody admin = members.join("Bob", Role.ADMIN);
    assertThat(send(admin.actor(), dora.id())).isInstanceOf(SendSetupEmail.Outcome.Sent.class);
    LinkToken token = LinkToken.parse(world.lastMail().text());
    members.change(members.ada, admin.id(), MemberChange.ofRole(Role.AGENT));
    assertInvalid(token);
    members.change(members.ada, admin.id(), MemberChange.ofRole(Role.ADMIN));
    members.change(members.ada, dora.id(), MemberChange.ofRole(Role.OWNER));
    assertInvalid(token);
    members.change(members.ada, dora.id(), MemberChange.ofRole(Role.AGENT));
    SecretId challenge = started(token);
    String code = world.lastMail().text();
    members.remove(members.ada, admin.id());
    assertThat(resend.resend(challenge, World.ORIGIN)).isEqualTo(new ResendSetupCode.Outcome.Gone());
    assertThat(confirm(challenge, code)).isEqualTo(new ConfirmSetup.Outcome.CodeInvalid());
    assertThat(user().password()).isEmpty();
  }

  @Test
  void is_over_an_hour_after_the_mail_however_often_a_code_is_sent_anew() {
    SecretId challenge = started(mailed());
    for (int i = 0; i < 5; i++) {
      world.clock.advance(Duration.ofMinutes(11));
      assertThat(resend.resend(challenge, World.ORIGIN)).isEqualTo(new ResendSetupCode.Outcome.Sent());
    }
    world.clock.advance(Duration.ofMinutes(5));
    assertThat(resend.resend(challenge, World.ORIGIN)).isEqualTo(new ResendSetupCode.Outcome.Gone());
    assertThat(confirm(challenge, world.lastMail().text())).isEqualTo(new ConfirmSetup.Outcome.CodeInvalid());
    assertThat(world.lastAudit(AuditAction.ACCOUNT_SET_UP).chain()).extracting(Reason::rule)
        .containsExactly("setup-in-time");
  }

  @Test
  void tells_the_organization_of_what_was_refused_and_of_new_codes() {
    LinkToken token = mailed();
    members.change(members.ada, dora.id(), MemberChange.ofStatus(MembershipStatus.DEACTIVATED));
    assertInvalid(token);
    assertThat(world.lastAudit(AuditAction.SETUP_STARTED)).matches(it -> it.organization().equals(
        Optional.of(members.acme)) && it.outcome() == AuditOutcome.REFUSED);
    members.change(members.ada, dora.id(), MemberChange.ofStatus(MembershipStatus.ACTIVE));
    SecretId challenge = started(token);
    resend.resend(challenge, World.ORIGIN);
    assertThat(world.lastAudit(AuditAction.CODE_RESENT).organization()).contains(members.acme);
    confirm(challenge, world.wrongCode());
    assertThat(world.lastAudit(AuditAction.ACCOUNT_SET_UP)).matches(it -> it.organization().equals(
        Optional.of(members.acme)) && it.outcome() == AuditOutcome.REFUSED);
  }

  private void joinElsewhere() {
    Organization other = Organization.founded(new OrganizationId(world.ids.next()), new Slug("other"),
        new OrganizationName("Other"), World.NOON);
    world.ports.organizations().add(other);
    world.ports.memberships().add(Membership.joined(new MembershipId(world.ids.next()), other.id(),
        dora.membership().userId(), Role.AGENT, MembershipSource.INVITATION, World.NOON));
  }

  private SendSetupEmail.Outcome send(Actor actor, MembershipId member) {
    return send.send(new SendSetupEmail.Command(actor, members.acme, member, World.ORIGIN));
  }

  private LinkToken mailed() {
    assertThat(send(members.ada, dora.id())).isInstanceOf(SendSetupEmail.Outcome.Sent.class);
    return LinkToken.parse(world.lastMail().text());
  }

  private SecretId started(LinkToken token) {
    StartSetup.Outcome outcome = start.start(new StartSetup.Command(token, World.PASSWORD, World.ORIGIN));
    assertThat(outcome).isInstanceOf(StartSetup.Outcome.CodeSent.class);
    return ((StartSetup.Outcome.CodeSent) outcome).challenge();
  }

  private void assertInvalid(LinkToken token) {
    assertThat(read.read(token)).isEqualTo(new ReadSetup.Outcome.LinkInvalid());
    assertThat(start.start(new StartSetup.Command(token, World.PASSWORD, World.ORIGIN)))
        .isEqualTo(new StartSetup.Outcome.LinkInvalid());
  }

  private ConfirmSetup.Outcome confirm(SecretId challenge, String code) {
    return confirm.confirm(new ConfirmSetup.Command(challenge, new MailedCode(code), world.newBrowser(),
        World.ORIGIN));
  }

  private User user() {
    return world.ports.users().find(dora.membership().userId()).orElseThrow();
  }
}
