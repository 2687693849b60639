package dev.latchkey.adapter.web.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static final List<KeyFamilies.Family> FAMILIES = KeyFamilies.all();

  private final Messages messages = Messages.of(Locale.ENGLISH);
  private final ResourceBundle bundle = ResourceBundle.getBundle("dev.latchkey.adapter.web.text.messages", Locale.ROOT);

  @Test
  void has_a_text_for_every_key_that_templates_and_classes_use() {
    assertThat(bundle.keySet()).containsAll(KeyUses.shown()).hasSizeGreaterThan(100);
    assertThat(KeyUses.shown()).hasSizeGreaterThan(50);
  }

  @Test
  void has_a_text_for_every_key_that_is_put_together() {
    assertThat(bundle.keySet()).containsAll(FAMILIES.stream().flatMap(KeyFamilies.Family::neededKeys).toList());
  }

  @Test
  void has_no_text_that_nothing_uses() {
    Set<String> named = KeyUses.named();
    assertThat(bundle.keySet()).filteredOn(key -> !named.contains(key))
        .filteredOn(key -> FAMILIES.stream().noneMatch(family -> family.knows(key))).isEmpty();
  }

  @Test
  void knows_what_every_beginning_of_a_key_goes_on_with() {
    List<String> known = FAMILIES.stream().map(KeyFamilies.Family::beginning).toList();
    assertThat(KeyUses.beginnings()).filteredOn(it -> bundle.keySet().stream().anyMatch(key -> key.startsWith(it)))
        .isSubsetOf(known);
  }

  @Test
  void holds_only_patterns_that_mean_what_they_show() {
    // A straight apostrophe would quote, and vanish: "don't {0}" prints "dont {0}".
    assertThat(bundle.keySet()).allSatisfy(key -> {
      assertThat(bundle.getString(key)).isNotBlank().doesNotContain("'");
      assertThat(new MessageFormat(bundle.getString(key), Locale.ENGLISH)).isNotNull();
    });
  }

  @Test
  void answers_readers_of_other_languages_in_english_and_says_so() {
    Messages german = Messages.of(Locale.GERMANY);
    assertThat(german.language()).isEqualTo("en");
    assertThat(german.text("nav.signOut")).isEqualTo("Sign out");
  }

  @Test
  void writes_numbers_the_way_of_the_reader() {
    assertThat(Messages.of(Locale.GERMANY).text("time.days", 12345)).isEqualTo("12.345 days");
    assertThat(Messages.of(Locale.UK).text("time.days", 12345)).isEqualTo("12,345 days");
  }

  @Test
  void prefers_the_words_of_the_field_then_those_of_the_code_then_the_given_ones() {
    assertThat(messages.problem("name", "REQUIRED", "given")).isEqualTo("Enter your name.");
    assertThat(messages.problem("slug", "REQUIRED", "given")).isEqualTo("Fill this in.");
    assertThat(messages.problem("slug", "ODD", "given {0}")).isEqualTo("given {0}");
  }

  @Test
  void refuses_a_key_that_nobody_wrote_a_text_for() {
    assertThatThrownBy(() -> messages.text("no.such.key")).isInstanceOf(MissingResourceException.class);
  }
}
