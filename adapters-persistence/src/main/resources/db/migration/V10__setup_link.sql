-- Which setup mail of a member is the newest: no other one's link, nor a code that came of it, is good for anything.
CREATE TABLE setup_link (
  organization_id ulid NOT NULL,
  member_id       ulid NOT NULL,
  secret_id       ulid NOT NULL,
  PRIMARY KEY (organization_id, member_id),
  FOREIGN KEY (organization_id, member_id) REFERENCES membership (organization_id, id) ON DELETE CASCADE
);
