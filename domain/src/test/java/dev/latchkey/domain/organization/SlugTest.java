package dev.latchkey.domain.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {
  @ParameterizedTest
  @CsvSource({"Acme GmbH & Co. KG,acme-gmbh-co-kg", "Bücher Österreich,bucher-osterreich", "--Acme--,acme",
    "株式会社,organization", "x,organization"})
  void derives_from_a_name(String name, String slug) {
    assertThat(Slug.derivedFrom(new OrganizationName(name)).value()).isEqualTo(slug);
  }

  @Test
  void keeps_within_its_length_even_with_a_number() {
    Slug longest = new Slug("a".repeat(63));
    assertThat(longest.numbered(12).value()).hasSize(63).endsWith("-12");
    assertThat(Slug.derivedFrom(new OrganizationName("ab".repeat(50))).value()).hasSize(48);
  }

  @Test
  void ends_a_long_name_behind_a_whole_word() {
    String name = "Association for the Advancement of Calculating Engines";
    assertThat(Slug.derivedFrom(new OrganizationName(name)).value())
        .isEqualTo("association-for-the-advancement-of-calculating");
    assertThat(Slug.derivedFrom(new OrganizationName("a".repeat(23) + " " + "b".repeat(24) + " c")).value())
        .isEqualTo("a".repeat(23) + "-" + "b".repeat(24));
    assertThat(Slug.derivedFrom(new OrganizationName("x " + "y".repeat(60))).value())
        .isEqualTo("x-" + "y".repeat(46));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "-ab", "ab-", "Ab", "a b", "a_b", "a/b", "a.b", "ä1"})
  void refuses_other_forms(String value) {
    assertThatThrownBy(() -> new Slug(value)).isInstanceOf(InvalidValue.class);
  }
}
