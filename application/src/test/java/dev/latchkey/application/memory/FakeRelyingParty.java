package dev.latchkey.application.memory;

import dev.latchkey.application.sso.RelyingParty;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.sso.CallbackAnswer;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.Handshake;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.OidcIdentity;
import dev.latchkey.domain.sso.ProviderTokens;
import dev.latchkey.domain.sso.SsoFault;
import dev.latchkey.domain.sso.SsoProblem;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** An identity provider that is asked nothing over the network: it says what a test tells it to. */
public final class FakeRelyingParty implements RelyingParty {
  public static final String ISSUER = "https://login.acme.example";
  private static final URI SIGN_OUT = URI.create(ISSUER + "/logout");

  private OidcIdentity person = person("1", "bob@acme.example", true);
  private Optional<SsoProblem> trouble = Optional.empty();
  private Runnable meanwhile = () -> {};
  private Optional<Instant> signedInAt = Optional.empty();
  private boolean grantsRefresh = true;
  private boolean offersSignOut = true;
  private final Set<String> gone = new HashSet<>();
  private Optional<AuthorizationWish> lastWish = Optional.empty();
  private Optional<Handshake> lastHandshake = Optional.empty();
  private int issued;
  private int refreshes;
  private int examinations;

  /** Somebody of this provider. */
  public static OidcIdentity person(String subject, String email, boolean verified) {
    return new OidcIdentity(new FederatedSubject(ISSUER, subject), Optional.of(new EmailAddress(email)), verified,
        Optional.of(new PersonName("Bob Builder")), Optional.empty(), Optional.empty());
  }

  /** From now on this is who signs in there. */
  public void knows(OidcIdentity somebody) {
    person = somebody;
  }

  /** When whoever comes has shown who they are there; empty if it does not say so, as at first. */
  public void saysSignedIn(Optional<Instant> at) {
    signedInAt = at;
  }

  /** From now on nothing goes well; empty for everything again. */
  public void fails(Optional<SsoProblem> problem) {
    trouble = problem;
  }

  /** Something that happens while the provider is asked. */
  public void meanwhile(Runnable event) {
    meanwhile = event;
  }

  public void grantsRefresh(boolean granted) {
    grantsRefresh = granted;
  }

  public void offersSignOut(boolean offered) {
    offersSignOut = offered;
  }

  /** How often it was looked at. */
  public int examinations() {
    return examinations;
  }

  /** Everybody who has signed in so far is gone at the provider. */
  public void forgetsEverybody() {
    for (int i = 1; i <= issued; i++) {
      gone.add("refresh-" + i);
    }
  }

  /** How often it was asked whether somebody is still there. */
  public int refreshes() {
    return refreshes;
  }

  public AuthorizationWish lastWish() {
    return lastWish.orElseThrow();
  }

  public Handshake lastHandshake() {
    return lastHandshake.orElseThrow();
  }

  private Optional<SsoProblem> troubleFor(OidcClient client) {
    return client.secret().isPresent()
        ? trouble
        : Optional.of(new SsoProblem(SsoFault.SECRET_UNREADABLE, "without a secret"));
  }

  @Override
  public Authorization authorize(OidcClient client, Handshake handshake, AuthorizationWish wish) {
    lastWish = Optional.of(wish);
    lastHandshake = Optional.of(handshake);
    return troubleFor(client).<Authorization>map(Authorization.Impossible::new)
        .orElseGet(() -> new Authorization.At(URI.create(ISSUER + "/authorize?state=" + wish.state())));
  }

  @Override
  public Redemption redeem(OidcClient client, Handshake handshake, CallbackAnswer answer) {
    meanwhile.run();
    if (troubleFor(client).isPresent()) {
      return new Redemption.Refused(troubleFor(client).get());
    }
    if (answer.code().isEmpty()) {
      return new Redemption.Refused(new SsoProblem(SsoFault.CODE_MISSING, "neither code nor error"));
    }
    issued++;
    return new Redemption.Identified(person, new ProviderTokens("id-token-" + issued,
        grantsRefresh ? Optional.of("refresh-" + issued) : Optional.empty()), signedInAt);
  }

  @Override
  public Renewal refresh(OidcClient client, String refreshToken) {
    refreshes++;
    meanwhile.run();
    if (troubleFor(client).isPresent()) {
      return new Renewal.Unclear(troubleFor(client).get());
    }
    return gone.contains(refreshToken)
        ? new Renewal.Gone(new SsoProblem(SsoFault.REFUSED_BY_PROVIDER, "invalid_grant"))
        : new Renewal.StillThere(Optional.empty());
  }

  @Override
  public Optional<URI> signOut(OidcClient client, String idToken, URI returnTo) {
    return offersSignOut
        ? Optional.of(URI.create(SIGN_OUT + "?id_token_hint=" + idToken + "&post_logout_redirect_uri=" + returnTo))
        : Optional.empty();
  }

  @Override
  public Examination examine(OidcClient client) {
    examinations++;
    return new Examination(troubleFor(client).stream().toList(), true, true, offersSignOut);
  }
}
