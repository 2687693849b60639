package dev.latchkey.adapter.idp.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.mfa.TotpCode;
import dev.latchkey.domain.mfa.TotpSecret;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HmacTotpCodesTest {
  /** The key "12345678901234567890" of RFC 6238, appendix B. */
  private static final TotpSecret RFC_KEY = new TotpSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  private final HmacTotpCodes codes = new HmacTotpCodes();

  @ParameterizedTest
  @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037",
    "20000000000,353130"})
  void computes_the_codes_of_the_rfc(long seconds, String code) {
    assertThat(step(code, seconds)).hasValue(seconds / 30);
  }

  @Test
  void accepts_one_step_to_either_side_and_no_more() {
    assertThat(step("287082", 59 + 30)).hasValue(1);
    assertThat(step("287082", 59 - 30)).hasValue(1);
    assertThat(step("287082", 59 + 60)).isEmpty();
    assertThat(step("287082", 1_000)).isEmpty();
  }

  @Test
  void reads_keys_that_begin_with_zeros() {
    TotpSecret zeros = new TotpSecret("A".repeat(32));
    // HMAC-SHA-1 with a key of zeros, step 0, computed with another implementation.
    assertThat(codes.matchingStep(zeros, new TotpCode("328482"), Instant.ofEpochSecond(0))).hasValue(0);
  }

  private OptionalLong step(String code, long seconds) {
    return codes.matchingStep(RFC_KEY, new TotpCode(code), Instant.ofEpochSecond(seconds));
  }
}
