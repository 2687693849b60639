package dev.latchkey.adapter.persistence;

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

/** The adapters keep the contracts of their ports on a real PostgreSQL, with the settings that are shipped. */
class StorageTest {
  private static final TestDatabase DATABASE = TestDatabase.create();
  /** For what touches the rows of others. */
  private static final TestDatabase OF_ITS_OWN = TestDatabase.create();

  @Nested
  class KeepsUnitOfWork extends UnitOfWorkContract {
    KeepsUnitOfWork() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsUsers extends UsersContract {
    KeepsUsers() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsOrganizations extends OrganizationsContract {
    KeepsOrganizations() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsMemberships extends MembershipsContract {
    KeepsMemberships() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsMembers extends MembersContract {
    KeepsMembers() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsLastSignIns extends LastSignInsContract {
    KeepsLastSignIns() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsOwners extends OwnersContract {
    KeepsOwners() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsSessions extends SessionsContract {
    KeepsSessions() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsKnownBrowsers extends KnownBrowsersContract {
    KeepsKnownBrowsers() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsOneTimeSecrets extends OneTimeSecretsContract {
    KeepsOneTimeSecrets() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsEmailChanges extends EmailChangesContract {
    KeepsEmailChanges() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsGuessCounts extends GuessCountsContract {
    KeepsGuessCounts() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsMailOutbox extends MailOutboxContract {
    KeepsMailOutbox() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsTrialMailbox extends TrialMailboxContract {
    KeepsTrialMailbox() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsAuditLog extends AuditLogContract {
    KeepsAuditLog() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsOwnSessions extends OwnSessionsContract {
    KeepsOwnSessions() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsPasskeys extends PasskeysContract {
    KeepsPasskeys() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsSecondFactors extends SecondFactorContract {
    KeepsSecondFactors() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsCursors extends CursorsContract {
    KeepsCursors() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsInvitations extends InvitationsContract {
    KeepsInvitations() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsJobLeases extends JobLeasesContract {
    KeepsJobLeases() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsAuditHistory extends AuditHistoryContract {
    KeepsAuditHistory() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsLeftovers extends LeftoversContract {
    KeepsLeftovers() {
      super(OF_ITS_OWN::ports);
    }
  }

  @Nested
  class KeepsApiKeys extends ApiKeysContract {
    KeepsApiKeys() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsDomainClaims extends DomainClaimsContract {
    KeepsDomainClaims() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsSsoConnections extends SsoConnectionsContract {
    KeepsSsoConnections() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsFederatedIdentities extends FederatedIdentitiesContract {
    KeepsFederatedIdentities() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsSocialIdentities extends SocialIdentitiesContract {
    KeepsSocialIdentities() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsProviderSessions extends ProviderSessionsContract {
    KeepsProviderSessions() {
      super(DATABASE::ports);
    }
  }

  @Nested
  class KeepsJustInTime extends JustInTimeContract {
    KeepsJustInTime() {
      super(DATABASE::ports);
    }
  }
}
