package dev.latchkey.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.latchkey.application.network.OutboundHttp.Answer;
import dev.latchkey.application.network.OutboundHttp.Call;
import dev.latchkey.application.network.OutboundHttp.Failure;
import dev.latchkey.domain.network.AddressPolicy;
import dev.latchkey.domain.network.AddressPolicy.Exemption;
import java.io.InputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS, and where there may be none. */
class EncryptionTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void believes_no_server_whose_certificate_nobody_vouches_for(@TempDir Path folder) throws Exception {
    HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder)));
    try {
      assertThat(failure(call(server, "https://localhost", new AddressPolicy(List.of()).withLoopback())))
          .isEqualTo(Failure.TLS);
      assertThat(calls).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void says_nothing_unencrypted_to_other_machines_even_if_they_are_exempted() throws Exception {
    Optional<InetAddress> own = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress()).findFirst();
    assumeThat(own).as("an address of this machine that is none of loopback").isPresent();
    HttpServer server = HttpServer.create(new InetSocketAddress(own.get(), 0), 0);
    try {
      AddressPolicy policy = new AddressPolicy(List.of(Exemption.parse(own.get().getHostAddress())));

      assertThat(failure(call(server, "http://" + own.get().getHostAddress(), policy))).isEqualTo(Failure.FORBIDDEN);
      assertThat(calls).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  private Answer call(HttpServer server, String origin, AddressPolicy policy) {
    server.createContext("/", exchange -> {
      calls.incrementAndGet();
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    });
    server.start();
    try (GuardedHttp http = new GuardedHttp(policy)) {
      return http.send(Call.get(URI.create(origin + ":" + server.getAddress().getPort() + "/"), PATIENCE));
    }
  }

  private static Failure failure(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Failed.class);
    return ((Answer.Failed) answer).why();
  }

  private static SSLContext selfSigned(Path folder) throws Exception {
    Path store = folder.resolve("keys.p12");
    Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair", "-keyalg", "RSA", "-keystore", store.toString(), "-storepass", new String(PASSWORD), "-dname",
        "CN=localhost", "-ext", "san=dns:localhost").inheritIO().start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
