package dev.latchkey.server;

import dev.latchkey.adapter.persistence.Storage;
import dev.latchkey.application.Ids;
import dev.latchkey.application.apikey.CheckApiKey;
import dev.latchkey.application.apikey.CreateApiKey;
import dev.latchkey.application.apikey.DeleteApiKey;
import dev.latchkey.application.apikey.ListApiKeys;
import dev.latchkey.application.apikey.ListOwnApiKeys;
import dev.latchkey.application.apikey.OfferApiKey;
import dev.latchkey.application.apikey.ReadApiKey;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.paging.Paging;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** What people do with keys for their programs, and how the programs come in. */
@Dependent
public final class ApiKeyUseCases {

  @Produces
  @Singleton
  static CheckApiKey checkApiKey(Storage storage, AuditTrail audit, InstantSource clock) {
    return new CheckApiKey(storage.presentedApiKeys(), audit, storage.unitOfWork(), clock);
  }

  @Produces
  @Singleton
  static OfferApiKey offerApiKey(Entrance entrance) {
    return new OfferApiKey(entrance);
  }

  @Produces
  @Singleton
  static CreateApiKey createApiKey(Storage storage, Entrance entrance, AuditTrail audit, Ids ids, InstantSource clock,
      RandomGenerator random) {
    return new CreateApiKey(storage.apiKeys(), entrance, audit, storage.unitOfWork(), ids, clock, random);
  }

  @Produces
  @Singleton
  static ListApiKeys listApiKeys(Storage storage, Entrance entrance, Paging paging) {
    return new ListApiKeys(storage.apiKeys(), entrance, paging);
  }

  @Produces
  @Singleton
  static ListOwnApiKeys listOwnApiKeys(Storage storage) {
    return new ListOwnApiKeys(storage.apiKeys());
  }

  @Produces
  @Singleton
  static ReadApiKey readApiKey(Storage storage, Entrance entrance) {
    return new ReadApiKey(storage.apiKeys(), entrance);
  }

  @Produces
  @Singleton
  static DeleteApiKey deleteApiKey(Storage storage, Entrance entrance, AuditTrail audit) {
    return new DeleteApiKey(storage.apiKeys(), entrance, audit, storage.unitOfWork());
  }
}
