package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.mail.MailOutbox;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.mail.OutgoingMail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The contract of {@link MailOutbox}. What earlier tests left has expired: each test lives on a later day. */
public abstract class MailOutboxContract extends PortContract {
  private static final Duration LIFE = Duration.ofMinutes(15);
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final MailOutbox outbox = ports.mailOutbox();
  private final EmailAddress recipient = Examples.email();

  protected MailOutboxContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @Test
  void hands_out_nothing_when_nothing_was_enqueued() {
    assertThat(claim(noon)).isEmpty();
  }

  @Test
  void hands_out_a_mail_as_it_was_enqueued() {
    OutgoingMail mail = enqueue(noon);
    assertThat(claim(noon)).containsExactly(new MailOutbox.Due(mail, 0));
  }

  @Test
  void hands_out_the_longest_due_first_and_not_more_than_asked_for() {
    OutgoingMail last = enqueue(noon.plusSeconds(2));
    OutgoingMail second = enqueue(noon.plusSeconds(1));
    OutgoingMail first = enqueue(noon);
    Instant now = noon.plusSeconds(3);
    assertThat(outbox.claim(2, now, now.plus(LEASE))).extracting(MailOutbox.Due::mail).containsExactly(first, second);
    assertThat(outbox.claim(2, now, now.plus(LEASE))).extracting(MailOutbox.Due::mail).containsExactly(last);
  }

  @Test
  void hands_each_mail_to_one_of_many_who_claim_together() {
    List<OutgoingMail> mails = List.of(enqueue(noon), enqueue(noon), enqueue(noon));
    List<OutgoingMail> claimed = Together.run(16, () -> claim(noon)).stream().flatMap(List::stream)
        .map(MailOutbox.Due::mail).toList();
    assertThat(claimed).containsExactlyInAnyOrderElementsOf(mails);
  }

  @Test
  void hands_a_mail_out_again_when_its_lease_is_over() {
    OutgoingMail mail = enqueue(noon);
    claim(noon);
    assertThat(claim(noon.plus(LEASE).minusMillis(1))).isEmpty();
    assertThat(claim(noon.plus(LEASE))).containsExactly(new MailOutbox.Due(mail, 0));
  }

  @Test
  void hands_a_failed_mail_out_again_when_its_pause_is_over() {
    OutgoingMail mail = enqueue(noon);
    claim(noon);
    outbox.retryAt(mail.id(), noon.plusSeconds(2));
    assertThat(claim(noon.plusSeconds(1))).isEmpty();
    assertThat(claim(noon.plusSeconds(2))).containsExactly(new MailOutbox.Due(mail, 1));
  }

  @Test
  void never_hands_out_a_mail_that_was_sent() {
    OutgoingMail mail = enqueue(noon);
    claim(noon);
    outbox.sent(mail.id(), noon);
    outbox.retryAt(mail.id(), noon);
    assertThat(claim(noon.plus(LEASE))).isEmpty();
  }

  @Test
  void never_hands_out_a_mail_that_expired_even_if_the_clock_is_set_back() {
    enqueue(noon);
    assertThat(claim(noon.plus(LIFE))).isEmpty();
    assertThat(claim(noon)).isEmpty();
  }

  @Test
  void counts_what_was_enqueued_for_one_address_sent_or_not() {
    enqueue(noon.minusSeconds(1));
    OutgoingMail sent = enqueue(noon);
    enqueue(noon.plusSeconds(1));
    outbox.enqueue(Examples.mail(Examples.email(), noon.plus(LIFE)), noon);
    outbox.sent(sent.id(), noon);
    assertThat(outbox.countSince(recipient, noon)).isEqualTo(2);
    assertThat(outbox.countSince(Examples.email(), noon)).isZero();
  }

  @Test
  void holds_nothing_of_a_unit_that_rolled_back() {
    assertThatThrownBy(() -> ports.unitOfWork().run(() -> {
      enqueue(noon);
      throw new IllegalStateException("on purpose");
    })).isInstanceOf(IllegalStateException.class);
    assertThat(claim(noon)).isEmpty();
    assertThat(outbox.countSince(recipient, noon)).isZero();
  }

  private OutgoingMail enqueue(Instant at) {
    OutgoingMail mail = Examples.mail(recipient, noon.plus(LIFE));
    outbox.enqueue(mail, at);
    return mail;
  }

  private List<MailOutbox.Due> claim(Instant now) {
    return outbox.claim(10, now, now.plus(LEASE));
  }
}
