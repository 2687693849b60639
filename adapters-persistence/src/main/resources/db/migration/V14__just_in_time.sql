-- What an organization says about people who arrive through its identity provider for the first time, and that who is
-- whom there ends with the connection.

CREATE TABLE just_in_time (
  organization_id ulid PRIMARY KEY REFERENCES organization,
  enabled         boolean NOT NULL,
  -- Nobody becomes an owner by arriving.
  default_role    text NOT NULL CHECK (default_role IN ('ADMIN', 'AGENT')),
  -- Lower case and as A-labels; none: no limit.
  allowed_domains text[] NOT NULL
);

-- Without its connection an identity would speak for whatever provider comes next under the same issuer.
ALTER TABLE federated_identity
  ADD FOREIGN KEY (organization_id) REFERENCES sso_connection ON DELETE CASCADE;
