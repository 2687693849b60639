package dev.latchkey.adapter.web.domainclaim;

import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.domainclaim.DomainSettings;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is sent to change what follows from a domain. */
record DomainSettingsBody(@Nullable String autoJoin, @Nullable Boolean ssoRedirect) {

  /** @throws dev.latchkey.adapter.web.answer.Refused with everything that is wrong with it */
  DomainSettings settings() {
    Fields fields = new Fields();
    Optional<AutoJoin> join = fields.required("autoJoin", autoJoin, DomainSettingsBody::parse);
    Optional<Boolean> redirect = fields.required("ssoRedirect", ssoRedirect == null ? null : ssoRedirect.toString(),
        Boolean::valueOf);
    fields.check();
    return new DomainSettings(join.orElseThrow(), redirect.orElseThrow());
  }

  /** @throws InvalidValue if it is none of the three */
  static AutoJoin parse(String word) {
    return Arrays.stream(AutoJoin.values()).filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word)).findFirst()
        .orElseThrow(() -> new InvalidValue("autoJoin", "UNKNOWN", "Please use off, automatic or approval."));
  }
}
