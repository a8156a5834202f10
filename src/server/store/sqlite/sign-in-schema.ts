/**
 * Ways to sign in besides the password: passkeys, who a province's own identity provider means by an identifier, and
 * secrets that are good for one use within minutes. Of those only the hash is kept.
 */
export const signInSchema = `
CREATE TABLE passkey (
  id TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES account(id), pubkey TEXT NOT NULL, counter INTEGER NOT NULL,
  transports TEXT NOT NULL, label TEXT NOT NULL, backed_up INTEGER NOT NULL, created_ms INTEGER NOT NULL, used_ms INTEGER
) WITHOUT ROWID;
CREATE INDEX passkey_by_account ON passkey (account);

CREATE TABLE provider_link (
  issuer TEXT NOT NULL, identifier TEXT NOT NULL, account TEXT NOT NULL REFERENCES account(id),
  linked_ms INTEGER NOT NULL, PRIMARY KEY (issuer, identifier)
) WITHOUT ROWID;
CREATE INDEX provider_link_by_account ON provider_link (account);

CREATE TABLE once (
  hash TEXT PRIMARY KEY, purpose TEXT NOT NULL, body TEXT NOT NULL, expires_ms INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX once_by_expiry ON once (expires_ms);
`
