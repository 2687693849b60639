package dev.latchkey.adapter.web.session;

import dev.latchkey.adapter.web.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser calls itself (RFC 9110 §10.1.5), in words by which people recognise their own. Browsers imitate each
 * other and may say anything, so that it helps to remember and proves nothing.
 */
public final class Device {
  /** Those that imitate others come before whom they imitate. */
  private static final List<Map.Entry<String, String>> PROGRAMS = List.of(
      Map.entry("Edg", "Edge"), Map.entry("OPR/", "Opera"), Map.entry("SamsungBrowser/", "Samsung Internet"),
      Map.entry("Vivaldi/", "Vivaldi"), Map.entry("Firefox/", "Firefox"), Map.entry("FxiOS/", "Firefox"),
      Map.entry("CriOS/", "Chrome"), Map.entry("Chrome/", "Chrome"), Map.entry("Safari/", "Safari"));

  private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
      Map.entry("iPhone", "iPhone"), Map.entry("iPad", "iPad"), Map.entry("Android", "Android"),
      Map.entry("CrOS", "ChromeOS"), Map.entry("Windows", "Windows"), Map.entry("Mac OS X", "macOS"),
      Map.entry("Macintosh", "macOS"), Map.entry("Linux", "Linux"));

  /** A program that imitates nobody begins with its own name. */
  private static final Pattern OWN_NAME = Pattern.compile("(?!Mozilla/)([A-Za-z][A-Za-z0-9._-]{1,29})(?:/|$)");

  private Device() {}

  public static String inWords(Messages messages, String userAgent) {
    Optional<String> program = first(PROGRAMS, userAgent).or(() -> ownName(userAgent));
    Optional<String> system = first(SYSTEMS, userAgent);
    if (program.isPresent() && system.isPresent()) {
      return messages.text("device.on", program.get(), system.get());
    }
    return program.or(() -> system).orElseGet(() -> messages.text("device.unknown"));
  }

  private static Optional<String> first(List<Map.Entry<String, String>> names, String userAgent) {
    return names.stream().filter(name -> userAgent.contains(name.getKey())).map(Map.Entry::getValue).findFirst();
  }

  private static Optional<String> ownName(String userAgent) {
    Matcher name = OWN_NAME.matcher(userAgent);
    return name.lookingAt() ? Optional.of(name.group(1)) : Optional.empty();
  }
}
