package dev.latchkey.domain;

/** A value from outside that breaks a rule of the domain. The message is safe to show to the person who sent it. */
public final class InvalidValue extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String code;

  /**
   * @param field name of the input field as the sender knows it, such as {@code email}
   * @param code stable upper-case reason, such as {@code TOO_LONG}
   * @param message one sentence that says what is wrong and what would be right
   */
  public InvalidValue(String field, String code, String message) {
    super(message);
    this.field = field;
    this.code = code;
  }

  public String field() {
    return field;
  }

  public String code() {
    return code;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
