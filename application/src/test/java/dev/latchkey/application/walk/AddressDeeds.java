package dev.latchkey.application.walk;

import dev.latchkey.application.emailchange.ConfirmEmailChange;
import dev.latchkey.application.emailchange.StartEmailChange;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.session.BearerToken;
import java.time.Instant;
import java.util.Optional;

/** Moving to another address: a free one, one that somebody has, or one's own. */
final class AddressDeeds {
  private final Deployment world;
  private final Model model;

  AddressDeeds(Deployment world, Model model) {
    this.world = world;
    this.model = model;
  }

  void begin(Step step, KnownSession session) {
    KnownPerson person = session.person;
    KnownAddress wanted = step.otherOf(model.addresses);
    Instant now = world.clock.instant();
    boolean taken = model.isTaken(wanted);
    StartEmailChange.Outcome outcome = world.startEmailChange
        .start(new StartEmailChange.Command(Walk.live(world, session), wanted.value, Walk.ORIGIN));
    Difference.unlessOutcome(!session.isFresh(now) ? "ProofTooOld" : wanted == person.address ? "SameAddress"
        : person.hasBegunTooManyChanges(now) || wanted.hasTooManyMails(now) ? "TooManyMails" : "CodeSent", outcome);
    if (outcome instanceof StartEmailChange.Outcome.CodeSent sent) {
      person.changesBegun.add(now);
      wanted.mails.add(now);
      // To a taken address goes a mail without a code; none opens anything then.
      KnownSecret code = new KnownSecret(person, taken ? "12345678" : world.mailbox.newest(), sent.challenge().value(),
          BearerToken.random(world.random), now);
      person.newestChange = code;
      model.changes.add(new KnownChange(code, wanted, taken));
    }
  }

  void confirm(Step step, KnownSession session, KnownChange change) {
    KnownSecret code = change.code();
    Instant now = world.clock.instant();
    boolean right = step.way() % 4 != 0;
    String typed = right ? code.value : code.value.equals("00000000") ? "11111111" : "00000000";
    ConfirmEmailChange.Outcome outcome = world.confirmEmailChange.confirm(new ConfirmEmailChange.Command(
        new SecretId(code.asker), new MailedCode(typed), Optional.of(Walk.live(world, session)), Walk.ORIGIN));
    boolean open = code.person == session.person && code.isOpen(now);
    boolean granted = open && right && !change.taken();
    boolean counts = granted && code.person.newestChange == code && code.isAtHome();
    Difference.unlessOutcome(!counts ? "CodeInvalid" : model.isTaken(change.to()) ? "AddressTaken" : "Changed",
        outcome);
    if (open) {
      code.triesLeft = granted ? 0 : code.triesLeft - 1;
    }
    if (outcome instanceof ConfirmEmailChange.Outcome.Changed) {
      code.person.address.mails.add(now);
      code.person.address = change.to();
      model.endSessionsOf(code.person, session);
    }
  }
}
