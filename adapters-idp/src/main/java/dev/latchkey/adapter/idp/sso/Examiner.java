package dev.latchkey.adapter.idp.sso;

import dev.latchkey.application.sso.RelyingParty.Examination;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.SsoProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at a provider without the help of anything known: metadata, keys, and whether it knows the client. */
final class Examiner {
  private final ProviderHttp http;
  private final TokenCalls tokenCalls;

  Examiner(ProviderHttp http, TokenCalls tokenCalls) {
    this.http = http;
    this.tokenCalls = tokenCalls;
  }

  Examination examine(OidcClient client) {
    Deadline deadline = new Deadline();
    try {
      MetadataReader reader = new MetadataReader(client, http.get(client.issuer().discovery(), deadline));
      Optional<ProviderMetadata> metadata = reader.read();
      return metadata.map(it -> judged(client, it, deadline))
          .orElseGet(() -> new Examination(reader.problems(), false, false, false));
    } catch (Refusal e) {
      return new Examination(List.of(e.problem()), false, false, false);
    }
  }

  private Examination judged(OidcClient client, ProviderMetadata metadata, Deadline deadline) {
    List<SsoProblem> problems = new ArrayList<>();
    try {
      KnownProvider.keysAt(metadata, http, deadline);
    } catch (Refusal e) {
      problems.add(e.problem());
    }
    // Any other answer is right: there is no such code.
    tokenCalls.refusalOfClient(client, metadata, deadline).map(Refusal::problem).ifPresent(problems::add);
    return new Examination(problems, metadata.namesItself(), metadata.advertisesPkce(),
        metadata.signOut().isPresent());
  }
}
