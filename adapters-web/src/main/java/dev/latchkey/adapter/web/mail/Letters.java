package dev.latchkey.adapter.web.mail;

import dev.latchkey.adapter.web.mail.Letter.Aside;
import dev.latchkey.adapter.web.mail.Letter.Button;
import dev.latchkey.adapter.web.mail.Letter.Code;
import dev.latchkey.adapter.web.mail.Letter.Paragraph;
import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.adapter.web.text.Times;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The mails there are. Links lead to the configured public URL, whatever the request that caused the mail said. */
public final class Letters {

  private final String productName;
  private final String publicUrl;

  /**
   * @param publicUrl where people reach this deployment, from the settings, with or without a slash at its end
   */
  public Letters(String productName, URI publicUrl) {
    this.productName = productName;
    this.publicUrl = publicUrl.toString().replaceAll("/+$", "");
  }

  /** To an address that signed up and is new here. */
  public Letter signUpCode(Messages messages, String code, Duration validity) {
    return new Letter(messages, productName, messages.text("letter.signUpCode.subject", productName),
        messages.text("letter.signUpCode.heading"),
        List.of(new Paragraph(messages.text("letter.signUpCode.text", productName)),
            new Code(messages.text("letter.signUpCode.code"), code),
            new Paragraph(messages.text("letter.signUpCode.validity", Times.amount(messages, validity))),
            new Aside(messages.text("letter.signUpCode.notYou", productName))));
  }

  /** To an address that signed up although it has an account: told to its owner only, never on the page. */
  public Letter accountExists(Messages messages) {
    return new Letter(messages, productName, messages.text("letter.accountExists.subject", productName),
        messages.text("letter.accountExists.heading"),
        List.of(new Paragraph(messages.text("letter.accountExists.text", productName)),
            new Button(messages.text("letter.accountExists.button"), publicUrl + "/sign-in"),
            new Aside(messages.text("letter.accountExists.notYou"))));
  }
}
