package dev.latchkey.adapter.web.domainclaim;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.application.domainclaim.AddDomain;
import dev.latchkey.domain.domainclaim.DomainClaim;
import dev.latchkey.domain.domainclaim.DomainFinding;
import dev.latchkey.domain.domainclaim.PublicKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** How it is told to programs that something about a domain can't be done. */
final class DomainRefusals {
  static final Refusal TAKEN = Refusal.of(Code.DOMAIN_TAKEN, "Another organization has this domain verified.");
  static final Refusal EXPIRED = Refusal.of(Code.CONFLICT,
      "This claim is too old to be verified. Please add the domain again to get a new value.");
  static final Refusal NOT_VERIFIED = Refusal.of(Code.DOMAIN_NOT_VERIFIED,
      "Nothing follows from a domain that isn't verified.");
  static final Refusal SSO_ENFORCED = Refusal.of(Code.SSO_ENFORCED,
      "Members have to use single sign-on, so the last verified domain stays.");
  static final Refusal LAST_OWNER = Refusal.of(Code.LAST_OWNER,
      "No owner would be left who can sign in. Please see that another owner signs in through the identity provider"
          + " first.");
  static final Refusal ALREADY_CLAIMED = Refusal.of(Code.CONFLICT, "The organization has this domain in its list.");
  static final Refusal TOO_MANY = Refusal.of(Code.CONFLICT,
      "The organization has " + AddDomain.MOST_PER_ORGANIZATION + " domains already.");
  private static final Duration TRY_AGAIN = Duration.ofMinutes(1);

  private DomainRefusals() {}

  static Refusal of(PublicKind kind) {
    String message = switch (kind) {
      case PUBLIC_SUFFIX -> "Everybody can register names below this, so it is no organization's own.";
      case PUBLIC_MAIL_DOMAIN -> "Everybody can have an address there, so it is no organization's own.";
    };
    Code code = switch (kind) {
      case PUBLIC_SUFFIX -> Code.PUBLIC_SUFFIX;
      case PUBLIC_MAIL_DOMAIN -> Code.PUBLIC_MAIL_DOMAIN;
    };
    return Refusal.of(code, message).with(List.of(FieldError.of("domain", kind.name(), message)));
  }

  /** What was looked for, and what is there instead. */
  static Refusal notFound(DomainClaim claim, DomainFinding.Missed missed) {
    String name = claim.txtRecord().name();
    String seen = missed.seen().stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(", "));
    String message = switch (missed.kind()) {
      case NO_RECORD -> name + " has no TXT record.";
      case OTHER_VALUE -> name + " has other TXT records: " + seen + ".";
      case OTHER_CLAIM ->
        name + " has a value of another claim, an earlier one or another organization's: " + seen + ".";
    };
    return Refusal.of(Code.DOMAIN_NOT_VERIFIED, "The TXT record isn't there; errors says what is.")
        .with(List.of(FieldError.of("txtRecord", missed.kind().name(), message)));
  }

  static Refusal unclear(DomainClaim claim, String why) {
    return Refusal.of(Code.UNAVAILABLE, "The DNS gave no answer about " + claim.txtRecord().name() + ": " + why
        + ". Nothing has changed; please try again in a minute.").retryAfter(TRY_AGAIN);
  }
}
