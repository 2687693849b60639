package dev.latchkey.adapter.web.page.view;

/** On which journey a code from a mail is entered: what it is called there, and where one can start again. */
public enum CodeJourney {
  SIGN_UP("/sign-up"), EMAIL_CHANGE("/account/email");

  private final String start;

  CodeJourney(String start) {
    this.start = start;
  }

  /** The page on which it begins. */
  public String start() {
    return start;
  }
}
