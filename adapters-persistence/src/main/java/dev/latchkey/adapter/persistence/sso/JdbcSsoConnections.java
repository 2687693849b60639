package dev.latchkey.adapter.persistence.sso;

import dev.latchkey.adapter.persistence.database.Conflict;
import dev.latchkey.adapter.persistence.database.Row;
import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.adapter.persistence.vault.RowIdentity;
import dev.latchkey.adapter.persistence.vault.SecretVault;
import dev.latchkey.application.sso.SsoConnections;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.sso.CallbackMode;
import dev.latchkey.domain.sso.ClientId;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoConnection;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link SsoConnections} in PostgreSQL; client secrets are sealed with their row. Identities go by foreign key. */
public final class JdbcSsoConnections implements SsoConnections {
  private static final System.Logger LOG = System.getLogger(JdbcSsoConnections.class.getName());

  private final Sql sql;
  private final SecretVault vault;

  public JdbcSsoConnections(Sql sql, SecretVault vault) {
    this.sql = sql;
    this.vault = vault;
  }

  @Override
  public Optional<SsoConnection> find(OrganizationId organization) {
    return sql.first("""
        SELECT organization_id, version, provider, issuer_url, client_id, sealed_secret, callback, changed_at,
               last_sign_in_at, owner_proven_at, row_version
        FROM sso_connection WHERE organization_id = ?""", this::read, organization.value());
  }

  @Override
  public void add(SsoConnection it) {
    sql.change("""
        INSERT INTO sso_connection (organization_id, version, provider, issuer_url, client_id, sealed_secret, callback,
                                    changed_at, last_sign_in_at, owner_proven_at, row_version)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", it.organizationId().value(), it.version(), it.client().provider(),
        it.client().issuer().value(), it.client().clientId().value(), seal(it), it.callback(), it.changedAt(),
        it.lastSignInAt().orElse(null), it.ownerProvenAt().orElse(null), it.rowVersion());
  }

  @Override
  public void save(SsoConnection it) {
    int rows = sql.change("""
        UPDATE sso_connection
        SET last_sign_in_at = CASE WHEN version = ? THEN last_sign_in_at ELSE ? END,
            owner_proven_at = CASE WHEN version = ? AND callback = ? THEN owner_proven_at ELSE ? END,
            version = ?, provider = ?, issuer_url = ?, client_id = ?,
            sealed_secret = coalesce(?, sealed_secret), callback = ?, changed_at = ?,
            row_version = row_version + 1
        WHERE organization_id = ? AND row_version = ?""", it.version(), it.lastSignInAt().orElse(null), it.version(),
        it.callback(), it.ownerProvenAt().orElse(null), it.version(), it.client().provider(),
        it.client().issuer().value(),
        it.client().clientId().value(), seal(it), it.callback(), it.changedAt(), it.organizationId().value(),
        it.rowVersion());
    if (rows != 1) {
      throw new Conflict("The connection was saved or deleted in between");
    }
  }

  @Override
  public boolean delete(OrganizationId organization) {
    return sql.change("DELETE FROM sso_connection WHERE organization_id = ?", organization.value()) == 1;
  }

  @Override
  public void noteSignIn(OrganizationId organization, int version, Instant at, boolean owner) {
    sql.change("""
        UPDATE sso_connection
        SET last_sign_in_at = ?, owner_proven_at = CASE WHEN ? THEN ? ELSE owner_proven_at END
        WHERE organization_id = ? AND version = ?""", at, owner, at, organization.value(), version);
  }

  private byte @Nullable [] seal(SsoConnection connection) {
    return connection.client().secret().map(secret -> vault.seal(place(connection.organizationId()),
        secret.value().getBytes(StandardCharsets.US_ASCII))).orElse(null);
  }

  private SsoConnection read(Row row) throws SQLException {
    OrganizationId organization = new OrganizationId(row.text("organization_id"));
    OidcClient client = new OidcClient(row.constant("provider", Provider.class), new IssuerUrl(row.text("issuer_url")),
        new ClientId(row.text("client_id")), open(organization, row.bytes("sealed_secret")));
    return new SsoConnection(organization, row.number("version"), client,
        row.constant("callback", CallbackMode.class), row.instant("changed_at"),
        row.optionalInstant("last_sign_in_at"), row.optionalInstant("owner_proven_at"),
        row.longNumber("row_version"));
  }

  /** Without it nobody signs in there; everything else, above all entering another one, must go on. */
  private Optional<ClientSecret> open(OrganizationId organization, byte[] sealed) {
    try {
      return Optional.of(new ClientSecret(new String(vault.open(place(organization), sealed),
          StandardCharsets.US_ASCII)));
    } catch (SecretVault.Unreadable e) {
      LOG.log(System.Logger.Level.ERROR, "The client secret of an organization can't be read", e);
      return Optional.empty();
    }
  }

  private static RowIdentity place(OrganizationId organization) {
    return new RowIdentity("sso_connection", "sealed_secret", organization.value());
  }
}
