package dev.latchkey.adapter.web.invitation;

import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.organization.Role;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom to invite and as what, as a route or a page was sent it. */
record InvitationInput(EmailAddress email, Role role) {

  /** @return what was sent; absent if something about it is wrong, which has been noted then */
  static Optional<InvitationInput> parse(Fields fields, @Nullable String email, @Nullable String role) {
    Optional<EmailAddress> address = fields.required("email", email, EmailAddress::parse);
    Optional<Role> wanted = fields.required("role", role, InvitationInput::role);
    return address.flatMap(it -> wanted.map(as -> new InvitationInput(it, as)));
  }

  /** @throws Refused if anything about it is wrong, with all that is */
  static InvitationInput require(@Nullable String email, @Nullable String role) {
    Fields fields = new Fields();
    Optional<InvitationInput> input = parse(fields, email, role);
    fields.check();
    return input.orElseThrow();
  }

  /** The token of a link, if it is one of ours. */
  static Optional<LinkToken> token(String text) {
    try {
      return Optional.of(LinkToken.parse(text));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }

  private static Role role(String word) {
    return Arrays.stream(Role.values()).filter(role -> InvitationData.word(role).equals(word)).findFirst()
        .orElseThrow(() -> new InvalidValue("role", "UNKNOWN", "Please choose among: owner, admin, agent."));
  }
}
