-- What admins keep of a member beside role and status, and who was taken out of an organization.

-- What the organization calls the person and where it writes to stays on the membership: another organization of the
-- same person neither sees nor changes it.
ALTER TABLE membership
  ADD COLUMN display_name    text,
  ADD COLUMN contact_email   text COLLATE "C"
             CHECK (contact_email = lower(contact_email) AND length(contact_email) <= 254),
  -- Written at every sign-in without counting as a change of the membership: its version stays.
  ADD COLUMN last_sign_in_at timestamptz;

-- A removed member stays removed until somebody invites them anew. No reference to the account: the removal outlives it.
CREATE TABLE membership_removal (
  organization_id ulid NOT NULL REFERENCES organization,
  user_id         ulid NOT NULL,
  removed_at      timestamptz NOT NULL,
  PRIMARY KEY (organization_id, user_id)
);
