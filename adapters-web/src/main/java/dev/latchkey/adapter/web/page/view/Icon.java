package dev.latchkey.adapter.web.page.view;

/** The Bootstrap Icons we use, by their names there; {@code components/icon.jte} draws them. */
public enum Icon {
  ARROW_LEFT, BOX_ARROW_RIGHT, BOX_ARROW_UP_RIGHT, BUILDINGS, CHECK_CIRCLE, CLOCK_HISTORY, CODE_SLASH, COPY, //
  DOWNLOAD, ENVELOPE, //
  EXCLAMATION_CIRCLE, EXCLAMATION_TRIANGLE, EYE, EYE_SLASH, FINGERPRINT, GLOBE, GOOGLE, HOUSE, INBOX, INFO_CIRCLE, KEY, //
  LAPTOP, LIST, MICROSOFT, PEOPLE, PERSON, //
  SHIELD_LOCK, X_LG
}
