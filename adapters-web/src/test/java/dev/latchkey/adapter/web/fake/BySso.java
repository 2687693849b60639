package dev.latchkey.adapter.web.fake;

import dev.latchkey.application.contract.Examples;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.PendingDomain;
import dev.latchkey.domain.domainclaim.VerificationToken;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.TokenHash;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** What it takes to get into "acme" by single sign-on, without the way to its identity provider. */
public final class BySso {
  private BySso() {}

  /** Lets "acme" have a domain. @return the claim */
  public static DomainClaimId verified(World world, String domain) {
    DomainClaimId id = new DomainClaimId(Examples.id());
    PendingDomain claim = PendingDomain.claimed(id, world.acme().id(), new DomainName(domain),
        VerificationToken.random(new SecureRandom()), world.clock.instant());
    world.ports.domainClaims().add(claim);
    world.ports.domainClaims().save(claim.verified(world.clock.instant()));
    return id;
  }

  /** Adds to a session that its person signed in through the connection. @return the header with its new cookie */
  public static String shown(World world, String cookie) {
    TokenHash before = new BearerToken(cookie.replace("__Host-latchkey=", "")).hash();
    Session session = world.ports.sessions().find(before).orElseThrow().session();
    List<Proof> proofs = new ArrayList<>(session.proofs().all());
    proofs.add(new Proof.Sso(world.clock.instant(), world.acme().id(), world.acme().ssoVersion()));
    BearerToken token = BearerToken.random(new SecureRandom());
    world.ports.sessions().promote(session.id(), stored -> new Proofs(proofs), token.hash());
    return "__Host-latchkey=" + token.value();
  }
}
