-- What identity providers gave for sessions: with what to sign out there, and to ask whether somebody is still there.
CREATE TABLE provider_session (
  organization_id      ulid NOT NULL REFERENCES organization,
  -- However a session ends, this goes with it.
  session_id           ulid NOT NULL REFERENCES session ON DELETE CASCADE,
  connection_version   integer NOT NULL,
  sealed_id_token      bytea NOT NULL,
  sealed_refresh_token bytea,
  kept_at              timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- When the next check is due; while a node makes it, the end of that node's lease.
  next_check_at        timestamptz,
  failures             integer NOT NULL CHECK (failures >= 0),
  PRIMARY KEY (organization_id, session_id),
  CHECK (next_check_at IS NULL OR sealed_refresh_token IS NOT NULL)
);
CREATE INDEX provider_session_of_session ON provider_session (session_id);
CREATE INDEX provider_session_due ON provider_session (next_check_at) WHERE next_check_at IS NOT NULL;
