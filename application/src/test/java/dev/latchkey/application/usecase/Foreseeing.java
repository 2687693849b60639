package dev.latchkey.application.usecase;

import dev.latchkey.application.contract.SsoExamples;
import dev.latchkey.application.federation.SsoArrivals;
import dev.latchkey.application.federation.SsoForesight;
import dev.latchkey.application.guessing.KnownAddresses;
import dev.latchkey.application.history.ForeseeSignIn;
import dev.latchkey.application.invitation.InvitationLinks;
import dev.latchkey.application.invitation.OpenInvitations;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.social.SocialArrivals;
import dev.latchkey.application.social.SocialForesight;
import dev.latchkey.domain.social.SocialClients;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.Provider;
import java.util.Map;

/** The use case that tells what would come of a sign-in, on a {@link World}. */
final class Foreseeing {
  /** The deployment is registered at Google. */
  static final SocialClients GOOGLE =
      new SocialClients(Map.of(SocialProvider.GOOGLE, SsoExamples.client(Provider.GOOGLE, "google")));

  private Foreseeing() {}

  static ForeseeSignIn on(World world) {
    return new ForeseeSignIn(world.entrance, world.ports.users(), world.ports.memberships(), world.ports.passkeys(),
        world.autoJoining, new SsoForesight(arrivals(world), world.ports.ssoConnections(),
            world.ports.federatedIdentities(), world.ports.users(), world.ids),
        new SocialForesight(
            new SocialArrivals(world.ports.socialIdentities(), world.ports.users(), world.accounts,
                world.ports.memberships(), true),
            world.ports.socialIdentities(), GOOGLE, world.ports.users(), world.autoJoining, world.ids),
        world.ports.unitOfWork(), world.clock);
  }

  static SsoArrivals arrivals(World world) {
    LinkTokens links = new LinkTokens(world.ports.oneTimeSecrets(), world.ids, world.clock, world.random);
    return new SsoArrivals(world.ports.federatedIdentities(), world.ports.users(), world.accounts,
        world.ports.memberships(), world.ports.removals(), world.ports.verifiedDomains(),
        new InvitationLinks(links, world.ports.invitations(), world.ports.organizations(), world.ports.memberships(),
            world.ports.removals(), world.ports.users(), world.accounts, world.audit),
        new OpenInvitations(world.ports.invitations(), world.ports.memberships(), world.ports.removals(), world.audit),
        world.ports.justInTime(), new KnownAddresses(world.guesses));
  }
}
