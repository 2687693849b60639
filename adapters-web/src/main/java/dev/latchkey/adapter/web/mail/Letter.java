package dev.latchkey.adapter.web.mail;

import dev.latchkey.adapter.web.text.Messages;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One mail before it is laid out. Its HTML and its text are drawn from the same parts, so that they can't differ.
 *
 * @param messages the recipient's texts, which the frame of the mail is worded in
 * @param productName who writes
 * @param parts what it says, from top to bottom
 */
public record Letter(Messages messages, String productName, String subject, String heading, List<Part> parts) {

  public Letter {
    parts = List.copyOf(parts);
  }

  /** A piece of a mail. */
  public sealed interface Part {

    /** The piece in a mail of plain text. */
    String asText();
  }

  /** What is said. */
  public record Paragraph(String asText) implements Part {}

  /** What is said in passing, smaller. */
  public record Aside(String asText) implements Part {}

  /** A code to type in. Says nothing of itself when printed into a log. */
  public record Code(String label, String digits) implements Part {

    @Override
    public String asText() {
      return label + ": " + digits;
    }

    @Override
    public String toString() {
      return "Code[" + label + "]";
    }
  }

  /** The one thing to do; the address is always of our own public URL. */
  public record Button(String label, String url) implements Part {

    @Override
    public String asText() {
      return label + ":\n" + url;
    }

    @Override
    public String toString() {
      return "Button[" + label + "]";
    }
  }

  /** The first letter of the product's name, which stands for its mark. */
  public String monogram() {
    return Character.toString(productName.codePointAt(0));
  }

  /** Why the recipient has this mail. */
  public String footer() {
    return messages.text("letter.footer", productName);
  }

  /** The mail as plain text. */
  public String asText() {
    return Stream.of(Stream.of(heading), parts.stream().map(Part::asText), Stream.of("-- \n" + footer()))
        .flatMap(part -> part).collect(Collectors.joining("\n\n", "", "\n"));
  }
}
