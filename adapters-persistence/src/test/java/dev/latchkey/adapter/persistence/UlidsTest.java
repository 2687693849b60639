package dev.latchkey.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.contract.Together;
import dev.latchkey.domain.Ulid;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UlidsTest {
  private final Ulids ids = new Ulids();

  @Test
  void are_valid_and_sort_in_the_order_in_which_they_were_made() {
    List<String> made = Stream.generate(ids::next).limit(10_000).toList();
    assertThat(made).isSorted().doesNotHaveDuplicates().allMatch(id -> Ulid.require("id", id).equals(id));
  }

  @Test
  void are_never_given_out_twice() {
    List<String> made = Together.run(8, () -> Stream.generate(ids::next).limit(2_000).toList()).stream()
        .flatMap(List::stream).toList();
    assertThat(made).doesNotHaveDuplicates();
  }
}
