package dev.latchkey.adapter.web.mail;

import dev.latchkey.adapter.web.mail.Letter.Aside;
import dev.latchkey.adapter.web.mail.Letter.Button;
import dev.latchkey.adapter.web.mail.Letter.Code;
import dev.latchkey.adapter.web.mail.Letter.Paragraph;
import dev.latchkey.adapter.web.page.Templates;
import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.adapter.web.text.Times;
import dev.latchkey.application.mail.MailWriter;
import dev.latchkey.domain.mail.MailContent;
import dev.latchkey.domain.mail.MailContent.AlreadyRegistered;
import dev.latchkey.domain.mail.MailContent.SignUpCode;
import dev.latchkey.domain.mail.MailId;
import dev.latchkey.domain.mail.OutgoingMail;
import dev.latchkey.domain.onetime.Purpose;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Words the mails there are. Links lead to the configured public URL, whatever the request that caused the mail said.
 * Nothing that a stranger typed is repeated in a mail to somebody else, or sign-up would send anybody's advertising.
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
      case SignUpCode signUp -> signUpCode(messages, signUp);
      case AlreadyRegistered registered -> alreadyRegistered(messages);
    };
    String html = templates.renderText("mail/letter.jte", Map.of("letter", letter));
    return new OutgoingMail(id, content.to(), letter.subject(), letter.asText(), html, content.worthlessAfter());
  }

  private Letter signUpCode(Messages messages, SignUpCode content) {
    String validity = Times.amount(messages, Purpose.SIGN_UP.lifetime());
    return new Letter(messages, productName, messages.text("letter.signUpCode.subject", productName),
        messages.text("letter.signUpCode.heading"),
        List.of(new Paragraph(messages.text("letter.signUpCode.text", productName)),
            new Code(messages.text("letter.signUpCode.code"), content.code().digits()),
            new Paragraph(messages.text("letter.signUpCode.validity", validity)),
            new Aside(messages.text("letter.signUpCode.notYou", productName))));
  }

  /** Told to the owner of the address only, never on the page. */
  private Letter alreadyRegistered(Messages messages) {
    return new Letter(messages, productName, messages.text("letter.alreadyRegistered.subject", productName),
        messages.text("letter.alreadyRegistered.heading"),
        List.of(new Paragraph(messages.text("letter.alreadyRegistered.text", productName)),
            new Button(messages.text("letter.alreadyRegistered.button"), publicUrl + "/sign-in"),
            new Aside(messages.text("letter.alreadyRegistered.notYou"))));
  }
}
