package dev.latchkey.server.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the mails of a trial at {@code /dev/mail}. Mails are sent in the background, so most readers wait a little. */
public final class TrialMailbox {
  private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{8}(?![0-9])");
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final ApiClient client;

  public TrialMailbox(URI server) {
    client = new ApiClient(server).header("Accept", "application/json");
  }

  /** A mail as it was sent. */
  public record Mail(String id, String to, String subject, String text, String html, Instant sentAt) {
    /** The eight digits that it carries. */
    public String code() {
      Matcher code = CODE.matcher(text);
      if (!code.find()) {
        throw new IllegalStateException("no code in: " + text);
      }
      return code.group();
    }
  }

  /** All mails to an address so far, newest first. */
  public List<Mail> mailsTo(String address) {
    ApiClient.Answer answer = client.get("/dev/mail?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.status() + " " + answer.body());
    }
    List<Mail> mails = new ArrayList<>();
    for (JsonNode mail : answer.json()) {
      mails.add(new Mail(mail.path("id").asText(), mail.path("to").asText(), mail.path("subject").asText(),
          mail.path("text").asText(), mail.path("html").asText(), Instant.parse(mail.path("sentAt").asText())));
    }
    return mails;
  }

  /** The newest mail to an address, once there is one. */
  public Mail awaitMailTo(String address) {
    return awaitMailTo(address, mail -> true);
  }

  /** The newest mail to an address that is as wanted, once there is one. */
  public Mail awaitMailTo(String address, Predicate<Mail> wanted) {
    Await.isTrueWithin(LONGEST_WAIT, () -> mailsTo(address).stream().anyMatch(wanted));
    return mailsTo(address).stream().filter(wanted).findFirst().orElseThrow(
        () -> new IllegalStateException("no such mail to " + address + " among " + mailsTo(address)));
  }
}
