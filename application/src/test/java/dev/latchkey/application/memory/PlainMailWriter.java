package dev.latchkey.application.memory;

import dev.latchkey.application.mail.MailWriter;
import dev.latchkey.domain.mail.MailContent;
import dev.latchkey.domain.mail.MailId;
import dev.latchkey.domain.mail.OutgoingMail;

/** Words a mail as tests like to read it: the kind of content as subject, the code alone as text. */
public final class PlainMailWriter implements MailWriter {

  @Override
  public OutgoingMail write(MailId id, MailContent content) {
    String text = switch (content) {
      case MailContent.SignUpCode code -> code.code().digits();
      case MailContent.PasswordResetCode code -> code.code().digits();
      case MailContent.EmailChangeCode code -> code.code().digits();
      case MailContent.MagicLink link -> link.token().value();
      case MailContent.SetupLink link -> link.token().value();
      case MailContent.SetupCode code -> code.code().digits();
      case MailContent.Invitation invitation -> invitation.token().value();
      case MailContent.AlreadyRegistered known -> "";
      case MailContent.AddressInUse used -> "";
      case MailContent.EmailChanged changed -> changed.newEmail().value();
      case MailContent.NoAccount none -> "";
      case MailContent.NoPasswordToReset none -> "";
      case MailContent.PasswordChanged changed -> "";
      case MailContent.DomainLapsed lapsed -> lapsed.domain().value();
      case MailContent.DomainLost lost -> lost.domain().value();
      case MailContent.MembershipApproved approved -> approved.organization().value();
      case MailContent.AuthenticatorChanged changed -> changed.change().name();
      case MailContent.IdentityChanged changed -> changed.what().name() + " " + changed.organization().value();
      case MailContent.SocialIdentityChanged changed -> changed.linking().name() + " " + changed.provider().word();
      case MailContent.ReauthenticationCode code -> code.code().digits();
      case MailContent.BreakGlassUsed used -> used.whoEmail().value();
      case MailContent.SignInBySso sso -> sso.organization().value();
      case MailContent.MovedToSso moved -> moved.slug().value();
    };
    return new OutgoingMail(id, content.to(), content.getClass().getSimpleName(), text, "<p>" + text + "</p>",
        content.worthlessAfter());
  }
}
