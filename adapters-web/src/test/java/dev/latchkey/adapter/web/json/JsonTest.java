package dev.latchkey.adapter.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  record Body(String name, Integer age) {}

  record Outer(Body inner) {}

  record At(Instant at) {}

  @Test
  void reads_exactly_the_members_of_the_record() throws IOException {
    assertThat(read("{\"name\":\"Ada\",\"age\":36}")).isEqualTo(new Body("Ada", 36));
  }

  @Test
  void leaves_it_to_the_route_which_members_have_to_be_there() throws IOException {
    assertThat(read("{\"age\":1}").name()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"name\":\"a\",\"name\":\"b\"}", "{\"name\":\"a\",\"age\":1", "{name:\"a\"}",
    "{'name':\"a\"}",
    "{\"name\":\"a\",}", "// x\n{}", "{\"name\":\"a\nb\"}", "{\"name\":\"\\q\"}"})
  void refuses_duplicate_members_and_whatever_is_no_json(String body) {
    assertThat(errorOf(body).code()).isEqualTo("MALFORMED");
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"{\"name\":1}; /name", "{\"name\":true}; /name", "{\"name\":1.5}; /name",
    "{\"name\":{}}; /name", "{\"name\":[\"a\"]}; /name", "{\"age\":\"1\"}; /age",
    "{\"age\":1.5}; /age", "{\"age\":99999999999}; /age"})
  void refuses_a_value_of_another_type(String body, String pointer) {
    assertThat(errorOf(body)).extracting(FieldError::code, FieldError::pointer).containsExactly("WRONG_TYPE", pointer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"a\"", "1", "{} {}", "{}x", "[{}]"})
  void refuses_anything_but_one_object(String body) {
    assertThat(errorOf(body).code()).isIn("WRONG_TYPE", "MALFORMED");
  }

  @Test
  void names_a_member_that_it_does_not_know() {
    assertThat(errorOf("{\"name\":\"a\",\"admin\":true}"))
        .isEqualTo(new FieldError("admin", "/admin", "UNKNOWN", "This route doesn't know this member."));
  }

  @Test
  void points_into_nested_objects_and_escapes_what_pointers_escape() {
    assertThatThrownBy(() -> Json.read(Outer.class, bytes("{\"inner\":{\"a/b~c\":1}}")))
        .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
        .extracting(refused -> refused.refusal().errors().getFirst().pointer()).isEqualTo("/inner/a~1b~0c");
  }

  @Test
  void refuses_null_as_a_body() {
    assertThat(errorOf("null").code()).isEqualTo("REQUIRED");
  }

  @Test
  void refuses_what_is_deeper_or_longer_than_any_body_of_ours() {
    assertThat(errorOf("{\"name\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}")).isNotNull();
    assertThat(errorOf("{\"name\":\"" + "a".repeat(8_193) + "\"}")).isNotNull();
    assertThat(errorOf("{\"age\":" + "9".repeat(31) + "}")).isNotNull();
    assertThat(errorOf("{\"" + "n".repeat(101) + "\":1}")).isNotNull();
  }

  @Test
  void refuses_bytes_that_are_no_utf8() {
    byte[] latin1 = "{\"name\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Json.read(Body.class, latin1)).isInstanceOf(Refused.class);
  }

  @Test
  void repeats_neither_the_text_nor_names_of_classes() {
    assertThat(errorOf("{\"age\":\"hunter2\"}").message()).doesNotContain("hunter2", "Body", "java", "int");
  }

  @Test
  void writes_times_as_iso_8601_in_utc() {
    assertThat(new String(Json.write(new At(Instant.parse("2026-03-01T12:00:00Z"))), StandardCharsets.UTF_8))
        .isEqualTo("{\"at\":\"2026-03-01T12:00:00Z\"}");
  }

  private static Body read(String body) throws IOException {
    return Json.read(Body.class, bytes(body));
  }

  private static FieldError errorOf(String body) {
    try {
      throw new AssertionError("Was read as " + read(body));
    } catch (Refused refused) {
      assertThat(refused.refusal().code()).isEqualTo(Code.VALIDATION_FAILED);
      assertThat(refused.refusal().errors()).hasSize(1);
      return refused.refusal().errors().getFirst();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
