package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every secret that is used once, whichever journey it belongs to. All refusals are one answer. */
@ExtendWith(TwoNodes.Extension.class)
class OneTimeSecretsIT {
  private static final int MANY = 16;

  private final TwoNodes nodes;

  OneTimeSecretsIT(TwoNodes nodes) {
    this.nodes = nodes;
  }

  static Stream<OneTimeJourney> journeys() {
    return OneTimeJourney.ALL.stream();
  }

  static Stream<OneTimeJourney> journeysOfOrganizations() {
    return OneTimeJourney.OF_ORGANIZATIONS.stream();
  }

  @ParameterizedTest
  @MethodSource("journeys")
  void works_once_and_never_again(OneTimeJourney journey) {
    Issued issued = journey.start().apply(nodes);
    assertTaken(journey.presentAt(issued, nodes.second()));
    assertRefused(journey.present(issued));
    assertRefused(journey.presentAt(issued, nodes.second()));
    assertThat(issued.state()).isEqualTo("TAKEN");
  }

  @ParameterizedTest
  @MethodSource("journeys")
  void of_sixteen_at_once_on_two_nodes_one_succeeds(OneTimeJourney journey) {
    Issued issued = journey.start().apply(nodes);
    List<ApiClient.Answer> answers = Together.run(MANY, i -> () -> journey.presentAt(issued, nodes.node(i)));
    assertThat(answers).filteredOn(OneTimeSecretsIT::isTaken).hasSize(1);
    assertThat(answers).filteredOn(answer -> !isTaken(answer)).hasSize(MANY - 1)
        .allSatisfy(OneTimeSecretsIT::assertRefused);
  }

  @ParameterizedTest
  @MethodSource("journeys")
  void expires_and_stays_expired_when_clocks_are_set_back(OneTimeJourney journey) {
    Issued issued = journey.start().apply(nodes);
    age(issued, "-8 days");
    assertRefused(journey.present(issued));
    // To a clock that is set back by as much the same row looks like this.
    age(issued, "8 days");
    assertRefused(journey.present(issued));
    assertRefused(journey.presentAt(issued, nodes.second()));
    assertThat(issued.state()).isEqualTo("EXPIRED");
  }

  @ParameterizedTest
  @MethodSource("journeys")
  void expires_by_the_newest_time_that_any_node_has_stored(OneTimeJourney journey) {
    Issued issued = journey.start().apply(nodes);
    Issued newest = journey.start().apply(nodes);
    // As if a node whose clock is right had issued this one, and all others were a week late.
    age(newest, "8 days");
    try {
      assertRefused(journey.present(issued));
    } finally {
      nodes.database().change("DELETE FROM one_time_secret WHERE id = ?", newest.id());
    }
    assertRefused(journey.present(issued));
  }

  @ParameterizedTest
  @MethodSource("journeys")
  void is_good_for_no_other_purpose(OneTimeJourney journey) {
    for (OneTimeJourney other : OneTimeJourney.ALL) {
      if (!other.sharesItsDoorWith(journey)) {
        Issued issued = journey.start().apply(nodes);
        ApiClient.Answer answer = other.present(issued);
        assertThat(answer.status()).as(other + " with a " + journey + ": " + answer.body()).isEqualTo(400);
        assertThat(answer.code()).isIn("CODE_INVALID", "VALIDATION_FAILED");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("journeys")
  void is_good_for_no_other_person(OneTimeJourney journey) {
    Issued mine = journey.start().apply(nodes);
    Issued theirs = journey.start().apply(nodes);
    assertRefused(journey.present(mine.with(theirs.secret())));
    assertTaken(journey.present(theirs));
    assertTaken(journey.present(mine));
  }

  @ParameterizedTest
  @MethodSource("journeys")
  void is_void_once_a_newer_one_was_mailed_unless_strangers_can_have_one_mailed(OneTimeJourney journey) {
    Issued older = journey.start().apply(nodes);
    Issued newer = older.again().get();
    if (journey.newestWins()) {
      assertRefused(journey.present(older));
      assertTaken(journey.present(newer));
    } else {
      assertTaken(journey.present(older));
    }
  }

  @ParameterizedTest
  @MethodSource("journeysOfOrganizations")
  void is_nothing_to_another_organization(OneTimeJourney journey) {
    Issued issued = journey.start().apply(nodes);
    Issued.Held held = issued.held().orElseThrow();
    Issued foreign = journey.start().apply(nodes);
    Person stranger = nodes.someone();
    for (String organization : List.of(held.organization(), stranger.organization())) {
      String path = held.pathIn(organization);
      Envelope.assertRefused(stranger.browser().post(path + held.resend()), 404, "NOT_FOUND");
      Envelope.assertRefused(stranger.browser().delete(path), 404, "NOT_FOUND");
    }
    // One organization's secret with what another one has on record.
    assertRefused(journey.present(issued.with(foreign.secret())));
    assertRefused(journey.present(foreign.with(issued.secret())));
    assertTaken(journey.present(issued));
    assertThat(nodes.database().text("SELECT string_agg(organization_id, ' ') FROM membership m "
        + "JOIN user_account u ON u.id = m.user_id WHERE u.email = ?", issued.email())).isEqualTo(held.organization());
  }

  @ParameterizedTest
  @MethodSource("journeys")
  void wrong_ones_void_it_soon(OneTimeJourney journey) {
    Issued issued = journey.start().apply(nodes);
    String wrong = journey.start().apply(nodes).secret();
    List<ApiClient.Answer> answers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      answers.add(journey.presentAt(issued.with(wrong), nodes.node(i)));
    }
    assertThat(answers).allSatisfy(OneTimeSecretsIT::assertRefused);
    assertRefused(journey.present(issued));
    assertThat(issued.state()).isEqualTo("USED_UP");
  }

  private void age(Issued issued, String by) {
    nodes.database().change("UPDATE one_time_secret SET issued_at = issued_at + ?::interval, "
        + "expires_at = expires_at + ?::interval WHERE id = ?", by, by, issued.id());
  }

  private static void assertTaken(ApiClient.Answer answer) {
    assertThat(answer).as(answer.body()).matches(OneTimeSecretsIT::isTaken);
  }

  /** Some journeys go on with another secret that is mailed. */
  private static boolean isTaken(ApiClient.Answer answer) {
    return answer.status() == 200 || answer.status() == 202;
  }

  private static void assertRefused(ApiClient.Answer answer) {
    Envelope.assertRefused(answer, 400, "CODE_INVALID");
  }
}
