package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body is exactly what the route takes, or it is refused in the envelope and in our own words. */
@ExtendWith(TwoNodes.Extension.class)
class StrictJsonIT {
  private static final String LOGIN = "/api/auth/login";
  private static final String JSON = "application/json";

  private final TwoNodes nodes;

  StrictJsonIT(TwoNodes nodes) {
    this.nodes = nodes;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "}", "null", "[]", "[{}]", "1", "true", "\"email\"", "{}{}", "{} x", "{},",
    "{\"email\":\"a@b.example\",\"email\":\"c@d.example\"}", "{'email':'a@b.example'}", "{email:\"a@b.example\"}",
    "{\"email\":\"a@b.example\",}", "{/* */}", "{\"email\":NaN}", "{\"email\":\"a\nb\"}", "\u0000{}",
    "{\"email\":\"\\x\"}",
    "<login/>", "email=a@b.example",
    "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}}}"})
  void refuses_what_is_not_one_object_of_well_formed_json(String body) {
    assertInvalid(nodes.browser().json("POST", LOGIN, body));
    assertInvalid(nodes.browser().json("POST", "/api/auth/signup", body));
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', value = {"email|1|WRONG_TYPE", "email|1.5|WRONG_TYPE", "email|true|WRONG_TYPE",
    "email|{}|WRONG_TYPE", "email|[\"a@b.example\"]|WRONG_TYPE", "email|[]|WRONG_TYPE", "email|null|REQUIRED",
    "password|12345678|WRONG_TYPE", "password|{\"$ne\":\"\"}|WRONG_TYPE", "organization|7|WRONG_TYPE",
    "role|\"owner\"|UNKNOWN", "EMAIL|\"a@b.example\"|UNKNOWN", "@type|\"java.lang.Object\"|UNKNOWN",
    "__proto__|{}|UNKNOWN"}, delimiter = '|')
  void names_the_member_that_is_unknown_or_of_a_wrong_type(String member, String value, String code) {
    ApiClient.Answer answer = nodes.browser().json("POST", LOGIN, "{\"" + member + "\":" + value + "}");
    assertInvalid(answer);
    assertThat(answer.json().path("errors")).anySatisfy(error -> {
      assertThat(error.path("field").asText()).isEqualTo(member);
      assertThat(error.path("pointer").asText()).isEqualTo("/" + member);
      assertThat(error.path("code").asText()).isEqualTo(code);
    });
  }

  @Test
  void grants_nothing_that_was_not_offered() {
    Person person = nodes.someone();
    for (String member : List.of("role", "id", "slug", "requireMfa", "version")) {
      assertInvalid(person.browser().json("PATCH", "/api/user/organizations/" + person.organization(),
          "{\"name\":\"Other\",\"" + member + "\":\"x\"}"));
    }
    assertThat(person.browser().get("/api/auth/me").data().path("organizations"))
        .isEqualTo(person.welcome().data().path("organizations"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
    "application/xml", "text/json", "application/json; charset=iso-8859-1", "application/json; charset=utf-16",
    "application/vnd.api+json", "application/*", "*/*"})
  void refuses_other_content_types(String contentType) {
    ApiClient.Answer answer = nodes.browser().send("POST", LOGIN, contentType,
        BodyPublishers.ofString("{\"email\":\"a@b.example\",\"password\":\"x\"}"));
    Envelope.assertRefused(answer, 415, "UNSUPPORTED_MEDIA_TYPE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "", "/"})
  void refuses_what_is_no_content_type_in_the_envelope_too(String contentType) {
    ApiClient.Answer answer = nodes.browser().send("POST", LOGIN, contentType, BodyPublishers.ofString("{}"));
    Envelope.assertRefused(answer, 400, "BAD_REQUEST");
  }

  @Test
  void refuses_a_body_without_a_content_type_and_takes_its_spellings() {
    String body = "{\"email\":\"a@b.example\"}";
    Envelope.assertRefused(nodes.browser().send("POST", LOGIN, null, BodyPublishers.ofString(body)), 415,
        "UNSUPPORTED_MEDIA_TYPE");
    for (String contentType : List.of(JSON, "Application/JSON", "application/json;charset=UTF-8")) {
      assertInvalid(nodes.browser().send("POST", LOGIN, contentType, BodyPublishers.ofString(body)));
    }
  }

  @Test
  void refuses_bytes_that_are_not_utf_8() {
    byte[] latin = "{\"email\":\"a@b.example\",\"password\":\"gr\u00FCn\"}".getBytes(StandardCharsets.ISO_8859_1);
    byte[] overlong = {'{', '"', 'e', 'm', 'a', 'i', 'l', '"', ':', '"', (byte) 0xC0, (byte) 0xAF, '"', '}'};
    byte[] utf16 = "{\"email\":\"a@b.example\",\"password\":\"x\"}".getBytes(StandardCharsets.UTF_16BE);
    byte[] utf32 =
        "{\"email\":\"a@b.example\",\"password\":\"x\"}".getBytes(Charset.forName("UTF-32"));
    for (byte[] body : List.of(latin, overlong, utf16, utf32)) {
      assertInvalid(nodes.browser().send("POST", LOGIN, JSON, BodyPublishers.ofByteArray(body)));
    }
  }

  @Test
  void refuses_other_answers_than_json_but_never_with_a_page() {
    ApiClient picky = nodes.someone().browser().header("Accept", "application/xml");
    Envelope.assertRefused(picky.get("/api/auth/me"), 406, "NOT_ACCEPTABLE");
  }

  private static void assertInvalid(ApiClient.Answer answer) {
    Envelope.assertRefused(answer, 400, "VALIDATION_FAILED");
    assertThat(answer.json().path("errors")).isNotEmpty().allSatisfy(error -> assertThat(error.fieldNames())
        .toIterable().containsExactly("field", "pointer", "code", "message"));
  }
}
