package dev.latchkey.server.bench;

import dev.latchkey.server.bench.Consumption.Cpu;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/**
 * People who sign in at their organization's provider: sent there, and back with a code, each in a browser that was never
 * here before. A sign-in is both requests, and whatever Latchkey asks the provider in between.
 */
final class OidcSignIns implements Work {
  private static final String SESSION = "__Host-latchkey";

  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(Duration.ofSeconds(5)).followRedirects(HttpClient.Redirect.NEVER).build();
  private final URI latchkey;
  private final URI issuer;
  private final int atOnce;
  private final Consumption consumption;

  OidcSignIns(URI latchkey, URI issuer, int atOnce, Consumption consumption) {
    this.latchkey = latchkey;
    this.issuer = issuer;
    this.atOnce = atOnce;
    this.consumption = consumption;
  }

  @Override
  public String name() {
    return "oidc-sign-in";
  }

  @Override
  public Figures run(Duration duration) {
    long start = System.nanoTime();
    Cpu before = consumption.cpu();
    List<Double> times = new ArrayList<>();
    long failed = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
      Callable<Share> work = () -> share(start + duration.toNanos());
      for (Future<Share> share : threads.invokeAll(Collections.nCopies(atOnce, work))) {
        times.addAll(share.get().times);
        failed += share.get().failed;
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    Cpu cpu = consumption.cpu().since(before);
    Collections.sort(times);
    return new Figures(times.size(), failed, (System.nanoTime() - start) / 1e6, cpu.server(), cpu.database(),
        times.get(times.size() / 2), times.get(times.size() * 99 / 100));
  }

  private record Share(List<Double> times, long failed) {}

  private Share share(long end) throws IOException, InterruptedException {
    List<Double> times = new ArrayList<>();
    long failed = 0;
    for (long last = System.nanoTime(); last < end;) {
      failed += signIn(ThreadLocalRandom.current().nextInt(Population.PEOPLE)) ? 0 : 1;
      long now = System.nanoTime();
      times.add((now - last) / 1e6);
      last = now;
    }
    return new Share(times, failed);
  }

  /** @return whether the person has a session now */
  private boolean signIn(int person) throws IOException, InterruptedException {
    HttpResponse<Void> away = get("/api/auth/sso/" + SsoPopulation.SLUG + "/login", "");
    String query = away.headers().firstValue("Location").orElse("");
    if (away.statusCode() != 302 || !query.startsWith(issuer + "/authorize?")) {
      return false;
    }
    String code = person + "." + parameter(query, "nonce") + "." + parameter(query, "code_challenge");
    HttpResponse<Void> back = get("/api/auth/sso/callback?code=" + code + "&state=" + parameter(query, "state")
        + "&iss=" + issuer, cookies(away));
    return back.statusCode() / 100 == 3 && cookies(back).contains(SESSION + "=");
  }

  private HttpResponse<Void> get(String path, String cookies) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(latchkey.resolve(path)).timeout(Duration.ofSeconds(30));
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookies);
    }
    return http.send(request.build(), BodyHandlers.discarding());
  }

  private static String cookies(HttpResponse<?> response) {
    return String.join("; ", response.headers().allValues("Set-Cookie").stream()
        .map(cookie -> cookie.split(";", 2)[0]).toList());
  }

  private static String parameter(String address, String name) {
    for (String pair : URI.create(address).getRawQuery().split("&")) {
      if (pair.startsWith(name + "=")) {
        return pair.substring(name.length() + 1);
      }
    }
    return "";
  }
}
