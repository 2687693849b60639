package dev.latchkey.adapter.web.fake;

import dev.latchkey.adapter.web.access.AddressLimit;
import dev.latchkey.adapter.web.access.KeyHolders;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.application.Ids;
import dev.latchkey.application.apikey.CheckApiKey;
import dev.latchkey.application.apikey.CreateApiKey;
import dev.latchkey.application.apikey.DeleteApiKey;
import dev.latchkey.application.apikey.ListApiKeys;
import dev.latchkey.application.apikey.ListOwnApiKeys;
import dev.latchkey.application.apikey.OfferApiKey;
import dev.latchkey.application.apikey.ReadApiKey;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.memory.InMemoryPorts;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.paging.Paging;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** The use cases about API keys, on ports in memory. */
final class Keys {
  private Keys() {}

  static List<Object> on(InMemoryPorts ports, WebSettings settings, Entrance entrance, AuditTrail audit, Ids ids,
      InstantSource clock, RandomGenerator random) {
    return List.of(
        new KeyHolders(new CheckApiKey(ports.apiKeys(), audit, ports.unitOfWork(), clock), new AddressLimit(settings)),
        new OfferApiKey(entrance),
        new CreateApiKey(ports.apiKeys(), entrance, audit, ports.unitOfWork(), ids, clock, random),
        new ListApiKeys(ports.apiKeys(), entrance, new Paging(ports.cursors())), new ListOwnApiKeys(ports.apiKeys()),
        new ReadApiKey(ports.apiKeys(), entrance),
        new DeleteApiKey(ports.apiKeys(), entrance, audit, ports.unitOfWork()));
  }
}
