package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.mail.DeliverMail;
import dev.latchkey.application.memory.FakeMailTransport;
import dev.latchkey.domain.mail.OutgoingMail;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliverMailTest {
  private final World world = new World();
  private final FakeMailTransport server = new FakeMailTransport();
  private final DeliverMail deliver = new DeliverMail(world.ports.mailOutbox(), server, world.clock);

  @Test
  void sends_each_mail_once() {
    world.start(ADA);
    assertThat(deliver.deliver()).isEqualTo(new DeliverMail.Outcome(1, 0));
    assertThat(deliver.deliver()).isEqualTo(new DeliverMail.Outcome(0, 0));
    assertThat(server.accepted()).extracting(OutgoingMail::to).containsExactly(ADA);
  }

  @Test
  void tries_again_when_the_mail_server_is_back() {
    world.start(ADA);
    server.goDown();
    assertThat(deliver.deliver()).isEqualTo(new DeliverMail.Outcome(0, 1));
    assertThat(deliver.deliver()).as("not before its pause is over").isEqualTo(new DeliverMail.Outcome(0, 0));
    server.comeBack();
    world.clock.advance(Duration.ofSeconds(2));
    assertThat(deliver.deliver()).isEqualTo(new DeliverMail.Outcome(1, 0));
  }

  @Test
  void sends_nothing_after_its_secret_expired() {
    world.start(ADA);
    server.goDown();
    deliver.deliver();
    server.comeBack();
    world.clock.advance(Duration.ofMinutes(15));
    assertThat(deliver.deliver()).isEqualTo(new DeliverMail.Outcome(0, 0));
    assertThat(server.accepted()).isEmpty();
    assertThat(world.ports.mailOutbox().waiting()).isEmpty();
  }

  @Test
  void takes_over_a_mail_whose_sender_died() {
    world.start(ADA);
    world.ports.mailOutbox().claim(1, world.clock.instant(), world.clock.instant().plus(Duration.ofMinutes(2)));
    assertThat(deliver.deliver()).isEqualTo(new DeliverMail.Outcome(0, 0));
    world.clock.advance(Duration.ofMinutes(2));
    assertThat(deliver.deliver()).isEqualTo(new DeliverMail.Outcome(1, 0));
  }
}
