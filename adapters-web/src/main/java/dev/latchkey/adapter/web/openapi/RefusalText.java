package dev.latchkey.adapter.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.adapter.web.answer.Code;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An example of a refusal.
 *
 * @param redirect where the missing step is done
 * @param errors what is wrong with which field
 */
record RefusalText(String message, @Nullable String redirect, @Nullable JsonNode errors) {

  RefusalText saying(String other) {
    return new RefusalText(other, redirect, errors);
  }

  /** What a route may be refused with because of where it stands and who may call it, before its own rules are asked. */
  static Set<Code> usualFor(ApiRoute route) {
    Set<Code> usual = EnumSet.of(Code.BAD_REQUEST, Code.NOT_ACCEPTABLE, Code.INTERNAL_ERROR, Code.UNAVAILABLE);
    if (route.isUnsafe()) {
      usual.addAll(Set.of(Code.CROSS_SITE, Code.TOO_LARGE));
    }
    if (route.body().isPresent()) {
      usual.addAll(Set.of(Code.VALIDATION_FAILED, Code.UNSUPPORTED_MEDIA_TYPE));
    }
    if (!route.queryParameters().isEmpty()) {
      usual.add(Code.VALIDATION_FAILED);
    }
    if (route.isEntry()) {
      usual.add(Code.TOO_MANY_REQUESTS);
    }
    if (route.takesKey()) {
      // Too many wrong keys, and a key whose scopes don't reach.
      usual.addAll(Set.of(Code.TOO_MANY_REQUESTS, Code.FORBIDDEN));
    }
    if (!route.isPublic()) {
      usual.add(Code.UNAUTHENTICATED);
    }
    if (!route.isOpenBeforeSecondFactor()) {
      usual.add(Code.MFA_REQUIRED);
    }
    if (!route.pathParameters().isEmpty()) {
      usual.add(Code.NOT_FOUND);
    }
    if (route.isInOrganization()) {
      usual.addAll(Set.of(Code.MFA_REQUIRED, Code.MFA_ENROLMENT_REQUIRED, Code.SSO_REQUIRED,
          Code.REAUTHENTICATION_REQUIRED));
    }
    return usual;
  }
}
