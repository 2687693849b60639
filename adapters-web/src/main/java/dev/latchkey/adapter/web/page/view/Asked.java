package dev.latchkey.adapter.web.page.view;

import dev.latchkey.domain.organization.Role;

/** Who asks whom into which organization and as what, as the pages behind an invitation's link tell it. */
public record Asked(String organization, String inviter, Role role, String email) {}
