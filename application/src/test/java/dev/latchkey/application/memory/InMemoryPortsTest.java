package dev.latchkey.application.memory;

import dev.latchkey.application.contract.ApiKeysContract;
import dev.latchkey.application.contract.AuditHistoryContract;
import dev.latchkey.application.contract.AuditLogContract;
import dev.latchkey.application.contract.CursorsContract;
import dev.latchkey.application.contract.DomainClaimsContract;
import dev.latchkey.application.contract.EmailChangesContract;
import dev.latchkey.application.contract.FederatedIdentitiesContract;
import dev.latchkey.application.contract.GuessCountsContract;
import dev.latchkey.application.contract.InvitationsContract;
import dev.latchkey.application.contract.JobLeasesContract;
import dev.latchkey.application.contract.JustInTimeContract;
import dev.latchkey.application.contract.KnownBrowsersContract;
import dev.latchkey.application.contract.LastSignInsContract;
import dev.latchkey.application.contract.LeftoversContract;
import dev.latchkey.application.contract.MailOutboxContract;
import dev.latchkey.application.contract.MembersContract;
import dev.latchkey.application.contract.MembershipsContract;
import dev.latchkey.application.contract.OneTimeSecretsContract;
import dev.latchkey.application.contract.OrganizationsContract;
import dev.latchkey.application.contract.OwnSessionsContract;
import dev.latchkey.application.contract.OwnersContract;
import dev.latchkey.application.contract.PasskeysContract;
import dev.latchkey.application.contract.ProviderSessionsContract;
import dev.latchkey.application.contract.SecondFactorContract;
import dev.latchkey.application.contract.SessionsContract;
import dev.latchkey.application.contract.SocialIdentitiesContract;
import dev.latchkey.application.contract.SsoConnectionsContract;
import dev.latchkey.application.contract.TrialMailboxContract;
import dev.latchkey.application.contract.UnitOfWorkContract;
import dev.latchkey.application.contract.UsersContract;
import org.junit.jupiter.api.Nested;

/** The fakes keep the contracts of their ports. */
class InMemoryPortsTest {
  @Nested
  class KeepsUnitOfWork extends UnitOfWorkContract {
    KeepsUnitOfWork() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsUsers extends UsersContract {
    KeepsUsers() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsOrganizations extends OrganizationsContract {
    KeepsOrganizations() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsMemberships extends MembershipsContract {
    KeepsMemberships() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsMembers extends MembersContract {
    KeepsMembers() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsLastSignIns extends LastSignInsContract {
    KeepsLastSignIns() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsOwners extends OwnersContract {
    KeepsOwners() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsSessions extends SessionsContract {
    KeepsSessions() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsKnownBrowsers extends KnownBrowsersContract {
    KeepsKnownBrowsers() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsOneTimeSecrets extends OneTimeSecretsContract {
    KeepsOneTimeSecrets() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsEmailChanges extends EmailChangesContract {
    KeepsEmailChanges() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsGuessCounts extends GuessCountsContract {
    KeepsGuessCounts() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsMailOutbox extends MailOutboxContract {
    KeepsMailOutbox() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsTrialMailbox extends TrialMailboxContract {
    KeepsTrialMailbox() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsAuditLog extends AuditLogContract {
    KeepsAuditLog() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsOwnSessions extends OwnSessionsContract {
    KeepsOwnSessions() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsPasskeys extends PasskeysContract {
    KeepsPasskeys() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsSecondFactors extends SecondFactorContract {
    KeepsSecondFactors() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsCursors extends CursorsContract {
    KeepsCursors() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsInvitations extends InvitationsContract {
    KeepsInvitations() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsJobLeases extends JobLeasesContract {
    KeepsJobLeases() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsLeftovers extends LeftoversContract {
    KeepsLeftovers() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsAuditHistory extends AuditHistoryContract {
    KeepsAuditHistory() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsApiKeys extends ApiKeysContract {
    KeepsApiKeys() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsDomainClaims extends DomainClaimsContract {
    KeepsDomainClaims() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsSsoConnections extends SsoConnectionsContract {
    KeepsSsoConnections() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsFederatedIdentities extends FederatedIdentitiesContract {
    KeepsFederatedIdentities() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsSocialIdentities extends SocialIdentitiesContract {
    KeepsSocialIdentities() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsProviderSessions extends ProviderSessionsContract {
    KeepsProviderSessions() {
      super(InMemoryPorts::empty);
    }
  }

  @Nested
  class KeepsJustInTime extends JustInTimeContract {
    KeepsJustInTime() {
      super(InMemoryPorts::empty);
    }
  }
}
