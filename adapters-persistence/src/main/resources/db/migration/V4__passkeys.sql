-- Passkeys: public keys and what is remembered of their use. Nothing in here is secret.

CREATE TABLE passkey (
  id              ulid PRIMARY KEY,
  user_id         ulid NOT NULL REFERENCES user_account,
  -- Unique over everybody (WebAuthn Level 3 §7.1): who names a credential has named its owner.
  credential_id   text COLLATE "C" NOT NULL UNIQUE CHECK (length(credential_id) BETWEEN 1 AND 1364),
  public_key      bytea NOT NULL,
  signature_count bigint NOT NULL CHECK (signature_count >= 0),
  name            text NOT NULL,
  created_at      timestamptz NOT NULL,
  last_used_at    timestamptz
);
CREATE INDEX passkey_of_user ON passkey (user_id, created_at);
