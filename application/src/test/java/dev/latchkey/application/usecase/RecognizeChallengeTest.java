package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.onetime.RecognizeChallenge;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecognizeChallengeTest {
  private static final RecognizeChallenge.Outcome CLOSED = new RecognizeChallenge.Outcome.Closed();

  private final World world = new World();
  private final RecognizeChallenge recognize = new RecognizeChallenge(world.challenges, world.ports.unitOfWork());

  @Test
  void tells_the_purpose_of_an_open_challenge() {
    SecretId challenge = world.start(ADA);
    assertThat(recognize.recognize(challenge)).isEqualTo(new RecognizeChallenge.Outcome.Open(Purpose.SIGN_UP));
  }

  @Test
  void tells_nothing_of_one_that_was_answered_has_expired_or_never_was() {
    SecretId answered = world.start(ADA);
    world.verify(answered, world.lastMail().text());
    assertThat(recognize.recognize(answered)).isEqualTo(CLOSED);
    SecretId expired = world.start(ADA);
    world.clock.advance(Purpose.SIGN_UP.lifetime());
    assertThat(recognize.recognize(expired)).isEqualTo(CLOSED);
    assertThat(recognize.recognize(new SecretId("0".repeat(26)))).isEqualTo(CLOSED);
  }

  @Test
  void tells_nothing_of_one_that_is_answered_elsewhere() {
    SecretId reset = world.challenges.issue(Purpose.PASSWORD_RESET, Map.of()).secret().id();
    assertThat(recognize.recognize(reset)).isEqualTo(CLOSED);
  }

  @Test
  void costs_no_try() {
    SecretId challenge = world.start(ADA);
    for (int i = 0; i <= Purpose.SIGN_UP.tries(); i++) {
      recognize.recognize(challenge);
    }
    assertThat(world.challenges.find(Purpose.SIGN_UP, challenge)).get()
        .satisfies(secret -> assertThat(secret.triesLeft()).isEqualTo(Purpose.SIGN_UP.tries()));
  }
}
