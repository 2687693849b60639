package dev.latchkey.adapter.web.audit;

import dev.latchkey.adapter.web.page.view.AuditFilterView;
import dev.latchkey.adapter.web.page.view.AuditView;
import dev.latchkey.adapter.web.session.Device;
import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.application.history.AuditHistory;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditConcern;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.policy.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Puts facts into the reader's words. What nobody has written a sentence for yet is told by its name. */
final class AuditLines {
  /** What a sentence can be about, the first that there is. */
  private static final List<String> SUBJECTS = List.of("domain", "to", "name", "email", "mailedTo");
  private final Messages messages;

  AuditLines(Messages messages) {
    this.messages = messages;
  }

  /** The actions that can be looked for, as people call them. */
  static List<AuditFilterView.Choice> actions(Messages messages) {
    return Arrays.stream(AuditAction.values()).filter(action -> messages.has("audit.action." + action.name()))
        .map(action -> new AuditFilterView.Choice(action.name(), messages.text("audit.action." + action.name())))
        .toList();
  }

  AuditView.Line of(AuditHistory.Recorded recorded) {
    AuditEvent event = recorded.event();
    return new AuditView.Line(event.at(), event.outcome() == AuditOutcome.REFUSED, sentence(recorded),
        recorded.who().map(who -> who.email().value()).orElse(null), event.origin().address(),
        Device.inWords(messages, event.origin().device()), event.origin().requestId(),
        event.chain().stream().map(this::step).toList(), new TreeMap<>(event.details()));
  }

  private String sentence(AuditHistory.Recorded recorded) {
    AuditEvent event = recorded.event();
    Map<String, String> details = event.details();
    String subject = SUBJECTS.stream().flatMap(name -> Stream.ofNullable(details.get(name))).findFirst().orElse("");
    String actor = recorded.who().map(who -> who.name().value()).orElseGet(() -> withoutName(event));
    String key = "audit." + event.action().name() + "." + event.outcome().name();
    return messages.has(key)
        ? messages.text(key, actor, subject)
        : messages.text("audit.other." + event.outcome().name(), actor, words(event.action().name()));
  }

  /** In facts about getting in, the address is that of whoever did it; elsewhere it is somebody else's. */
  private String withoutName(AuditEvent event) {
    String unknown = messages.text(event.actor().isPresent() ? "audit.former" : "audit.somebody");
    return event.actor().isEmpty() || AuditConcern.isAboutGettingIn(event.action())
        ? event.details().getOrDefault("email", unknown)
        : unknown;
  }

  AuditView.Step step(Reason reason) {
    String key = "rule." + reason.rule();
    return new AuditView.Step(messages.has(key) ? messages.text(key) : words(reason.rule()), reason.result(),
        reason.detail());
  }

  private static String words(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
  }
}
