package dev.latchkey.adapter.web.mail;

import dev.latchkey.adapter.web.mail.Letter.Aside;
import dev.latchkey.adapter.web.mail.Letter.Button;
import dev.latchkey.adapter.web.mail.Letter.Code;
import dev.latchkey.adapter.web.mail.Letter.Paragraph;
import dev.latchkey.adapter.web.mail.Letter.Part;
import dev.latchkey.adapter.web.page.Templates;
import dev.latchkey.adapter.web.request.SsoEntry;
import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.adapter.web.text.Times;
import dev.latchkey.application.mail.MailWriter;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.mail.MailContent;
import dev.latchkey.domain.mail.MailContent.AddressInUse;
import dev.latchkey.domain.mail.MailContent.AlreadyRegistered;
import dev.latchkey.domain.mail.MailContent.AuthenticatorChanged;
import dev.latchkey.domain.mail.MailContent.BreakGlassUsed;
import dev.latchkey.domain.mail.MailContent.DomainLapsed;
import dev.latchkey.domain.mail.MailContent.DomainLost;
import dev.latchkey.domain.mail.MailContent.EmailChangeCode;
import dev.latchkey.domain.mail.MailContent.EmailChanged;
import dev.latchkey.domain.mail.MailContent.Invitation;
import dev.latchkey.domain.mail.MailContent.MagicLink;
import dev.latchkey.domain.mail.MailContent.MembershipApproved;
import dev.latchkey.domain.mail.MailContent.MovedToSso;
import dev.latchkey.domain.mail.MailContent.NoAccount;
import dev.latchkey.domain.mail.MailContent.NoPasswordToReset;
import dev.latchkey.domain.mail.MailContent.PasswordChanged;
import dev.latchkey.domain.mail.MailContent.PasswordResetCode;
import dev.latchkey.domain.mail.MailContent.SetupCode;
import dev.latchkey.domain.mail.MailContent.SetupLink;
import dev.latchkey.domain.mail.MailContent.SignInBySso;
import dev.latchkey.domain.mail.MailContent.SignUpCode;
import dev.latchkey.domain.mail.MailId;
import dev.latchkey.domain.mail.OutgoingMail;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.organization.Slug;
import java.net.URI;
import java.util.List;
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
      case Invitation invitation -> invitation(messages, invitation);
      case AlreadyRegistered registered -> withLink(messages, "letter.alreadyRegistered", "/sign-in", Optional.empty());
      case NoPasswordToReset none -> withLink(messages, "letter.noPasswordToReset", "/sign-in", Optional.empty());
      case NoAccount none -> withLink(messages, "letter.noAccount", "/sign-in", Optional.empty());
      case DomainLapsed lapsed -> aboutDomain(messages, "letter.domainLapsed", lapsed.organization(), lapsed.slug(),
          lapsed.domain(), Times.exact(messages, lapsed.suspendedAt()));
      case DomainLost lost -> aboutDomain(messages, "letter.domainLost", lost.organization(), lost.slug(),
          lost.domain(), "");
      case MembershipApproved approved -> approved(messages, approved);
      case AuthenticatorChanged changed -> withLink(messages, "letter." + changed.change().name(),
          changed.change() == AuthenticatorChanged.Change.PASSWORD_SET ? "/forgot-password" : "/account/sessions",
          Optional.empty());
      case BreakGlassUsed used -> breakGlass(messages, used);
      case SignInBySso sso ->
        withLink(messages, "letter.signInBySso", SsoEntry.path(sso.organization().value()), Optional.empty());
      case MovedToSso moved -> movedToSso(messages, moved);
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

  private Letter breakGlass(Messages messages, BreakGlassUsed used) {
    String key = "letter.breakGlass";
    String organization = used.organization().value();
    return new Letter(messages, productName, messages.text(key + ".subject", productName, organization),
        messages.text(key + ".heading", organization), List.of(
            new Paragraph(messages.text(key + ".text", organization, used.who().value(), used.whoEmail().value(),
                used.address(), Times.exact(messages, used.at()))),
            new Button(messages.text(key + ".button"),
                publicUrl + "/organizations/" + used.slug().value() + "/audit?action=BREAK_GLASS_USED"),
            new Paragraph(messages.text(key + ".then"))));
  }

  private Letter movedToSso(Messages messages, MovedToSso moved) {
    String key = "letter.movedToSso";
    String organization = moved.organization().value();
    return new Letter(messages, productName, messages.text(key + ".subject", productName, organization),
        messages.text(key + ".heading", organization), List.of(
            new Paragraph(messages.text(key + ".text", productName, organization)),
            new Button(messages.text(key + ".button"), publicUrl + SsoEntry.path(moved.slug().value())),
            new Aside(messages.text(key + ".notYou", organization))));
  }

  private Letter setup(Messages messages, SetupLink link) {
    String key = "letter.setupLink";
    return letter(messages, key,
        new Paragraph(messages.text(key + ".text", productName, link.organization().value())),
        new Button(messages.text(key + ".button"), publicUrl + "/setup?token=" + link.token().value()),
        new Paragraph(messages.text(key + ".validity", Times.amount(messages, Purpose.SETUP_LINK.lifetime()))));
  }

  private Letter invitation(Messages messages, Invitation invitation) {
    String key = "letter.invitation";
    String organization = invitation.organization().value();
    String inviter = invitation.inviter().value();
    String role = messages.text("invitation.as." + invitation.role().name());
    return new Letter(messages, productName, messages.text(key + ".subject", productName, organization),
        messages.text(key + ".heading", organization), List.of(
            new Paragraph(messages.text(key + ".text", productName, organization, inviter, role)),
            new Button(messages.text(key + ".button"), publicUrl + "/invitation?token=" + invitation.token().value()),
            new Paragraph(messages.text(key + ".validity", Times.amount(messages, Purpose.INVITATION.lifetime()),
                Times.exact(messages, invitation.worthlessAfter()))),
            new Aside(messages.text(key + ".notYou", organization, inviter))));
  }

  /** Something has happened to a domain; what to do about it stands on the page of domains. */
  private Letter aboutDomain(Messages messages, String key, OrganizationName organization, Slug slug,
      DomainName domain, String until) {
    return new Letter(messages, productName, messages.text(key + ".subject", domain.value()),
        messages.text(key + ".heading", domain.value()), List.of(
            new Paragraph(messages.text(key + ".text", domain.value(), organization.value())),
            new Paragraph(messages.text(key + ".consequence", domain.value(), until)),
            new Button(messages.text(key + ".button"), publicUrl + "/organizations/" + slug.value() + "/domains")));
  }

  private Letter approved(Messages messages, MembershipApproved approved) {
    String key = "letter.membershipApproved";
    String organization = approved.organization().value();
    return new Letter(messages, productName, messages.text(key + ".subject", organization),
        messages.text(key + ".heading", organization), List.of(
            new Paragraph(messages.text(key + ".text", organization, productName)),
            new Button(messages.text(key + ".button"), publicUrl + "/sign-in")));
  }

  private Letter letter(Messages messages, String key, Part... parts) {
    Stream<Part> notYou = Stream.of(new Aside(messages.text(key + ".notYou", productName)));
    return new Letter(messages, productName, messages.text(key + ".subject", productName),
        messages.text(key + ".heading"), Stream.concat(Stream.of(parts), notYou).toList());
  }
}
