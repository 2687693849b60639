package dev.latchkey.application.walk;

import dev.latchkey.application.contract.Examples;
import dev.latchkey.application.contract.Ports;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.session.CheckSession;
import dev.latchkey.application.walk.Model.Worth;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.MfaState;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.Password;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Takes steps in the application and in the model, and compares. */
final class Walk {
  static final Origin ORIGIN = new Origin("192.0.2.1", "Browser", "request-1");
  /** Each walk has a hundred days of its own: what one left behind in a shared database must not be news to the next. */
  private static final Instant FIRST_DAY = Instant.parse("2030-01-01T12:00:00Z");
  private static final AtomicLong WALKS = new AtomicLong();
  private static final Password FIRST = new Password("seven quiet lamps");
  private static final List<Duration> WAITS = List.of(Duration.ofSeconds(30), Duration.ofSeconds(30),
      Duration.ofMinutes(1), Duration.ofMinutes(6), Duration.ofMinutes(16), Duration.ofMinutes(50),
      Duration.ofHours(2), Duration.ofHours(11), Duration.ofHours(13), Duration.ofDays(3));

  private final Deployment world;
  private final Model model = new Model();
  private final List<BearerToken> replaced = new ArrayList<>();
  private final SignInDeeds signIn;
  private final AccountDeeds account;
  private final AddressDeeds addresses;
  private final AdminDeeds admin;
  private final MemberDeeds members;
  private Permission asked = Permission.READ_ORGANIZATION;

  private Walk(Deployment world) {
    this.world = world;
    this.signIn = new SignInDeeds(world, model);
    this.account = new AccountDeeds(world, model);
    this.addresses = new AddressDeeds(world, model);
    this.admin = new AdminDeeds(world, model);
    this.members = new MemberDeeds(world, model);
  }

  /** @throws Difference at the first step after which application and model disagree */
  static void take(Ports ports, List<Step> steps) {
    Walk walk = new Walk(new Deployment(ports, FIRST_DAY.plus(Duration.ofDays(100L * WALKS.getAndIncrement()))));
    walk.settle();
    steps.forEach(walk::take);
  }

  /** Two organizations; somebody in both, somebody in each alone, and somebody in none. */
  private void settle() {
    KnownOrganization acme = organization("Acme");
    KnownOrganization engines = organization("Engines");
    join(person(), acme, Role.OWNER, true);
    join(join(person(), acme, Role.ADMIN, false), engines, Role.AGENT, false);
    join(person(), engines, Role.OWNER, true);
    person();
    model.people.forEach(it -> model.addresses.add(it.address));
    // Some that are free, so that it comes to more than refusals.
    Stream.generate(() -> new KnownAddress(Examples.email())).limit(3).forEach(model.addresses::add);
  }

  private void take(Step step) {
    asked = step.otherOf(Model.ASKED);
    switch (step.kind()) {
      case SIGN_IN -> signIn.signIn(step);
      case SHOW_SECOND_FACTOR -> in(step, false, session -> signIn.showSecondFactor(step, session));
      case ENROL -> in(step, true, session -> account.enrol(step, session));
      case REMOVE_SECOND_FACTOR -> in(step, true, account::removeSecondFactor);
      case RENEW_RECOVERY_CODES -> in(step, true, account::renewRecoveryCodes);
      case REAUTHENTICATE -> in(step, true, session -> account.reauthenticate(step, session));
      case CHANGE_PASSWORD -> in(step, true, session -> account.changePassword(step, session));
      case FORGET_PASSWORD -> signIn.forgetPassword(step);
      case RESET_PASSWORD -> with(model.codes, step, code -> signIn.resetPassword(step, code));
      case ASK_FOR_LINK -> signIn.askForLink(step);
      case OPEN_LINK -> with(model.links, step, link -> signIn.openLink(step, link));
      case BEGIN_CHANGE_OF_ADDRESS -> in(step, true, session -> addresses.begin(step, session));
      case CONFIRM_CHANGE_OF_ADDRESS -> with(model.changes, step,
          change -> in(step, true, session -> addresses.confirm(step, session, change)));
      case SIGN_OUT -> in(step, false, account::signOut);
      case END_OTHER_SESSIONS -> in(step, true, account::endOtherSessions);
      case CHANGE_STATUS -> in(step, true, session -> members.changeStatus(step, session));
      case CHANGE_ROLE -> in(step, true, session -> members.changeRole(step, session));
      case REMOVE_MEMBER -> in(step, true, session -> members.remove(step, session));
      case JOIN -> members.join(step);
      case VOUCH -> in(step, false, session -> signIn.vouch(step, session));
      case GIVE_BREAK_GLASS -> in(step, true, session -> members.giveBreakGlass(step, session));
      case CHANGE_PROVIDER -> admin.changeProvider(step);
      case CHANGE_DEMANDS -> admin.changeDemands(step);
      case WAIT -> world.clock.advance(step.oneOf(WAITS));
    }
    compare();
  }

  /** In one of the sessions that live; half signed in ones stop at the door of most things. */
  private void in(Step step, boolean behindTheDoor, Consumer<KnownSession> deed) {
    List<KnownSession> live = model.sessions.stream().filter(it -> !it.ended)
        .filter(it -> !behindTheDoor || !it.owesSecondFactor()).toList();
    with(live, step, session -> {
      BearerToken before = session.token;
      deed.accept(session);
      if (!before.equals(session.token)) {
        replaced.add(before);
      }
    });
  }

  private static <T> void with(List<T> all, Step step, Consumer<T> deed) {
    if (!all.isEmpty()) {
      // The newest are the most interesting.
      deed.accept(all.get(Math.max(0, all.size() - 1 - step.one() % 5)));
    }
  }

  private void compare() {
    Instant now = world.clock.instant();
    for (KnownSession session : model.sessions) {
      boolean lives = session.livesAt(now);
      CheckSession.Outcome outcome = world.check.check(session.token);
      Difference.unlessOutcome(lives ? "Live" : "None", outcome);
      if (outcome instanceof CheckSession.Outcome.Live live) {
        SignedIn signedIn = live.session().signedIn();
        Difference.unlessSame("owes its second factor", session.owesSecondFactor(),
            MfaState.of(signedIn) == MfaState.REQUIRED);
        model.organizations.forEach(organization -> Difference.unlessSame(asked + " in " + organization.slug,
            session.in(organization, asked, now), worth(signedIn, organization)));
      }
    }
    replaced.forEach(token -> Difference.unlessOutcome("None", world.check.check(token)));
    model.sessions.removeIf(session -> session.ended && session.since.isBefore(now.minus(Duration.ofDays(1))));
  }

  private Worth worth(SignedIn signedIn, KnownOrganization organization) {
    Admission admission = new Entrance(world.ports.memberships(), world.clock)
        .admit(new Actor.InSession(signedIn), organization.id, asked);
    return switch (admission) {
      case Admission.Admitted admitted -> Worth.ALLOWED;
      case Admission.Denied denied -> switch (denied.denial()) {
        case Denial.NotFound absent -> Worth.NOT_THERE;
        case Denial.Forbidden forbidden -> Worth.FORBIDDEN;
        case Denial.ProofTooOld tooOld -> Worth.PROOF_TOO_OLD;
        case Denial.ProofMissing missing -> Worth.valueOf(missing.decision().verdict().name());
      };
    };
  }

  static SignedIn live(Deployment world, KnownSession session) {
    if (world.check.check(session.token) instanceof CheckSession.Outcome.Live live) {
      return live.session().signedIn();
    }
    throw new IllegalStateException("Compared before each step, so it has to live");
  }

  /** One of a few, so that old ones come back. */
  static Password password(Step step) {
    return new Password("loud kettles number " + step.other() % 3);
  }

  private KnownPerson person() {
    User user = User.withPassword(new UserId(Examples.id()), Examples.email(), new PersonName("Ada Lovelace"),
        Locale.ENGLISH, world.hasher.hash(FIRST), world.clock.instant());
    world.ports.users().add(user);
    KnownPerson person = new KnownPerson(user, FIRST);
    model.people.add(person);
    return person;
  }

  private KnownOrganization organization(String name) {
    Organization organization = Examples.organization(name, world.clock.instant());
    world.ports.organizations().add(organization);
    KnownOrganization known = new KnownOrganization(organization.id(), organization.slug());
    model.organizations.add(known);
    return known;
  }

  private KnownPerson join(KnownPerson person, KnownOrganization organization, Role role, boolean breakGlass) {
    world.ports.memberships().add(new Membership(new MembershipId(Examples.id()), organization.id,
        person.start.id(), role, MembershipStatus.ACTIVE, MembershipSource.SIGNUP, breakGlass, world.clock.instant(),
        0));
    person.places.put(organization, new KnownPlace(role, breakGlass));
    return person;
  }
}
