package dev.latchkey.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.directory.dns.TestNameServer;
import dev.latchkey.adapter.idp.hostile.Endpoint;
import dev.latchkey.adapter.idp.hostile.Manner;
import dev.latchkey.adapter.idp.hostile.TestProvider;
import dev.latchkey.application.network.OutboundHttp.Answer;
import dev.latchkey.application.network.OutboundHttp.Call;
import dev.latchkey.application.network.OutboundHttp.Failure;
import dev.latchkey.domain.network.AddressPolicy;
import dev.latchkey.domain.network.AddressPolicy.Exemption;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

@Timeout(10)
class GuardedHttpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final AddressPolicy PUBLIC_ONLY = new AddressPolicy(List.of());
  /** Stands for the addresses that are public, as tests can't call any that are. */
  private static final AddressPolicy THIS_ONE = new AddressPolicy(List.of(Exemption.parse("127.0.0.1")));

  private final TestProvider provider = TestProvider.start();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void brings_answers_back() {
    Answer answer = get(THIS_ONE, Dns.SYSTEM, provider.issuer() + Endpoint.DISCOVERY.path());

    assertThat(answer).isInstanceOfSatisfying(Answer.Responded.class, responded -> {
      assertThat(responded.status()).isEqualTo(200);
      assertThat(responded.contentType()).contains("application/json");
      assertThat(responded.body()).contains(provider.issuer());
    });
  }

  @Test
  void sends_forms() {
    try (GuardedHttp http = new GuardedHttp(THIS_ONE)) {
      Answer answer = http.send(new Call(URI.create(provider.issuer() + Endpoint.TOKEN.path()), Map.of(),
          Optional.of("client_id=latchkey&client_secret=a+secret+of+32+characters+and+up&code=x"), PATIENCE));

      assertThat(answer).isInstanceOfSatisfying(Answer.Responded.class,
          responded -> assertThat(responded.body()).contains("invalid_grant"));
    }
  }

  @ParameterizedTest
  @CsvSource({"REDIRECTS, REDIRECTED", "SILENT, TIMEOUT", "DRIPPING, TIMEOUT", "ENDLESS, TOO_LARGE", "HUGE, TOO_LARGE",
    "GZIP_BOMB, ENCODED", "TRUNCATED, UNREACHABLE"})
  void bears_with_no_misbehaviour(Manner manner, Failure failure) {
    provider.misbehave(Endpoint.DISCOVERY, manner);

    assertThat(failure(get(THIS_ONE, Dns.SYSTEM, provider.issuer() + Endpoint.DISCOVERY.path()))).isEqualTo(failure);
    assertThat(provider.calls(Endpoint.DISCOVERY)).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]",
    "[64:ff9b::127.0.0.1]", "[2002:7f00:1::]", "[fe80::1]", "0.0.0.0", "10.0.0.1", "169.254.169.254"})
  void calls_nobody_in_the_house(String host) {
    Answer answer = get(PUBLIC_ONLY, Dns.SYSTEM, onPort(host));

    assertThat(failure(answer)).isEqualTo(Failure.FORBIDDEN);
    assertThat(provider.calls(Endpoint.DISCOVERY)).isZero();
  }

  /** Some JDKs read them as addresses and some don't; neither gets through. */
  @ParameterizedTest
  @ValueSource(strings = {"2130706433", "0x7f000001", "0x7f.1", "017700000001", "127.1", "127.0.1", "0177.0.0.1"})
  void calls_nobody_in_the_house_by_a_number(String host) {
    Answer answer = get(PUBLIC_ONLY, Dns.SYSTEM, onPort(host));

    assertThat(failure(answer)).isIn(Failure.FORBIDDEN, Failure.UNREACHABLE);
    assertThat(provider.calls(Endpoint.DISCOVERY)).isZero();
  }

  @Test
  void does_not_call_a_host_of_which_one_address_is_in_the_house() {
    Answer answer = get(THIS_ONE, host -> List.of(address("127.0.0.1"), address("10.0.0.1")), onPort("evil.example"));

    assertThat(failure(answer)).isEqualTo(Failure.FORBIDDEN);
    assertThat(provider.calls(Endpoint.DISCOVERY)).isZero();
  }

  @Test
  void connects_to_the_address_that_was_checked_whatever_the_name_server_says_next() {
    Deque<InetAddress> answers = new ArrayDeque<>(List.of(address("127.0.0.1"), address("127.0.0.2")));

    assertThat(get(THIS_ONE, host -> List.of(answers.pop()), onPort("rebinding.example")))
        .isInstanceOf(Answer.Responded.class);
    assertThat(answers).hasSize(1);
    assertThat(failure(get(THIS_ONE, host -> List.of(answers.pop()), onPort("rebinding.example"))))
        .isEqualTo(Failure.FORBIDDEN);
  }

  /** The same where a real name server says it: 127.0.0.1 at first, something in the house from then on. */
  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.2", "10.0.0.1", "169.254.169.254"})
  void asks_a_name_server_once_for_a_call_and_believes_no_second_address(String inTheHouse) {
    try (TestNameServer server = TestNameServer.start()) {
      server.addresses("rebinding.example", "127.0.0.1", inTheHouse);
      String url = onPort("rebinding.example");

      assertThat(get(THIS_ONE, asking(server), url)).isInstanceOf(Answer.Responded.class);
      assertThat(server.questions()).as("checked and called is one answer").hasSize(1);
      assertThat(failure(get(THIS_ONE, asking(server), url))).isEqualTo(Failure.FORBIDDEN);
      assertThat(server.questions()).hasSize(2);
      assertThat(provider.calls(Endpoint.DISCOVERY)).isOne();
    }
  }

  /** As the system would, but from this server and without remembering. */
  private static Dns asking(TestNameServer server) {
    return host -> {
      try {
        SimpleResolver resolver = new SimpleResolver(server.socketAddress());
        Message answer =
            resolver.send(Message.newQuery(Record.newRecord(Name.fromString(host + "."), Type.A, DClass.IN)));
        return answer.getSection(Section.ANSWER).stream().map(ARecord.class::cast).map(ARecord::getAddress).toList();
      } catch (IOException e) {
        throw new UnknownHostException(host);
      }
    };
  }

  @Test
  void calls_an_exempted_host_and_none_beside_it() {
    AddressPolicy policy = new AddressPolicy(List.of(Exemption.parse("login.intranet.example")));
    Dns names = host -> List.of(address("127.0.0.1"));

    assertThat(get(policy, names, onPort("login.intranet.example"))).isInstanceOf(Answer.Responded.class);
    assertThat(failure(get(policy, names, onPort("other.intranet.example")))).isEqualTo(Failure.FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://login.example.com/", "https://user:secret@login.example.com/",
    "https:///x", "mailto:ada@example.com"})
  void calls_the_web_only(String url) {
    assertThat(failure(get(THIS_ONE, Dns.SYSTEM, url))).isEqualTo(Failure.FORBIDDEN);
  }

  @Test
  void does_not_wait_for_a_name_server_for_ever() throws Exception {
    CountDownLatch never = new CountDownLatch(1);

    Answer answer = get(THIS_ONE, host -> {
      try {
        never.await();
      } catch (InterruptedException e) {
        throw new UnknownHostException(host);
      }
      return List.of();
    }, onPort("slow.example"));

    assertThat(failure(answer)).isIn(Failure.UNREACHABLE, Failure.TIMEOUT);
  }

  @Test
  void asks_no_proxy_of_the_environment() {
    ProxySelector before = ProxySelector.getDefault();
    ProxySelector.setDefault(new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        throw new AssertionError("asked for " + uri);
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        throw new AssertionError(failure);
      }
    });
    try {
      assertThat(get(THIS_ONE, Dns.SYSTEM, onPort("127.0.0.1"))).isInstanceOf(Answer.Responded.class);
    } finally {
      ProxySelector.setDefault(before);
    }
  }

  private static Answer get(AddressPolicy policy, Dns names, String url) {
    try (GuardedHttp http = new GuardedHttp(policy, names)) {
      return http.send(Call.get(URI.create(url), PATIENCE));
    }
  }

  private String onPort(String host) {
    return provider.issuer().replace("127.0.0.1", host) + Endpoint.DISCOVERY.path();
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  private static Failure failure(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Failed.class);
    return ((Answer.Failed) answer).why();
  }
}
