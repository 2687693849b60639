-- Authenticator apps and recovery codes.

-- The row exists as soon as a key was offered; nothing is enrolled until sealed_active is set.
CREATE TABLE totp_authenticator (
  user_id        ulid PRIMARY KEY REFERENCES user_account,
  sealed_active  bytea,
  sealed_offered bytea,
  -- The latest time step that was accepted; none of it or before it is accepted again.
  last_step      bigint NOT NULL
);

CREATE TABLE recovery_code (
  user_id ulid NOT NULL REFERENCES user_account,
  hash    text COLLATE "C" NOT NULL CHECK (length(hash) = 64),
  PRIMARY KEY (user_id, hash)
);
