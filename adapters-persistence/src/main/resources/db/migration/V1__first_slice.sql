-- Accounts, organizations, sessions, one-time secrets, mail and audit.
--
-- Rules that hold for every table: keys are ULIDs made by the nodes, never sequences, so that data can be spread over
-- several databases; in tables that belong to a tenant its id comes first in the key; nothing relies on advisory locks.

CREATE DOMAIN ulid AS text COLLATE "C" CHECK (VALUE ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$');

CREATE TABLE user_account (
  id            ulid PRIMARY KEY,
  -- Lower case by the rule of the domain, so that uniqueness is that of people, not of spellings.
  email         text COLLATE "C" NOT NULL UNIQUE CHECK (email = lower(email) AND length(email) <= 254),
  name          text NOT NULL,
  locale        text NOT NULL,
  password_hash text,
  mfa_enrolled  boolean NOT NULL,
  created_at    timestamptz NOT NULL,
  version       bigint NOT NULL
);

CREATE TABLE organization (
  id            ulid PRIMARY KEY,
  slug          text COLLATE "C" NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$'),
  name          text NOT NULL,
  auth_required text NOT NULL CHECK (auth_required IN ('ANY', 'MFA', 'SSO')),
  require_mfa   boolean NOT NULL,
  created_at    timestamptz NOT NULL,
  version       bigint NOT NULL
);

CREATE TABLE membership (
  organization_id ulid NOT NULL REFERENCES organization,
  user_id         ulid NOT NULL REFERENCES user_account,
  id              ulid NOT NULL,
  role            text NOT NULL CHECK (role IN ('OWNER', 'ADMIN', 'AGENT')),
  status          text NOT NULL CHECK (status IN ('ACTIVE', 'PENDING', 'DEACTIVATED')),
  source          text NOT NULL
                  CHECK (source IN ('SIGNUP', 'MANUAL', 'INVITATION', 'JIT', 'AUTOJOIN', 'SCIM', 'DIRECTORY')),
  break_glass     boolean NOT NULL CHECK (NOT break_glass OR role = 'OWNER'),
  created_at      timestamptz NOT NULL,
  version         bigint NOT NULL,
  PRIMARY KEY (organization_id, user_id),
  UNIQUE (organization_id, id)
);
-- The one look across tenants: a person's own organizations, at every session check.
CREATE INDEX membership_of_user ON membership (user_id);

-- Ending a session deletes its row. Room is left in each page because last_seen_at changes every minute.
CREATE TABLE session (
  id           ulid PRIMARY KEY,
  token_hash   bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  user_id      ulid NOT NULL REFERENCES user_account,
  proofs       text NOT NULL,
  created_at   timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  device       text NOT NULL,
  address      text NOT NULL
) WITH (fillfactor = 80);
CREATE INDEX session_of_user ON session (user_id);

CREATE TABLE known_browser (
  user_id      ulid NOT NULL REFERENCES user_account,
  browser_hash bytea NOT NULL CHECK (length(browser_hash) = 32),
  last_used_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, browser_hash)
);

-- Mailed codes are short: their hashes could be reversed by trying, so they are sealed like everything else in here.
CREATE TABLE one_time_secret (
  id           ulid PRIMARY KEY,
  purpose      text NOT NULL,
  state        text NOT NULL CHECK (state IN ('OPEN', 'TAKEN', 'EXPIRED', 'USED_UP')),
  sealed_hash  bytea NOT NULL,
  sealed_facts bytea,
  issued_at    timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  tries_left   integer NOT NULL CHECK (tries_left >= 0),
  CHECK ((state = 'OPEN') = (sealed_facts IS NOT NULL))
);
-- Expiry is judged by the newest of these.
CREATE INDEX one_time_secret_by_issue ON one_time_secret (issued_at);

CREATE TABLE guess_count (
  key      text COLLATE "C" PRIMARY KEY,
  failures integer NOT NULL CHECK (failures >= 0),
  last_at  timestamptz NOT NULL
);

-- The row of a mail that was sent or that expired stays without its content: it counts against the recipient's limit.
CREATE TABLE mail_outbox (
  id             ulid PRIMARY KEY,
  recipient      text COLLATE "C" NOT NULL,
  sealed_content bytea,
  enqueued_at    timestamptz NOT NULL,
  expires_at     timestamptz NOT NULL,
  -- When the next try is due; while a node holds the mail, the end of that node's lease.
  due_at         timestamptz NOT NULL,
  failures       integer NOT NULL DEFAULT 0,
  sent_at        timestamptz
);
CREATE INDEX mail_outbox_waiting ON mail_outbox (due_at) WHERE sealed_content IS NOT NULL;
CREATE INDEX mail_outbox_by_recipient ON mail_outbox (recipient, enqueued_at);

-- Only ever filled in a trial without a mail server.
CREATE TABLE trial_mail (
  id             ulid PRIMARY KEY,
  recipient      text COLLATE "C" NOT NULL,
  sealed_content bytea NOT NULL,
  expires_at     timestamptz NOT NULL,
  sent_at        timestamptz NOT NULL
);
CREATE INDEX trial_mail_by_time ON trial_mail (sent_at);

-- No foreign keys: what happened stays true when the account or the organization is gone.
CREATE TABLE audit_event (
  id              ulid PRIMARY KEY,
  organization_id ulid,
  actor_id        ulid,
  at              timestamptz NOT NULL,
  action          text NOT NULL,
  outcome         text NOT NULL CHECK (outcome IN ('SUCCESS', 'REFUSED')),
  address         text NOT NULL,
  device          text NOT NULL,
  request_id      text NOT NULL,
  -- [{"rule": …, "result": …, "detail": …}, …] in the order in which the rules were looked at
  chain           jsonb NOT NULL,
  details         jsonb NOT NULL
);
CREATE INDEX audit_event_of_organization ON audit_event (organization_id, id);
CREATE INDEX audit_event_of_actor ON audit_event (actor_id, id);

-- History is not rewritten, by no statement of Latchkey's own either; only who may change the schema could take the
-- trigger away. The purge after twelve months will replace this function by one that lets pass what is old enough.
CREATE FUNCTION refuse_change_of_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_event is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER audit_event_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit_event();
