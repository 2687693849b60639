-- Domains that organizations claim, and the proof that one of them is an organization's own.

CREATE TABLE domain_claim (
  organization_id ulid NOT NULL REFERENCES organization,
  id              ulid NOT NULL,
  -- Lower case and as A-labels, so that a name has one spelling.
  domain          text COLLATE "C" NOT NULL CHECK (domain = lower(domain) AND length(domain) <= 253),
  -- Published by its owner, therefore no secret.
  token           text COLLATE "C" NOT NULL UNIQUE,
  created_at      timestamptz NOT NULL,
  -- Of a claim that waits for its proof.
  expires_at      timestamptz,
  -- Of a claim that was proven.
  verified_at     timestamptz,
  checked_at      timestamptz,
  next_check_at   timestamptz,
  lapsed_at       timestamptz,
  auto_join       text NOT NULL CHECK (auto_join IN ('OFF', 'AUTOMATIC', 'APPROVAL')),
  sso_redirect    boolean NOT NULL,
  version         bigint NOT NULL,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, domain),
  CHECK ((verified_at IS NULL) = (expires_at IS NOT NULL)),
  CHECK ((verified_at IS NULL) = (checked_at IS NULL) AND (verified_at IS NULL) = (next_check_at IS NULL)),
  CHECK (lapsed_at IS NULL OR verified_at IS NOT NULL)
);
-- Many may claim a domain, one has it verified. Also the way from an address to its organization.
CREATE UNIQUE INDEX domain_claim_verified ON domain_claim (domain) WHERE verified_at IS NOT NULL;
CREATE INDEX domain_claim_due ON domain_claim (next_check_at) WHERE next_check_at IS NOT NULL;
