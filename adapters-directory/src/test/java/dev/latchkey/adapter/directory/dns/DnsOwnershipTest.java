package dev.latchkey.adapter.directory.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.domainclaim.TxtAnswer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Questions and answers go over real sockets. */
class DnsOwnershipTest {
  private static final String NAME = "_latchkey.acme.example";
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration IMPATIENCE = Duration.ofMillis(300);

  private final TestNameServer server = TestNameServer.start();
  private final DnsOwnership dns = new DnsOwnership(List.of(server.socketAddress()), PATIENCE);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void finds_a_record() {
    server.text(NAME, "latchkey-verification=1");
    assertThat(dns.textsAt(NAME)).isEqualTo(texts("latchkey-verification=1"));
    assertThat(server.questions()).containsExactly("UDP _latchkey.acme.example. TXT");
  }

  @Test
  void joins_the_strings_of_one_record_and_keeps_records_apart() {
    server.text(NAME, "latchkey-", "verification", "=1");
    server.text(NAME, "v=spf1 -all");
    assertThat(((TxtAnswer.Records) dns.textsAt(NAME)).values())
        .containsExactlyInAnyOrder("latchkey-verification=1", "v=spf1 -all");
  }

  @Test
  void keeps_quotes_and_backslashes_as_they_are() {
    server.text(NAME, "\\\"a\\\\b\\\"");
    assertThat(dns.textsAt(NAME)).isEqualTo(texts("\"a\\b\""));
  }

  @Test
  void an_absent_name_and_a_name_without_such_records_are_no_records() {
    assertThat(dns.textsAt(NAME)).isEqualTo(texts());
    server.alias("_latchkey.other.example", "nowhere.example");
    assertThat(dns.textsAt("_latchkey.other.example")).isEqualTo(texts());
  }

  @Test
  void follows_an_alias() {
    server.alias(NAME, "proofs.hoster.example");
    server.alias("proofs.hoster.example", "acme.proofs.hoster.example");
    server.text("acme.proofs.hoster.example", "latchkey-verification=1");
    assertThat(dns.textsAt(NAME)).isEqualTo(texts("latchkey-verification=1"));
  }

  @Test
  void an_alias_that_leads_in_a_circle_is_no_answer() {
    server.alias(NAME, "proofs.hoster.example");
    server.alias("proofs.hoster.example", NAME);
    assertThat(dns.textsAt(NAME)).isInstanceOf(TxtAnswer.None.class);
  }

  @Test
  void asks_again_over_tcp_when_the_answer_is_too_long_for_udp() {
    List<String> longOnes = IntStream.range(0, 30).mapToObj(i -> i + "x".repeat(100)).toList();
    longOnes.forEach(text -> server.text(NAME, text));
    assertThat(((TxtAnswer.Records) dns.textsAt(NAME)).values()).containsExactlyInAnyOrderElementsOf(longOnes);
    assertThat(server.questions()).contains("TCP _latchkey.acme.example. TXT");
  }

  @Test
  void a_server_that_fails_or_refuses_is_no_answer() {
    server.fail(NAME);
    assertThat(dns.textsAt(NAME)).isEqualTo(new TxtAnswer.None("the name servers failed"));
    server.forget(NAME);
    server.refuse(NAME);
    assertThat(dns.textsAt(NAME)).isEqualTo(new TxtAnswer.None("the name servers failed"));
  }

  @Test
  void a_server_that_says_nothing_is_no_answer_in_time() {
    server.silence(NAME);
    long begin = System.nanoTime();
    assertThat(new DnsOwnership(List.of(server.socketAddress()), IMPATIENCE).textsAt(NAME))
        .isEqualTo(new TxtAnswer.None("no answer in time"));
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void asks_the_next_server_when_one_is_silent() {
    server.silence(NAME);
    try (TestNameServer second = TestNameServer.start()) {
      second.text(NAME, "latchkey-verification=1");
      assertThat(new DnsOwnership(List.of(server.socketAddress(), second.socketAddress()), Duration.ofSeconds(3))
          .textsAt(NAME))
          .isEqualTo(texts("latchkey-verification=1"));
    }
  }

  @Test
  void a_port_where_nobody_listens_is_no_answer() {
    InetSocketAddress nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    assertThat(new DnsOwnership(List.of(nobody), IMPATIENCE).textsAt(NAME)).isInstanceOf(TxtAnswer.None.class);
  }

  @Test
  void remembers_nothing_between_questions() {
    assertThat(dns.textsAt(NAME)).isEqualTo(texts());
    server.text(NAME, "latchkey-verification=1");
    assertThat(dns.textsAt(NAME)).isEqualTo(texts("latchkey-verification=1"));
    server.forget(NAME);
    assertThat(dns.textsAt(NAME)).isEqualTo(texts());
  }

  @Test
  void asks_so_many_at_once_and_no_more() throws InterruptedException {
    server.silence(NAME);
    DnsOwnership slow = new DnsOwnership(List.of(server.socketAddress()), Duration.ofSeconds(1));
    List<TxtAnswer> answers = new CopyOnWriteArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      threads.add(Thread.ofVirtual().start(() -> answers.add(slow.textsAt(NAME))));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(answers).filteredOn(new TxtAnswer.None("too many questions at once")::equals).hasSize(4);
    server.forget(NAME);
    assertThat(slow.textsAt(NAME)).isEqualTo(texts());
  }

  private static TxtAnswer texts(String... values) {
    return new TxtAnswer.Records(List.of(values));
  }
}
