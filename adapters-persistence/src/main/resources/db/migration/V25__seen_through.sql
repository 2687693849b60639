-- As what the connection was set up that last named somebody: after a change it may name people otherwise.
ALTER TABLE federated_identity
  ADD COLUMN seen_provider text CHECK (seen_provider IN ('OKTA', 'AZURE', 'GOOGLE', 'OIDC')),
  ADD COLUMN seen_issuer text;

-- Of Entra's people both the tenant and the name are GUIDs; a "sub" of Entra's is none.
UPDATE federated_identity f
SET seen_provider = CASE
      WHEN f.issuer ~ '/[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}/'
        AND f.subject ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' THEN 'AZURE'
      WHEN c.provider = 'AZURE' THEN 'OIDC'
      ELSE c.provider END,
    seen_issuer = CASE
      WHEN c.provider = 'AZURE' AND c.issuer_url !~ '/[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}/'
        THEN c.issuer_url
      ELSE f.issuer END
FROM sso_connection c WHERE c.organization_id = f.organization_id;
-- None is left without a connection, as both go together.
DELETE FROM federated_identity WHERE seen_provider IS NULL;

ALTER TABLE federated_identity
  ALTER COLUMN seen_provider SET NOT NULL,
  ALTER COLUMN seen_issuer SET NOT NULL;
