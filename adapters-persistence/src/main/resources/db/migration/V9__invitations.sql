-- Addresses that are asked into an organization and have not come yet; accepted and revoked ones leave no row.

CREATE TABLE invitation (
  organization_id ulid NOT NULL REFERENCES organization,
  id              ulid NOT NULL,
  email           text COLLATE "C" NOT NULL CHECK (email = lower(email) AND length(email) <= 254),
  role            text NOT NULL CHECK (role IN ('OWNER', 'ADMIN', 'AGENT')),
  invited_by      ulid NOT NULL REFERENCES user_account,
  -- The newest link's; no foreign key, since used secrets are cleared away before long.
  secret_id       ulid NOT NULL,
  sent_at         timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL,
  version         bigint NOT NULL,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, email)
);
