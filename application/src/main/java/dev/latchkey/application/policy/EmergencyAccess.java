package dev.latchkey.application.policy;

import dev.latchkey.application.member.Members;
import dev.latchkey.application.member.Owners;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.BreakGlassOwner;
import dev.latchkey.domain.policy.BreakGlassOwner.Lack;
import java.util.Comparator;
import java.util.List;

/** Tells who of an organization would get in if its identity provider failed, and what keeps the others who should. */
public final class EmergencyAccess {
  private final Owners owners;
  private final Members members;

  public EmergencyAccess(Owners owners, Members members) {
    this.owners = owners;
    this.members = members;
  }

  /** Its break-glass owners, by name. */
  List<Holder> of(OrganizationId organization) {
    return owners.breakGlass(organization).stream()
        .flatMap(owner -> members.find(organization, owner.id()).stream().map(member -> Holder.of(member, owner)))
        .sorted(Comparator.comparing(holder -> holder.member().position())).toList();
  }

  /** @param lacks what keeps this break-glass owner from getting in; empty if nothing does */
  public record Holder(Member member, List<Lack> lacks) {
    public Holder {
      lacks = List.copyOf(lacks);
    }

    public boolean getsIn() {
      return lacks.isEmpty();
    }

    private static Holder of(Member member, BreakGlassOwner owner) {
      return new Holder(member, owner.lacks());
    }
  }
}
