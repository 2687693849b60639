package dev.latchkey.adapter.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.adapter.web.answer.Refused;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmittedFormTest {

  @Test
  void reads_what_browsers_send() {
    SubmittedForm form = parse("name=Zo%C3%AB+M%C3%BCller&password=a%2Bb%26c%3D%25&empty=");
    assertThat(form.typed("name")).isEqualTo("Zoë Müller");
    assertThat(form.typed("password")).isEqualTo("a+b&c=%");
    assertThat(form.typed("empty")).isEmpty();
    assertThat(form.typed("absent")).isEmpty();
  }

  @Test
  void takes_a_field_left_blank_for_not_filled_in() {
    assertThat(parse("name=+++").filled("name")).isNull();
    assertThat(parse("name=Ada").filled("name")).isEqualTo("Ada");
    assertThat(parse("").filled("name")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=1&a=2", "a=1&%61=2", "a=%", "a=%zz", "a=%FF", "a=%C3"})
  void refuses_fields_that_come_twice_and_what_can_not_be_decoded(String body) {
    assertThatThrownBy(() -> parse(body)).isInstanceOf(Refused.class);
  }

  @Test
  void refuses_more_fields_than_any_form_has() {
    StringBuilder many = new StringBuilder("a=1");
    for (int i = 0; i < 50; i++) {
      many.append("&b").append(i).append("=1");
    }
    assertThatThrownBy(() -> parse(many.toString())).isInstanceOf(Refused.class);
  }

  private static SubmittedForm parse(String body) {
    return SubmittedForm.parse(body.getBytes(StandardCharsets.UTF_8));
  }
}
