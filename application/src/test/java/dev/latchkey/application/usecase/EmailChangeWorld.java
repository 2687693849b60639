package dev.latchkey.application.usecase;

import dev.latchkey.application.emailchange.AddressRelease;
import dev.latchkey.application.emailchange.ConfirmEmailChange;
import dev.latchkey.application.emailchange.OwnersAddress;
import dev.latchkey.application.emailchange.ResendEmailChangeCode;
import dev.latchkey.application.emailchange.StartEmailChange;
import dev.latchkey.application.member.LastOwner;
import dev.latchkey.application.session.CheckSession;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.SignedIn;
import java.util.Optional;

/** A {@link World} with Ada in it, who wants another address. */
final class EmailChangeWorld {
  static final EmailAddress NEW = new EmailAddress("ada@engines.example");

  final World world;
  final SessionOpening.Opened ada;
  final StartEmailChange start;
  final ConfirmEmailChange confirm;
  final ResendEmailChangeCode resend;

  EmailChangeWorld() {
    this(new World());
  }

  private EmailChangeWorld(World world) {
    this(world, world.register(World.ADA));
  }

  EmailChangeWorld(World world, SessionOpening.Opened ada) {
    this.world = world;
    this.ada = ada;
    AddressRelease addresses = new AddressRelease(world.accounts, world.ports.users(), world.ports.memberships(),
        world.ports.members(), world.audit);
    OwnersAddress ownersAddress = new OwnersAddress(world.ports.memberships(), world.ports.owners(),
        new LastOwner(world.ports.owners(), world.ports.organizations(), world.clock), world.accountProof);
    start = new StartEmailChange(world.ports.users(), addresses, ownersAddress, world.ports.emailChanges(),
        world.challenges, world.mail, world.audit, world.ports.unitOfWork(), world.accountProof, world.clock);
    confirm = new ConfirmEmailChange(world.ports.users(), addresses, ownersAddress, world.ports.emailChanges(),
        world.challenges, world.ports.ownSessions(), world.mail, world.audit, world.ports.unitOfWork(), world.clock);
    resend = new ResendEmailChangeCode(world.ports.users(), world.ports.emailChanges(), world.challenges, world.mail,
        world.audit, world.ports.unitOfWork(), world.clock);
  }

  StartEmailChange.Outcome start(SessionOpening.Opened who, EmailAddress wanted) {
    return start.start(new StartEmailChange.Command(session(who), wanted, World.ORIGIN));
  }

  /** Has a code sent. @return the challenge */
  SecretId begin(EmailAddress wanted) {
    return ((StartEmailChange.Outcome.CodeSent) start(ada, wanted)).challenge();
  }

  ConfirmEmailChange.Outcome confirm(SecretId challenge, String code) {
    return confirm(challenge, code, Optional.of(session(ada)));
  }

  ConfirmEmailChange.Outcome confirm(SecretId challenge, String code, Optional<SignedIn> signedIn) {
    return confirm.confirm(new ConfirmEmailChange.Command(challenge, new MailedCode(code), signedIn, World.ORIGIN));
  }

  ResendEmailChangeCode.Outcome resend(SecretId challenge) {
    return resend.resend(challenge, Optional.of(session(ada)), World.ORIGIN);
  }

  /** The whole way. */
  void moveTo(EmailAddress wanted) {
    SecretId challenge = begin(wanted);
    if (!(confirm(challenge, lastCode()) instanceof ConfirmEmailChange.Outcome.Changed)) {
      throw new AssertionError("The address was not changed");
    }
  }

  String lastCode() {
    return world.lastMail().text();
  }

  SignedIn session(SessionOpening.Opened opened) {
    return ((CheckSession.Outcome.Live) world.checkSession.check(opened.token())).session().signedIn();
  }

  boolean isLive(BearerToken token) {
    return world.checkSession.check(token) instanceof CheckSession.Outcome.Live;
  }

  /** Ada's address as it is stored. */
  EmailAddress address() {
    return user().email();
  }

  User user() {
    UserId id = ada.session().signedIn().person().id();
    return world.ports.users().find(id).orElseThrow();
  }
}
