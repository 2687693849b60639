-- Organizations' identity providers, and who of theirs is whom of ours.

-- Which identity provider counts: proofs in sessions name a version, and every other one is worth nothing. Stays when the
-- connection goes, so that a new one does not revive what an old one proved.
ALTER TABLE organization ADD COLUMN sso_version integer NOT NULL DEFAULT 0 CHECK (sso_version >= 0);

CREATE TABLE sso_connection (
  organization_id ulid PRIMARY KEY REFERENCES organization,
  version         integer NOT NULL CHECK (version > 0),
  provider        text NOT NULL CHECK (provider IN ('OKTA', 'AZURE', 'GOOGLE', 'OIDC')),
  issuer_url      text NOT NULL,
  client_id       text NOT NULL,
  sealed_secret   bytea NOT NULL,
  callback        text NOT NULL CHECK (callback IN ('SHARED', 'DEDICATED')),
  changed_at      timestamptz NOT NULL,
  -- Written at sign-ins without counting as a change of the connection: row_version stays.
  last_sign_in_at timestamptz,
  owner_proven_at timestamptz,
  row_version     bigint NOT NULL
);

CREATE TABLE federated_identity (
  organization_id ulid NOT NULL REFERENCES organization,
  id              ulid NOT NULL,
  issuer          text COLLATE "C" NOT NULL,
  subject         text COLLATE "C" NOT NULL,
  user_id         ulid NOT NULL REFERENCES user_account,
  email           text COLLATE "C",
  linked_at       timestamptz NOT NULL,
  last_used_at    timestamptz,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, issuer, subject)
);
CREATE INDEX federated_identity_of_user ON federated_identity (user_id, linked_at);
