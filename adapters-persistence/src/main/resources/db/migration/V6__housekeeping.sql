-- Removing what is over.

-- Whoever moves held_until forward has the job until then.
CREATE TABLE job_lease (
  job        text COLLATE "C" PRIMARY KEY,
  held_until timestamptz NOT NULL
);

-- History is still not rewritten, but what happened twelve months ago may be forgotten.
DROP TRIGGER audit_event_is_append_only ON audit_event;
CREATE TRIGGER audit_event_is_append_only BEFORE UPDATE OR TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit_event();

CREATE FUNCTION refuse_early_removal_of_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.at > now() - interval '12 months' THEN
    RAISE EXCEPTION 'audit_event is append-only: DELETE refused within 12 months' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN OLD;
END
$$;
CREATE TRIGGER audit_event_is_kept_for_a_year BEFORE DELETE ON audit_event
  FOR EACH ROW EXECUTE FUNCTION refuse_early_removal_of_audit_event();

-- Rows come in the order of time, so that a few bytes per block say where the old ones are.
CREATE INDEX audit_event_by_time ON audit_event USING brin (at);
