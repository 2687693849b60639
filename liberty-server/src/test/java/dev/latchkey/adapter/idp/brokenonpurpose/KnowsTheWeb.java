package dev.latchkey.adapter.idp.brokenonpurpose;

import dev.latchkey.adapter.web.settings.WebSettings;

/** Knows another adapter. */
public record KnowsTheWeb(WebSettings settings) {}
