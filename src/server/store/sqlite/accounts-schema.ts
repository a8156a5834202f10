/** Accounts that are disabled from a day on, grants that deputise, and one-time codes, of which only the hash is kept. */
export const accountsSchema = `
ALTER TABLE account ADD COLUMN disabled_from TEXT;
ALTER TABLE grant_ ADD COLUMN deputy_for TEXT;
CREATE TABLE invitation (
  hash TEXT PRIMARY KEY, account TEXT NOT NULL UNIQUE REFERENCES account(id),
  created_ms INTEGER NOT NULL, expires_ms INTEGER NOT NULL
) WITHOUT ROWID;
`
