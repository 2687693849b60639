package dev.latchkey.adapter.web.page.view;

/** The pictures we use, named by meaning; {@code components/icon.jte} draws them. */
public enum Icon {
  BACK, CLOSE, COPY, DONE, ENVELOPE, EXTERNAL, HIDE, HOME, INBOX, INFO, MENU, ORGANIZATION, PROBLEM, SHOW, SIGN_OUT, WAIT, WARNING
}
