package dev.latchkey.adapter.web.member;

import dev.latchkey.domain.organization.MemberFilter;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Which members a query asks for. A parameter that is left empty, as forms do, is as good as absent. */
final class MemberQuery {
  private MemberQuery() {}

  /** @throws dev.latchkey.domain.InvalidValue if a parameter is none of the words that it may be */
  static MemberFilter parse(HttpServletRequest request) {
    return new MemberFilter(chosen(request, "status", MembershipStatus.class), chosen(request, "role", Role.class),
        chosen(request, "source", MembershipSource.class), given(request, "text").orElse(""), false);
  }

  static Optional<String> given(HttpServletRequest request, String parameter) {
    return Optional.ofNullable(request.getParameter(parameter)).filter(text -> !text.isBlank());
  }

  private static <E extends Enum<E>> Optional<E> chosen(HttpServletRequest request, String parameter, Class<E> type) {
    return given(request, parameter).map(Words.parser(parameter, type));
  }
}
