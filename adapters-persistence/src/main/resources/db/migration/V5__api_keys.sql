-- Keys by which programs act for a member.

CREATE TABLE api_key (
  organization_id ulid NOT NULL,
  id              ulid NOT NULL,
  creator_id      ulid NOT NULL,
  key_hash        bytea NOT NULL UNIQUE CHECK (length(key_hash) = 32),
  name            text NOT NULL,
  scopes          text[] NOT NULL CHECK (cardinality(scopes) > 0),
  -- In CIDR notation; empty for everywhere.
  allowed_ips     text[] NOT NULL,
  created_at      timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL,
  last_used_at    timestamptz,
  last_refused_at timestamptz,
  PRIMARY KEY (organization_id, id),
  -- Whoever ends a membership, and however: its keys end with it, in the same instant.
  FOREIGN KEY (organization_id, creator_id) REFERENCES membership ON DELETE CASCADE
) WITH (fillfactor = 80);
-- A person's own keys, in one organization or in all.
CREATE INDEX api_key_of_creator ON api_key (creator_id, organization_id);
