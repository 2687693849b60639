package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.ForesightWorld.BOB;
import static dev.latchkey.application.usecase.ForesightWorld.SUBJECT;

import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.invitation.Invitation;
import dev.latchkey.domain.invitation.InvitationId;
import dev.latchkey.domain.onetime.OneTimeSecret;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.passkey.Passkey;
import dev.latchkey.domain.passkey.PasskeyId;
import dev.latchkey.domain.passkey.PasskeyName;
import dev.latchkey.domain.social.SocialIdentity;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.IdentityId;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SeenThrough;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who Bob may be when he signs in, or when somebody asks what would come of it. */
enum ForeseenPerson {
  STRANGER {
    @Override
    void arrive(ForesightWorld foresight) {}
  },
  INVITED_STRANGER {
    @Override
    void arrive(ForesightWorld foresight) {
      invite(foresight);
    }
  },
  BELONGS_NOWHERE {
    @Override
    void arrive(ForesightWorld foresight) {
      account(foresight, true);
    }
  },
  REMOVED {
    @Override
    void arrive(ForesightWorld foresight) {
      removed(foresight, account(foresight, true));
    }
  },
  REMOVED_AND_LINKED {
    @Override
    void arrive(ForesightWorld foresight) {
      User bob = account(foresight, true);
      link(foresight, bob);
      removed(foresight, bob);
    }
  },
  REMOVED_AND_INVITED {
    @Override
    void arrive(ForesightWorld foresight) {
      removed(foresight, account(foresight, true));
      invite(foresight);
    }
  },
  AGENT {
    @Override
    void arrive(ForesightWorld foresight) {
      member(foresight, account(foresight, true), Role.AGENT, MembershipStatus.ACTIVE, false);
    }
  },
  AGENT_WITH_SECOND_FACTOR {
    @Override
    void arrive(ForesightWorld foresight) {
      member(foresight, withMfa(foresight, account(foresight, true)), Role.AGENT, MembershipStatus.ACTIVE, false);
    }
  },
  AGENT_WITH_PASSKEY {
    @Override
    void arrive(ForesightWorld foresight) {
      User bob = account(foresight, true);
      member(foresight, bob, Role.AGENT, MembershipStatus.ACTIVE, false);
      passkey(foresight, bob, true);
    }
  },
  AGENT_WITH_WEAK_PASSKEY {
    @Override
    void arrive(ForesightWorld foresight) {
      User bob = account(foresight, true);
      member(foresight, bob, Role.AGENT, MembershipStatus.ACTIVE, false);
      passkey(foresight, bob, false);
    }
  },
  LINKED_AGENT {
    @Override
    void arrive(ForesightWorld foresight) {
      User bob = account(foresight, true);
      member(foresight, bob, Role.AGENT, MembershipStatus.ACTIVE, false);
      link(foresight, bob);
    }
  },
  AGENT_CONNECTED_AT_GOOGLE {
    @Override
    void arrive(ForesightWorld foresight) {
      User bob = account(foresight, true);
      member(foresight, bob, Role.AGENT, MembershipStatus.ACTIVE, false);
      foresight.world.ports.socialIdentities().add(new SocialIdentity(new IdentityId(foresight.world.ids.next()),
          SocialProvider.GOOGLE, new FederatedSubject(FakeRelyingParty.ISSUER, SUBJECT), bob.id(), Optional.of(BOB),
          foresight.world.clock.instant(), Optional.empty()));
    }
  },
  SSO_ONLY {
    @Override
    void arrive(ForesightWorld foresight) {
      User bob = account(foresight, false);
      member(foresight, bob, Role.AGENT, MembershipStatus.ACTIVE, false);
      link(foresight, bob);
    }
  },
  LINKED_AT_THE_PROVIDER_BEFORE {
    @Override
    void arrive(ForesightWorld foresight) {
      User bob = account(foresight, true);
      member(foresight, bob, Role.AGENT, MembershipStatus.ACTIVE, false);
      bind(foresight, bob, new FederatedSubject("https://former.example", SUBJECT));
    }
  },
  ENTERED_BY_HAND_AND_NEVER_CAME {
    @Override
    void arrive(ForesightWorld foresight) {
      User bob = User.withoutCredential(new UserId(foresight.world.ids.next()), BOB, new PersonName("Bob"),
          Locale.ENGLISH, foresight.world.clock.instant());
      foresight.world.ports.users().add(bob);
      member(foresight, bob, Role.AGENT, MembershipStatus.ACTIVE, false);
    }
  },
  PENDING {
    @Override
    void arrive(ForesightWorld foresight) {
      member(foresight, account(foresight, true), Role.AGENT, MembershipStatus.PENDING, false);
    }
  },
  DEACTIVATED {
    @Override
    void arrive(ForesightWorld foresight) {
      User bob = account(foresight, true);
      member(foresight, bob, Role.AGENT, MembershipStatus.DEACTIVATED, false);
      link(foresight, bob);
    }
  },
  BREAK_GLASS_OWNER {
    @Override
    void arrive(ForesightWorld foresight) {
      member(foresight, withMfa(foresight, account(foresight, true)), Role.OWNER, MembershipStatus.ACTIVE, true);
    }
  },
  BREAK_GLASS_OWNER_WITHOUT_SECOND_FACTOR {
    @Override
    void arrive(ForesightWorld foresight) {
      member(foresight, account(foresight, true), Role.OWNER, MembershipStatus.ACTIVE, true);
    }
  };

  /** Makes it so in a world in which nobody knows Bob yet. */
  abstract void arrive(ForesightWorld foresight);

  boolean isMember() {
    return compareTo(AGENT) >= 0;
  }

  /** He has signed in before: with a password, or else only at his identity provider. */
  private static User account(ForesightWorld foresight, boolean password) {
    World world = foresight.world;
    UserId id = new UserId(world.ids.next());
    User bob = password
        ? User.withPassword(id, BOB, new PersonName("Bob"), Locale.ENGLISH, world.hasher.hash(World.PASSWORD),
            world.clock.instant())
        : User.withoutCredential(id, BOB, new PersonName("Bob"), Locale.ENGLISH, world.clock.instant());
    world.ports.users().add(bob);
    world.ports.lastSignIns().note(id, world.clock.instant());
    return bob;
  }

  private static User withMfa(ForesightWorld foresight, User bob) {
    foresight.world.ports.users().save(bob.withMfa(true));
    return bob;
  }

  private static void member(ForesightWorld foresight, User bob, Role role, MembershipStatus status,
      boolean breakGlass) {
    foresight.world.ports.memberships().add(new Membership(new MembershipId(foresight.world.ids.next()),
        foresight.sso.acme.id(), bob.id(), role, status, MembershipSource.INVITATION, breakGlass,
        foresight.world.clock.instant(), 0));
  }

  private static void removed(ForesightWorld foresight, User bob) {
    foresight.world.ports.removals().remember(foresight.sso.acme.id(), bob.id(), foresight.world.clock.instant());
  }

  private static void link(ForesightWorld foresight, User bob) {
    bind(foresight, bob, new FederatedSubject(FakeRelyingParty.ISSUER, SUBJECT));
  }

  private static void bind(ForesightWorld foresight, User bob, FederatedSubject subject) {
    foresight.world.ports.federatedIdentities().add(new FederatedIdentity(
        new IdentityId(foresight.world.ids.next()), foresight.sso.acme.id(), subject,
        new SeenThrough(Provider.OIDC, new IssuerUrl(subject.issuer())), bob.id(), Optional.of(BOB),
        foresight.world.clock.instant(), Optional.empty()));
  }

  private static void passkey(ForesightWorld foresight, User bob, boolean verified) {
    foresight.world.ports.passkeys().add(new Passkey(new PasskeyId(foresight.world.ids.next()), bob.id(),
        foresight.authenticator(verified).credential(), foresight.authenticator(verified).credential().octets(),
        verified, 0, new PasskeyName("Laptop"), foresight.world.clock.instant(), Optional.empty()));
  }

  private static void invite(ForesightWorld foresight) {
    foresight.world.ports.unitOfWork().run(() -> {
      OneTimeSecret link = foresight.sso.links.issue(Purpose.INVITATION, Map.of()).secret();
      foresight.world.ports.invitations().add(Invitation.sent(new InvitationId(foresight.world.ids.next()),
          foresight.sso.acme.id(), BOB, Role.AGENT, foresight.sso.ada.person().id(), link));
      return true;
    });
  }
}
