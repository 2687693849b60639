package dev.latchkey.server.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * An identity provider that does no more than it takes to sign somebody in, in a process of its own, so that its CPU time
 * isn't ours. Who signs in says so: a code is {@code person.nonce.challenge}, made by whoever drives the measurement in
 * place of a page where people sign in. The code verifier is checked.
 */
public final class BareProvider {
  static final String CLIENT = "latchkey";
  static final String SECRET = "a secret as long as a real one";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final String issuer;
  private final KeyPair keys;

  private BareProvider(String issuer, KeyPair keys) {
    this.issuer = issuer;
    this.keys = keys;
  }

  /** @param args the port */
  public static void main(String[] args) throws IOException, GeneralSecurityException, InterruptedException {
    // A benchmark that is killed can't stop it any more.
    var unused =
        ProcessHandle.current().parent().orElseThrow().onExit().thenRun(() -> Runtime.getRuntime().halt(0));
    int port = Integer.parseInt(args[0]);
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    BareProvider provider = new BareProvider("http://127.0.0.1:" + port, generator.generateKeyPair());
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, provider.metadata()));
    server.createContext("/keys", exchange -> answer(exchange, provider.keySet()));
    server.createContext("/token", provider::token);
    server.createContext("/userinfo", exchange -> answer(exchange,
        person(exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length()))));
    server.start();
    new CountDownLatch(1).await();
  }

  private String metadata() {
    return """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
         "userinfo_endpoint":"%1$s/userinfo","jwks_uri":"%1$s/keys","response_types_supported":["code"],
         "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"],
         "code_challenge_methods_supported":["S256"],"token_endpoint_auth_methods_supported":["client_secret_basic"],
         "authorization_response_iss_parameter_supported":true}""".formatted(issuer);
  }

  private String keySet() {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    byte[] modulus = key.getModulus().toByteArray();
    return """
        {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"1","n":"%s","e":"AQAB"}]}"""
        // Without the sign's byte in front.
        .formatted(BASE64.encodeToString(Arrays.copyOfRange(modulus, modulus.length - 256, modulus.length)));
  }

  private void token(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
    String[] code = parameter(form, "code").split("\\.", 3);
    try {
      byte[] challenge = MessageDigest.getInstance("SHA-256")
          .digest(parameter(form, "code_verifier").getBytes(StandardCharsets.US_ASCII));
      if (!BASE64.encodeToString(challenge).equals(code[2])) {
        throw new IOException("wrong verifier");
      }
      answer(exchange, """
          {"access_token":"%s","token_type":"Bearer","expires_in":300,"id_token":"%s"}"""
          .formatted(code[0], idToken(code[0], code[1])));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private String idToken(String person, String nonce) throws GeneralSecurityException {
    long now = Instant.now().getEpochSecond();
    String claims = person(person).replaceFirst("}$", """
        ,"iss":"%s","aud":"%s","iat":%d,"exp":%d,"nonce":"%s"}""".formatted(issuer, CLIENT, now, now + 300, nonce));
    String signed = encoded("{\"alg\":\"RS256\",\"kid\":\"1\"}") + "." + encoded(claims);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + BASE64.encodeToString(signature.sign());
  }

  private static String person(String number) {
    return """
        {"sub":"%1$s","email":"%2$s","email_verified":true,"name":"Person %1$s"}"""
        .formatted(number, Population.email(Integer.parseInt(number)));
  }

  /** Nothing of what we are sent has to be decoded. */
  private static String parameter(String form, String name) {
    for (String pair : form.split("&")) {
      if (pair.startsWith(name + "=")) {
        return pair.substring(name.length() + 1);
      }
    }
    return "";
  }

  private static String encoded(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    try (exchange) {
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
