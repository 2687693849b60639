package dev.latchkey.application.memory;

import dev.latchkey.application.domainclaim.DomainOwnership;
import dev.latchkey.domain.domainclaim.TxtAnswer;
import dev.latchkey.domain.domainclaim.TxtRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A DNS in memory, which can also fail, and counts what it is asked. */
public final class FakeDns implements DomainOwnership {
  private final Map<String, List<String>> texts = new ConcurrentHashMap<>();
  private final List<String> questions = new ArrayList<>();
  private boolean down;
  private Runnable meanwhile = () -> {};

  public void publish(TxtRecord record) {
    publish(record.name(), record.value());
  }

  public void publish(String name, String... values) {
    texts.put(name, List.of(values));
  }

  public void withdraw(String name) {
    texts.remove(name);
  }

  public void setDown(boolean isDown) {
    down = isDown;
  }

  /** What happens elsewhere while the next question is on its way. */
  public void meanwhile(Runnable event) {
    meanwhile = event;
  }

  public List<String> questions() {
    return List.copyOf(questions);
  }

  @Override
  public TxtAnswer textsAt(String name) {
    questions.add(name);
    Runnable event = meanwhile;
    meanwhile = () -> {};
    event.run();
    return down ? new TxtAnswer.None("no answer in time") : new TxtAnswer.Records(texts.getOrDefault(name, List.of()));
  }
}
