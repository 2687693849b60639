package dev.latchkey.adapter.idp.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.authenticator.Manner;
import dev.latchkey.application.authenticator.SoftAuthenticator;
import dev.latchkey.application.passkey.AssertionAnswer;
import dev.latchkey.application.passkey.PasskeyCeremonies.Assertion;
import dev.latchkey.application.passkey.PasskeyCeremonies.Registration;
import dev.latchkey.application.passkey.RegistrationAnswer;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.passkey.Octets;
import dev.latchkey.domain.passkey.Passkey;
import dev.latchkey.domain.passkey.PasskeyId;
import dev.latchkey.domain.passkey.PasskeyName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAuthnCeremoniesTest {
  private static final String ID = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
  private static final Manner HONEST = Manner.honest("https://sso.example.com", "sso.example.com");

  private final WebAuthnCeremonies ceremonies = new WebAuthnCeremonies("sso.example.com", "https://sso.example.com");
  private final SoftAuthenticator laptop = new SoftAuthenticator();
  private final LinkToken challenge = LinkToken.random(new SecretId(ID), new Random(1));
  private final LinkToken other = LinkToken.random(new SecretId(ID), new Random(2));

  @Test
  void finds_our_own_challenge_in_an_answer_and_no_other() {
    assertThat(ceremonies.challengeOf(laptop.sign(written(challenge), HONEST).clientData())).contains(challenge);
    assertThat(ceremonies.challengeOf(laptop.sign("c29tZXRoaW5nIGVsc2U", HONEST).clientData())).isEmpty();
    for (String rubbish : new String[]{"", "{", "[]", "{\"challenge\":7}", "{\"type\":\"webauthn.get\"}"}) {
      assertThat(ceremonies.challengeOf(Octets.of(rubbish.getBytes(StandardCharsets.UTF_8)))).as(rubbish).isEmpty();
    }
  }

  @Test
  void takes_a_new_passkey_for_what_it_says() {
    Registration.Believed believed = (Registration.Believed) register(HONEST.counting(7));
    assertThat(believed.credential()).isEqualTo(laptop.credential());
    assertThat(believed.signatureCount()).isEqualTo(7);
    assertThat(believed.userVerified()).isTrue();
    assertThat(register(HONEST.unverified())).isInstanceOfSatisfying(Registration.Believed.class,
        unverified -> assertThat(unverified.userVerified()).isFalse());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "http://sso.example.com", "https://sso.example.com:8443",
    "https://deep.sso.example.com", "https://sso.example.com.evil.example", ""})
  void refuses_answers_from_pages_of_others(String origin) {
    assertThat(register(HONEST.at(origin))).isInstanceOf(Registration.Refused.class);
    assertThat(verify(registered(), laptop.sign(written(challenge), HONEST.at(origin))))
        .isInstanceOf(Assertion.Refused.class);
  }

  @Test
  void refuses_passkeys_for_another_domain() {
    assertThat(register(HONEST.forDomain("example.com"))).isInstanceOf(Registration.Refused.class);
    assertThat(verify(registered(), laptop.sign(written(challenge), HONEST.forDomain("example.com"))))
        .isInstanceOf(Assertion.Refused.class);
  }

  @Test
  void refuses_answers_to_another_challenge() {
    assertThat(ceremonies.register(challenge, laptop.register(written(other), HONEST)))
        .isInstanceOf(Registration.Refused.class);
    assertThat(verify(registered(), laptop.sign(written(other), HONEST))).isInstanceOf(Assertion.Refused.class);
  }

  @Test
  void refuses_what_was_made_for_the_other_ceremony() {
    assertThat(verify(registered(), laptop.sign("webauthn.create", written(challenge), HONEST)))
        .isInstanceOf(Assertion.Refused.class);
    RegistrationAnswer made = laptop.register(written(challenge), HONEST);
    RegistrationAnswer swapped = new RegistrationAnswer(made.credential(),
        laptop.sign(written(challenge), HONEST).clientData(), made.attestation());
    assertThat(ceremonies.register(challenge, swapped)).isInstanceOf(Registration.Refused.class);
  }

  @Test
  void refuses_answers_that_nobody_touched_the_authenticator_for() {
    assertThat(register(HONEST.untouched())).isInstanceOf(Registration.Refused.class);
    assertThat(verify(registered(), laptop.sign(written(challenge), HONEST.untouched())))
        .isInstanceOf(Assertion.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"android-safetynet", "tpm", "fido-u2f", "apple", "something"})
  void refuses_attestations_that_were_not_asked_for(String format) {
    assertThat(register(HONEST.attesting(format))).isInstanceOf(Registration.Refused.class);
  }

  @Test
  void believes_a_signature_and_tells_counter_and_verification() {
    Passkey passkey = registered();
    assertThat(verify(passkey, laptop.sign(written(challenge), HONEST.counting(9))))
        .isEqualTo(new Assertion.Believed(9, true));
    assertThat(verify(passkey, laptop.sign(written(challenge), HONEST.unverified().counting(0))))
        .isEqualTo(new Assertion.Believed(0, false));
  }

  @Test
  void refuses_signatures_of_another_key_or_over_something_else() {
    Passkey passkey = registered();
    AssertionAnswer good = laptop.sign(written(challenge), HONEST);
    AssertionAnswer foreign = new SoftAuthenticator().sign(written(challenge), HONEST);
    AssertionAnswer unverified = laptop.sign(written(challenge), HONEST.unverified());
    assertThat(verify(passkey, new AssertionAnswer(good.credential(), good.clientData(), good.authenticatorData(),
        foreign.signature(), Optional.empty()))).isInstanceOf(Assertion.Refused.class);
    assertThat(verify(passkey, new AssertionAnswer(good.credential(), good.clientData(), good.authenticatorData(),
        unverified.signature(), Optional.empty()))).isInstanceOf(Assertion.Refused.class);
    assertThat(verify(passkey, foreign)).isInstanceOf(Assertion.Refused.class);
    for (Octets broken : new Octets[]{new Octets(""), new Octets("AQID"), good.clientData()}) {
      assertThat(verify(passkey, new AssertionAnswer(good.credential(), good.clientData(), good.authenticatorData(),
          broken, Optional.empty()))).isInstanceOf(Assertion.Refused.class);
      assertThat(verify(passkey, new AssertionAnswer(good.credential(), good.clientData(), broken, good.signature(),
          Optional.empty()))).isInstanceOf(Assertion.Refused.class);
      assertThat(ceremonies.register(challenge, new RegistrationAnswer(good.credential(), good.clientData(), broken)))
          .isInstanceOf(Registration.Refused.class);
    }
  }

  @Test
  void takes_no_passkey_for_that_of_somebody_else() {
    Passkey passkey = registered();
    AssertionAnswer good = laptop.sign(written(challenge), HONEST);
    assertThat(verify(passkey, naming(good, passkey.user().value()))).isInstanceOf(Assertion.Believed.class);
    assertThat(verify(passkey, naming(good, "01ARZ3NDEKTSV4RRFFQ69G5FAW"))).isInstanceOf(Assertion.Refused.class);
  }

  private static AssertionAnswer naming(AssertionAnswer answer, String user) {
    return new AssertionAnswer(answer.credential(), answer.clientData(), answer.authenticatorData(),
        answer.signature(), Optional.of(Octets.of(user.getBytes(StandardCharsets.US_ASCII))));
  }

  private Registration register(Manner manner) {
    return ceremonies.register(challenge, laptop.register(written(challenge), manner));
  }

  private Assertion verify(Passkey passkey, AssertionAnswer answer) {
    return ceremonies.verify(challenge, passkey, answer);
  }

  private Passkey registered() {
    Registration.Believed believed = (Registration.Believed) register(HONEST);
    return new Passkey(new PasskeyId(ID), new UserId(ID), believed.credential(), believed.publicKey(), true, 0,
        new PasskeyName("Laptop"), Instant.parse("2026-03-01T12:00:00Z"), Optional.empty());
  }

  /** As it stands in the options. */
  private static String written(LinkToken token) {
    return Octets.of(token.value().getBytes(StandardCharsets.US_ASCII)).base64Url();
  }
}
