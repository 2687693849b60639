package dev.latchkey.adapter.web.mail;

import dev.latchkey.adapter.web.mail.Letter.Aside;
import dev.latchkey.adapter.web.mail.Letter.Button;
import dev.latchkey.adapter.web.mail.Letter.Code;
import dev.latchkey.adapter.web.mail.Letter.Paragraph;
import dev.latchkey.adapter.web.mail.Letter.Part;
import dev.latchkey.adapter.web.page.Templates;
import dev.latchkey.adapter.web.page.view.SocialRefusedView;
import dev.latchkey.adapter.web.request.SsoEntry;
import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.adapter.web.text.Times;
import dev.latchkey.application.mail.MailWriter;
import dev.latchkey.domain.mail.MailContent;
import dev.latchkey.domain.mail.MailContent.AddressInUse;
import dev.latchkey.domain.mail.MailContent.AlreadyRegistered;
import dev.latchkey.domain.mail.MailContent.AuthenticatorChanged;
import dev.latchkey.domain.mail.MailContent.BreakGlassUsed;
import dev.latchkey.domain.mail.MailContent.DomainLapsed;
import dev.latchkey.domain.mail.MailContent.DomainLost;
import dev.latchkey.domain.mail.MailContent.EmailChangeCode;
import dev.latchkey.domain.mail.MailContent.EmailChanged;
import dev.latchkey.domain.mail.MailContent.IdentityChanged;
import dev.latchkey.domain.mail.MailContent.Invitation;
import dev.latchkey.domain.mail.MailContent.MagicLink;
import dev.latchkey.domain.mail.MailContent.MembershipApproved;
import dev.latchkey.domain.mail.MailContent.MovedToSso;
import dev.latchkey.domain.mail.MailContent.NoAccount;
import dev.latchkey.domain.mail.MailContent.NoPasswordToReset;
import dev.latchkey.domain.mail.MailContent.PasswordChanged;
import dev.latchkey.domain.mail.MailContent.PasswordResetCode;
import dev.latchkey.domain.mail.MailContent.ReauthenticationCode;
import dev.latchkey.domain.mail.MailContent.SetupCode;
import dev.latchkey.domain.mail.MailContent.SetupLink;
import dev.latchkey.domain.mail.MailContent.SignInBySso;
import dev.latchkey.domain.mail.MailContent.SignUpCode;
import dev.latchkey.domain.mail.MailContent.SocialIdentityChanged;
import dev.latchkey.domain.mail.MailId;
import dev.latchkey.domain.mail.OutgoingMail;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.onetime.Purpose;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Words the mails there are. Links lead to the configured public URL, whatever the request that caused the mail said.
 * Nothing that a stranger typed is repeated in a mail to somebody else, or sign-up would send anybody's advertising;
 * only an invitation names who invites, who has an account and is written down for it.
 */
public final class LetterWriter implements MailWriter {

  private final Templates templates;
  private final String productName;
  private final String publicUrl;

  /**
   * @param publicUrl where people reach this deployment, from the settings, with or without a slash at its end
   */
  public LetterWriter(Templates templates, String productName, URI publicUrl) {
    this.templates = templates;
    this.productName = productName;
    this.publicUrl = publicUrl.toString().replaceAll("/+$", "");
  }

  @Override
  public OutgoingMail write(MailId id, MailContent content) {
    Messages messages = Messages.of(content.locale());
    OrganizationLetters ofOrganization = new OrganizationLetters(messages, productName, publicUrl);
    Letter letter = switch (content) {
      case SignUpCode signUp -> withCode(messages, "letter.signUpCode", signUp.code(), Purpose.SIGN_UP);
      case PasswordResetCode reset -> withCode(messages, "letter.passwordReset", reset.code(), Purpose.PASSWORD_RESET);
      case EmailChangeCode change -> withCode(messages, "letter.emailChange", change.code(), Purpose.EMAIL_CHANGE);
      case AddressInUse used -> withLink(messages, "letter.addressInUse", "/sign-in", Optional.empty());
      case EmailChanged changed -> letter(messages, "letter.emailChanged",
          new Paragraph(messages.text("letter.emailChanged.text", productName, changed.newEmail().value())),
          new Paragraph(messages.text("letter.emailChanged.void")));
      case MagicLink link -> withLink(messages, "letter.magicLink", "/magic-link?token=" + link.token().value(),
          Optional.of(Purpose.MAGIC_LINK));
      case SetupLink link -> setup(messages, link);
      case SetupCode setup -> withCode(messages, "letter.setupCode", setup.code(), Purpose.SETUP_CODE);
      case Invitation invitation -> ofOrganization.of(invitation);
      case AlreadyRegistered registered -> withLink(messages, "letter.alreadyRegistered", "/sign-in", Optional.empty());
      case NoPasswordToReset none -> withLink(messages, "letter.noPasswordToReset", "/sign-in", Optional.empty());
      case NoAccount none -> withLink(messages, "letter.noAccount", "/sign-in", Optional.empty());
      case DomainLapsed lapsed -> ofOrganization.of(lapsed);
      case DomainLost lost -> ofOrganization.of(lost);
      case MembershipApproved approved -> ofOrganization.of(approved);
      case AuthenticatorChanged changed -> withLink(messages, "letter." + changed.change().name(),
          changed.change() == AuthenticatorChanged.Change.PASSWORD_SET ? "/forgot-password" : "/account/sessions",
          Optional.empty());
      case IdentityChanged changed ->
        identityChanged(messages, "letter." + changed.what().name(), changed.organization().value());
      case SocialIdentityChanged changed -> identityChanged(messages, "letter." + changed.linking().name(),
          messages.text(SocialRefusedView.nameOf(changed.provider())));
      case ReauthenticationCode code ->
        withCode(messages, "letter.reauthentication", code.code(), Purpose.REAUTHENTICATION);
      case BreakGlassUsed used -> ofOrganization.of(used);
      case SignInBySso sso ->
        withLink(messages, "letter.signInBySso", SsoEntry.path(sso.organization().value()), Optional.empty());
      case MovedToSso moved -> ofOrganization.of(moved);
      case PasswordChanged changed ->
        withLink(messages, "letter.passwordChanged", "/forgot-password", Optional.empty());
    };
    String html = templates.renderText("mail/letter.jte", Map.of("letter", letter));
    return new OutgoingMail(id, content.to(), letter.subject(), letter.asText(), html, content.worthlessAfter());
  }

  /** A code to type in, how long it is good for, and what to do with it if somebody else asked. */
  private Letter withCode(Messages messages, String key, MailedCode code, Purpose purpose) {
    return letter(messages, key,
        new Paragraph(messages.text(key + ".text", productName)),
        new Code(messages.text(key + ".code"), code.digits()),
        new Paragraph(messages.text(key + ".validity", Times.amount(messages, purpose.lifetime()))));
  }

  /** One thing to do, on a page of ours; with a purpose, the link is the secret and says how long it is good for. */
  private Letter withLink(Messages messages, String key, String path, Optional<Purpose> secret) {
    Paragraph text = new Paragraph(messages.text(key + ".text", productName));
    Button button = new Button(messages.text(key + ".button"), publicUrl + path);
    return secret
        .map(purpose -> letter(messages, key, text, button,
            new Paragraph(messages.text(key + ".validity", Times.amount(messages, purpose.lifetime())))))
        .orElseGet(() -> letter(messages, key, text, button));
  }

  /** @param place where the person is known */
  private Letter identityChanged(Messages messages, String key, String place) {
    return letter(messages, key,
        new Paragraph(messages.text(key + ".text", productName, place)),
        new Button(messages.text(key + ".button"), publicUrl + "/account/identities"));
  }

  private Letter setup(Messages messages, SetupLink link) {
    String key = "letter.setupLink";
    return letter(messages, key,
        new Paragraph(messages.text(key + ".text", productName, link.organization().value())),
        new Button(messages.text(key + ".button"), publicUrl + "/setup?token=" + link.token().value()),
        new Paragraph(messages.text(key + ".validity", Times.amount(messages, Purpose.SETUP_LINK.lifetime()))));
  }

  private Letter letter(Messages messages, String key, Part... parts) {
    Stream<Part> notYou = Stream.of(new Aside(messages.text(key + ".notYou", productName)));
    return new Letter(messages, productName, messages.text(key + ".subject", productName),
        messages.text(key + ".heading"), Stream.concat(Stream.of(parts), notYou).toList());
  }
}
