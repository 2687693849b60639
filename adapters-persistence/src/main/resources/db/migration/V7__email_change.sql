-- What people tried lately in order to move to another address. What waits for its code is in one_time_secret.

CREATE TABLE email_change (
  user_id ulid PRIMARY KEY REFERENCES user_account,
  -- The challenge that was begun last; those before it are void.
  newest  ulid,
  -- When the period began in which mails are counted.
  since   timestamptz NOT NULL,
  mails   integer NOT NULL CHECK (mails >= 0)
);
