package dev.latchkey.adapter.web.page.view;

/** A short confirmation of what has just happened, such as "You are signed out". */
public record Toast(Tone tone, String text) {}
