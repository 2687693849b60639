-- Somebody who was refused quotes the request; what happened in it is looked for by that.
CREATE INDEX audit_event_of_request ON audit_event (request_id);
