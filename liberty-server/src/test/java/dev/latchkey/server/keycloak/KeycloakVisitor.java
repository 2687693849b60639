package dev.latchkey.server.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person in front of Keycloak's sign-in page, without a browser. Keeps Keycloak's cookies. */
final class KeycloakVisitor {
  private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
      .followRedirects(HttpClient.Redirect.NEVER).build();
  private static final Pattern FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");

  private final Map<String, String> cookies = new TreeMap<>();

  /** Signs in where the address leads. @return with what Keycloak sends the browser back */
  Map<String, String> signIn(URI authorization, Employee employee) {
    HttpResponse<String> page = send(HttpRequest.newBuilder(authorization));
    Matcher form = FORM.matcher(page.body());
    if (!form.find()) {
      throw new IllegalStateException(page.statusCode() + " " + page.body());
    }
    HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString("username=" + employee.username() + "&password="
            + URLEncoder.encode(Employee.PASSWORD, StandardCharsets.UTF_8))));
    return query(answer);
  }

  /** Is known there still. @return with what Keycloak sends the browser back at once */
  Map<String, String> pass(URI authorization) {
    return query(send(HttpRequest.newBuilder(authorization)));
  }

  /** Goes where the address leads, which is back at once. */
  HttpResponse<String> follow(URI address) {
    return send(HttpRequest.newBuilder(address));
  }

  private static Map<String, String> query(HttpResponse<String> answer) {
    URI back = URI.create(answer.headers().firstValue("Location")
        .orElseThrow(() -> new IllegalStateException(answer.statusCode() + " " + answer.body())));
    return Pattern.compile("&").splitAsStream(back.getRawQuery()).map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue())
          .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      for (String cookie : response.headers().allValues("Set-Cookie")) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
      }
      return response;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
