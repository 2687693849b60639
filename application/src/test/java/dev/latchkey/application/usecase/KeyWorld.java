package dev.latchkey.application.usecase;

import dev.latchkey.application.apikey.CheckApiKey;
import dev.latchkey.application.apikey.CreateApiKey;
import dev.latchkey.application.apikey.DeleteApiKey;
import dev.latchkey.application.apikey.ListApiKeys;
import dev.latchkey.application.apikey.ListOwnApiKeys;
import dev.latchkey.application.apikey.OfferApiKey;
import dev.latchkey.application.apikey.PresentedApiKeys;
import dev.latchkey.application.apikey.ReadApiKey;
import dev.latchkey.application.paging.Paging;
import dev.latchkey.application.paging.PartRequest;
import dev.latchkey.domain.apikey.AllowedAddresses;
import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.apikey.ApiKeyName;
import dev.latchkey.domain.apikey.ApiKeyText;
import dev.latchkey.domain.network.IpAddress;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A {@link MemberWorld} with the use cases of API keys. */
final class KeyWorld {
  static final String HOME = "203.0.113.7";

  final MemberWorld members = new MemberWorld();
  final World world = members.world;
  final OfferApiKey offer = new OfferApiKey(world.entrance);
  final CreateApiKey create = new CreateApiKey(world.ports.apiKeys(), world.entrance, world.audit,
      world.ports.unitOfWork(), world.ids, world.clock, world.random);
  final ListApiKeys list = new ListApiKeys(world.ports.apiKeys(), world.entrance, new Paging(world.ports.cursors()));
  final ListOwnApiKeys listOwn = new ListOwnApiKeys(world.ports.apiKeys());
  final ReadApiKey read = new ReadApiKey(world.ports.apiKeys(), world.entrance);
  final DeleteApiKey delete = new DeleteApiKey(world.ports.apiKeys(), world.entrance, world.audit,
      world.ports.unitOfWork());
  final CheckApiKey check =
      new CheckApiKey(world.ports.apiKeys(), world.audit, world.ports.unitOfWork(), world.clock);

  CreateApiKey.Outcome create(Actor actor, Set<Scope> scopes, Optional<Instant> expiresAt, String... addresses) {
    return create.create(new CreateApiKey.Command(actor, members.acme, new ApiKeyName("Nightly export"), scopes,
        expiresAt, AllowedAddresses.parse(List.of(addresses)), World.ORIGIN));
  }

  CreateApiKey.Outcome.Created created(Actor actor, Scope... scopes) {
    return (CreateApiKey.Outcome.Created) create(actor, Set.of(scopes), Optional.empty());
  }

  CheckApiKey.Outcome check(ApiKeyText text, String from) {
    return check.check(new CheckApiKey.Command(text, IpAddress.parse(from).orElseThrow(), World.ORIGIN));
  }

  boolean opens(ApiKeyText text) {
    return check(text, HOME) instanceof CheckApiKey.Outcome.Accepted;
  }

  /** The program that shows this key, as the next request finds it. */
  Actor.WithKey program(ApiKeyText text) {
    PresentedApiKeys.Found found = ((CheckApiKey.Outcome.Accepted) check(text, HOME)).found();
    return new Actor.WithKey(found.key().creator(), found.key().organizationId(), found.key().scopes());
  }

  List<ApiKey> listed(Actor actor) {
    return ((ListApiKeys.Outcome.Found) list.list(actor, members.acme, new PartRequest(50, Optional.empty())))
        .keys().items().stream().map(listed -> listed.key()).toList();
  }

  DeleteApiKey.Outcome delete(Actor actor, ApiKey key) {
    return delete.delete(new DeleteApiKey.Command(actor, members.acme, key.id(), World.ORIGIN));
  }
}
