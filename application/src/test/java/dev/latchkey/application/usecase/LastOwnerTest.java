package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.federation.IdentityNotices;
import dev.latchkey.application.federation.OwnIdentities;
import dev.latchkey.application.federation.SocialAudit;
import dev.latchkey.application.federation.SsoAudit;
import dev.latchkey.application.federation.UnlinkIdentity;
import dev.latchkey.application.federation.VouchedSessions;
import dev.latchkey.application.member.ChangeMember;
import dev.latchkey.application.member.RemoveMember;
import dev.latchkey.application.memory.InMemoryPorts;
import dev.latchkey.application.policy.ChangeSecurity;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.MemberChange;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.RequirementChange;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.social.SocialClients;
import dev.latchkey.domain.sso.FederatedIdentity;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Where single sign-on is demanded, an owner whom it keeps out is none to rely on. */
class LastOwnerTest {
  private final EnforcementWorld enforcement = new EnforcementWorld();
  private final World world = enforcement.world;
  private final InMemoryPorts ports = world.ports;
  private final MemberWorld.Somebody bob = enforcement.members.join("Bob", Role.OWNER);
  private final UserId ada = ports.users().findByEmail(World.ADA).orElseThrow().id();

  /** Ada is linked, and signs in by it alone; Bob has a password only, and an address of no domain of ours. */
  LastOwnerTest() {
    ports.users().save(user(ada).withMfa(false).movedTo(new EmailAddress("ada@elsewhere.example")));
    ports.users().save(user(bob.user().id()).movedTo(new EmailAddress("bob@elsewhere.example")));
    enforcement.link(ada);
  }

  @Test
  void keeps_the_last_owner_whom_single_sign_on_lets_in() {
    enforce();
    assertThat(demoteAda()).isInstanceOf(ChangeMember.Outcome.LastOwner.class);
    assertThat(enforcement.members.remove(adaBySso(), enforcement.members.adasId))
        .isInstanceOf(RemoveMember.Outcome.LastOwner.class);
    assertThat(enforcement.members.change(adaBySso(), bob.id(), MemberChange.ofRole(Role.AGENT)))
        .isInstanceOf(ChangeMember.Outcome.Changed.class);
  }

  @Test
  void lets_her_go_as_long_as_everybody_gets_in() {
    assertThat(demoteAda()).isInstanceOf(ChangeMember.Outcome.Changed.class);
  }

  @Test
  void keeps_her_while_the_other_owners_account_is_nobodys_so_far() {
    UserId grace = new UserId(world.ids.next());
    ports.users().add(User.withoutCredential(grace, new EmailAddress("grace@elsewhere.example"),
        new PersonName("Grace"), Locale.ENGLISH, world.clock.instant()));
    ports.memberships().add(Membership.joined(new MembershipId(world.ids.next()), enforcement.acme, grace, Role.OWNER,
        MembershipSource.JIT, world.clock.instant()));
    enforcement.link(grace);
    assertThat(enforcement.members.change(adaBySso(), bob.id(), MemberChange.ofRole(Role.AGENT)))
        .isInstanceOf(ChangeMember.Outcome.Changed.class);
    assertThat(demoteAda()).as("whoever proves the address takes the account over")
        .isInstanceOf(ChangeMember.Outcome.LastOwner.class);
    ports.lastSignIns().note(grace, world.clock.instant());
    assertThat(demoteAda()).isInstanceOf(ChangeMember.Outcome.Changed.class);
  }

  @Test
  void is_there_when_single_sign_on_begins_to_be_demanded() {
    ports.federatedIdentities().remove(ada, ports.federatedIdentities().of(ada).getFirst().id());
    assertThat(enforcement.demand(EnforcementWorld.SSO, true)).as("whoever signed in by it is no owner any more")
        .isEqualTo(new ChangeSecurity.Outcome.Refused(List.of(RequirementChange.Obstacle.SSO_NOT_PROVEN)));
    enforcement.link(ada);
    enforce();
  }

  @Test
  void lets_her_go_when_another_owner_is_linked() {
    enforcement.link(bob.user().id());
    enforce();
    assertThat(demoteAda()).isInstanceOf(ChangeMember.Outcome.Changed.class);
  }

  @Test
  void lets_her_go_when_another_owner_is_of_the_verified_domain() {
    ports.users().save(user(bob.user().id()).movedTo(new EmailAddress("bob@acme.example")));
    enforce();
    assertThat(demoteAda()).isInstanceOf(ChangeMember.Outcome.Changed.class);
  }

  @Test
  void lets_her_go_when_another_owner_can_break_the_glass() {
    ports.memberships().save(ports.memberships().find(enforcement.acme, bob.user().id()).orElseThrow()
        .withBreakGlass(true));
    enforce();
    assertThat(demoteAda()).as("a flag alone is no way in").isInstanceOf(ChangeMember.Outcome.LastOwner.class);
    ports.users().save(user(bob.user().id()).withMfa(true));
    assertThat(demoteAda()).isInstanceOf(ChangeMember.Outcome.Changed.class);
  }

  @Test
  void keeps_her_linked_although_a_password_would_lead_into_her_account() {
    enforce();
    FederatedIdentity identity = ports.federatedIdentities().of(ada).getFirst();
    assertThat(unlink(identity)).isInstanceOf(UnlinkIdentity.Outcome.LastOwner.class);
    enforcement.link(bob.user().id());
    assertThat(unlink(identity)).isInstanceOf(UnlinkIdentity.Outcome.Unlinked.class);
  }

  private void enforce() {
    assertThat(enforcement.demand(EnforcementWorld.SSO, true)).isInstanceOf(ChangeSecurity.Outcome.Changed.class);
  }

  private ChangeMember.Outcome demoteAda() {
    return enforcement.members.change(adaBySso(), enforcement.members.adasId, MemberChange.ofRole(Role.AGENT));
  }

  private UnlinkIdentity.Outcome unlink(FederatedIdentity identity) {
    return new UnlinkIdentity(
        new OwnIdentities(ports.federatedIdentities(), ports.organizations(), ports.ssoConnections(),
            ports.memberships(), ports.socialIdentities(), SocialClients.NONE),
        ports.users(), ports.passkeys(),
        new VouchedSessions(ports.ownSessions(), ports.shownProofs(), ports.providerSessions()),
        enforcement.members.lastOwner,
        new IdentityNotices(ports.organizations(), world.mail, world.clock),
        new AccountProof(ports.verifiedDomains(), world.clock),
        new SsoAudit(world.audit), new SocialAudit(world.audit), ports.unitOfWork())
        .unlink(signedIn(new Proof.Password(world.clock.instant())),
            identity.id(), World.ORIGIN);
  }

  private Actor adaBySso() {
    return new Actor.InSession(signedIn(new Proof.Sso(world.clock.instant(), enforcement.acme,
        enforcement.organization().ssoVersion())));
  }

  private SignedIn signedIn(Proof proof) {
    return new SignedIn(enforcement.members.adasSession.session().signedIn().session().showing(Proofs.of(proof)),
        SignedIn.Person.of(user(ada)), ports.memberships().placesOf(ada));
  }

  private User user(UserId id) {
    return ports.users().find(id).orElseThrow();
  }
}
