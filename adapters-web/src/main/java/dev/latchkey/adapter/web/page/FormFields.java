package dev.latchkey.adapter.web.page;

import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.text.Messages;
import java.util.List;

/** The fields of a form that comes back: what was typed, and what is wrong with it in the reader's words. */
public final class FormFields {
  private final SubmittedForm form;
  private final List<FieldError> errors;
  private final Messages messages;

  public FormFields(SubmittedForm form, List<FieldError> errors, Messages messages) {
    this.form = form;
    this.errors = errors;
    this.messages = messages;
  }

  public Field field(String name) {
    String typed = form.typed(name);
    return errors.stream().filter(error -> error.field().equals(name)).findFirst()
        .map(error -> Field.wrong(typed, messages.problem(name, error.code(), error.message())))
        .orElseGet(() -> Field.of(typed));
  }

  /** A field whose content is a secret: it has to be typed again. */
  public Field secret(String name) {
    return field(name).withoutValue();
  }
}
