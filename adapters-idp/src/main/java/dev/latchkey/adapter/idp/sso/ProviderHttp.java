package dev.latchkey.adapter.idp.sso;

import dev.latchkey.application.network.OutboundHttp;
import dev.latchkey.application.network.OutboundHttp.Answer;
import dev.latchkey.application.network.OutboundHttp.Call;
import dev.latchkey.domain.sso.SsoFault;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Calls of a provider that are answered in JSON. */
final class ProviderHttp {
  private final OutboundHttp http;

  ProviderHttp(OutboundHttp http) {
    this.http = http;
  }

  /** What was answered: a status and, if it was one, a JSON object. */
  record Reply(URI from, int status, Optional<Json> json) {

    /** @throws Refusal if it is not a success with a JSON object */
    Json ofSuccess() throws Refusal {
      if (status != 200) {
        throw new Refusal(SsoFault.STATUS,
            ProviderWords.tame(from.toString()) + " answered with status " + status + ".");
      }
      return json.orElseThrow(
          () -> new Refusal(SsoFault.NOT_JSON,
              ProviderWords.tame(from.toString()) + " answered with something that is no usable JSON object."));
    }
  }

  Json get(URI uri, Deadline deadline) throws Refusal {
    return reply(Call.get(uri, deadline.remaining())).ofSuccess();
  }

  Reply get(URI uri, String bearer, Deadline deadline) throws Refusal {
    return reply(new Call(uri, Map.of("Accept", "application/json", "Authorization", "Bearer " + bearer),
        Optional.empty(), deadline.remaining()));
  }

  Reply post(URI uri, Map<String, String> headers, String form, Deadline deadline) throws Refusal {
    return reply(new Call(uri, headers, Optional.of(form), deadline.remaining()));
  }

  private Reply reply(Call call) throws Refusal {
    return switch (http.send(call)) {
      case Answer.Failed(var why, String detail) -> throw new Refusal(fault(why), detail);
      case Answer.Responded(int status, var type, String body) -> new Reply(call.uri(), status, Json.parse(body));
    };
  }

  private static SsoFault fault(OutboundHttp.Failure why) {
    return switch (why) {
      case FORBIDDEN -> SsoFault.ADDRESS_REFUSED;
      case UNREACHABLE -> SsoFault.UNREACHABLE;
      case TIMEOUT -> SsoFault.TIMEOUT;
      case TLS -> SsoFault.TLS;
      case REDIRECTED -> SsoFault.REDIRECTED;
      case TOO_LARGE -> SsoFault.TOO_LARGE;
      case ENCODED -> SsoFault.NOT_JSON;
    };
  }
}
