package dev.latchkey.adapter.web.signin;

/** Names what a mailed code belongs to; worth nothing without the code. */
record Challenge(String challengeId) {}
