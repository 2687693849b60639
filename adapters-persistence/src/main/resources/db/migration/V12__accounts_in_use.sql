-- Which accounts are anybody's, and which passkeys stand for a second factor.

-- When somebody first signed in; until then the account, entered by others, gives way to whoever proves its address.
ALTER TABLE user_account ADD COLUMN first_sign_in_at timestamptz;
UPDATE user_account u SET first_sign_in_at = created_at
WHERE password_hash IS NOT NULL OR mfa_enrolled
  OR EXISTS (SELECT FROM passkey p WHERE p.user_id = u.id)
  OR EXISTS (SELECT FROM known_browser k WHERE k.user_id = u.id)
  OR EXISTS (SELECT FROM membership m WHERE m.user_id = u.id AND m.last_sign_in_at IS NOT NULL);

-- Whether its authenticator has ever verified its owner. Of those made before, most have: better to ask for one too many
-- than to let a password stand in for it.
ALTER TABLE passkey ADD COLUMN user_verified boolean NOT NULL DEFAULT true;
ALTER TABLE passkey ALTER COLUMN user_verified DROP DEFAULT;
