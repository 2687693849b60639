package dev.latchkey.adapter.idp.brokenonpurpose;

import dev.latchkey.adapter.web.settings.Cidr;

/** Knows another adapter. */
public record KnowsTheWeb(Cidr network) {}
