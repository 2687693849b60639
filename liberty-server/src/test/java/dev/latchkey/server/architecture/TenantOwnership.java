package dev.latchkey.server.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.latchkey.domain.organization.OrganizationId;
import java.util.Set;

/**
 * Every port is known here: either it holds what belongs to one organization, then each of its methods takes that
 * organization (or something that carries it), or it holds nothing of the kind. A new port has to be put on one side.
 */
final class TenantOwnership extends ArchCondition<JavaClass> {
  private static final Set<String> OWNED =
      Set.of("ApiKeys", "AuditHistory", "DomainClaims", "FederatedIdentities", "IdentityBindings", "Invitations",
          "JustInTime", "Members",
          "Memberships",
          "Owners", "ProviderSessions", "Removals", "SetupLinks", "SentInvitations", "SsoConnections",
          "VerifiedDomains");
  private static final Set<String> SHARED =
      Set.of("AuditLog", "Cursors", "DomainChecks", "DomainOwnership", "EmailChanges", "GuessCounts", "Ids",
          "JobLeases", "KnownBrowsers",
          "LastSignIns",
          "Leftovers", "MailOutbox",
          "MailTransport", "MailWriter", "OneTimeSecrets", "Organizations", "OutboundHttp", "OwnSessions",
          "PasskeyCeremonies", "Passkeys", "PasswordHasher", "PublicDomains",
          "PresentedApiKeys", "RecoveryCodes", "RelyingParty", "Sessions", "ShownProofs", "SocialIdentities",
          "TotpAuthenticators",
          "TotpCodes",
          "TrialMailbox",
          "UnitOfWork", "Users");
  /**
   * Looks across tenants on purpose: a person's own organizations, keys and identities, for that person, and whose a
   * domain is.
   */
  private static final Set<String> ACROSS = Set.of("ApiKeys.ofPerson", "IdentityBindings.of",
      "IdentityBindings.remove", "Memberships.placesOf", "ProviderSessions.claim", "ProviderSessions.lastOf",
      "VerifiedDomains.holder");

  TenantOwnership() {
    super("take an OrganizationId in every method if they hold what belongs to an organization");
  }

  @Override
  public void check(JavaClass port, ConditionEvents events) {
    String name = port.getSimpleName();
    if (OWNED.contains(name)) {
      port.getMethods().stream()
          .filter(method -> !ACROSS.contains(name + "." + method.getName()))
          .forEach(method -> events.add(new SimpleConditionEvent(port, takesTenant(method),
              method.getFullName() + " does not take the organization")));
    } else if (!SHARED.contains(name)) {
      events.add(SimpleConditionEvent.violated(port,
          port.getName() + " is a new port: say in " + getClass().getSimpleName() + " whether organizations own it"));
    }
  }

  private static boolean takesTenant(JavaMethod method) {
    return method.getRawParameterTypes().stream().anyMatch(type -> isTenant(type)
        || type.getMethods().stream().anyMatch(part -> part.getRawParameterTypes().isEmpty()
            && isTenant(part.getRawReturnType())));
  }

  private static boolean isTenant(JavaClass type) {
    return type.isEquivalentTo(OrganizationId.class);
  }
}
