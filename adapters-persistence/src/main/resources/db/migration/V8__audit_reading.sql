-- Whose admins may read which fact.

-- Filled in the statement that writes the fact: the organization that it is marked with, and for sign-ins and the like
-- those that the account opened at that time. The tenant comes first, so that its history is read in one piece.
CREATE TABLE audit_concern (
  organization_id ulid NOT NULL,
  event_id        ulid NOT NULL REFERENCES audit_event ON DELETE CASCADE,
  PRIMARY KEY (organization_id, event_id)
);
-- For the purge, which takes the facts away and these with them.
CREATE INDEX audit_concern_of_event ON audit_concern (event_id);
CREATE FUNCTION refuse_change_of_audit_concern() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_concern is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER audit_concern_is_append_only BEFORE UPDATE OR TRUNCATE ON audit_concern
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit_concern();

-- What happened before is told from today's memberships: nothing better is known.
INSERT INTO audit_concern (organization_id, event_id)
SELECT organization_id, id FROM audit_event WHERE organization_id IS NOT NULL
UNION
SELECT m.organization_id, e.id FROM audit_event e JOIN membership m ON m.user_id = e.actor_id AND m.status = 'ACTIVE'
WHERE e.action IN ('SIGN_IN', 'MFA_VERIFIED', 'MFA_ENROLLED', 'MFA_REMOVED', 'PASSKEY_ADDED', 'PASSKEY_REMOVED',
                   'PASSWORD_CHANGED', 'PASSWORD_RESET');
