package dev.latchkey.server.browser;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody as real as those who will use the pages.
 *
 * @param organization empty for somebody who creates none
 */
record Person(String name, String email, String organization, String password) {
  // 7 and 11 have no factor in common, so that 77 people have names of their own.
  private static final List<String> FIRST_NAMES =
      List.of("Amara", "Bram", "Chiara", "Daniel", "Elif", "Farid", "Greta", "Hana", "Ivo", "Joana", "Kofi");
  private static final List<String> LAST_NAMES =
      List.of("Okafor", "de Vries", "Bianchi", "Novák", "Aydın", "Rahimi", "Lindqvist");
  private static final List<String> ORGANIZATIONS =
      List.of("Harbour Freight Control", "Nordlicht Energie", "Bianchi & Figli", "Blue Mill Bakery", "Kestrel Labs");
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Somebody whom no other test knows. */
  static Person anybody() {
    int number = COUNT.getAndIncrement();
    String name = FIRST_NAMES.get(number % FIRST_NAMES.size()) + " " + LAST_NAMES.get(number % LAST_NAMES.size());
    String organization = ORGANIZATIONS.get(number % ORGANIZATIONS.size());
    return new Person(name, inLetters(name, ".") + "@" + inLetters(organization, "-") + ".example", organization,
        "vivid otters juggle lamps");
  }

  /** As it can stand in an address. */
  private static String inLetters(String name, String between) {
    return Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).replace('ı', 'i')
        .replaceAll("[^a-z ]", "").replaceAll(" +", between);
  }

  /** The one whom the README shows. */
  static Person ada() {
    return new Person("Ada Lovelace", "ada@example.com", "Analytical Engines", "seven quiet lamps");
  }

  /** Somebody for whom everything is a little too narrow. */
  static Person withLongNames() {
    return new Person("Dr. Maximiliane Theodora von Wolkenstein-Hohenfels",
        "m%d.von-wolkenstein-hohenfels@vertrieb.feinmechanik-nordrhein-westfalen.example"
            .formatted(COUNT.getAndIncrement()),
        "Bundesverband der Maschinenbau- und Feinmechanikbetriebe Nordrhein-Westfalen e. V.",
        "vivid otters juggle lamps");
  }

  Person withoutOrganization() {
    return new Person(name, email, "", password);
  }

  /** With an address at a domain that nobody else has one at. */
  Person at(String domain) {
    return new Person(name, email.replaceFirst("@.*", "@" + domain), organization, password);
  }

  Person withPassword(String other) {
    return new Person(name, email, organization, other);
  }

  /** What a program sends to sign this person up. */
  Map<String, String> application() {
    Map<String, String> application = new HashMap<>(Map.of("name", name, "email", email, "password", password));
    if (!organization.isEmpty()) {
      application.put("organizationName", organization);
    }
    return application;
  }
}
