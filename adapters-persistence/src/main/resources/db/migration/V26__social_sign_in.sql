-- Who of the providers that the operator has set up for all is whom of ours. It belongs to the account; organizations have
-- no part in it.
CREATE TABLE social_identity (
  id           ulid PRIMARY KEY,
  provider     text NOT NULL CHECK (provider IN ('GOOGLE', 'MICROSOFT')),
  issuer       text COLLATE "C" NOT NULL,
  subject      text COLLATE "C" NOT NULL,
  user_id      ulid NOT NULL REFERENCES user_account,
  email        text COLLATE "C",
  linked_at    timestamptz NOT NULL,
  last_used_at timestamptz,
  UNIQUE (provider, issuer, subject)
);
CREATE INDEX social_identity_of_user ON social_identity (user_id, linked_at);
