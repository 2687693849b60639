package dev.latchkey.adapter.web.answer;

/** Names what a mailed code belongs to; worth nothing without the code. */
public record Challenge(String challengeId) {}
