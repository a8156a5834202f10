/**
 * The trail (decision D14). A link's row is written once; only `salt` and `detail` may be emptied later. `feed` remembers
 * the head of its chain, because its row is read and written with every push anyway.
 */
export const trailSchema = `
CREATE TABLE trail (
  chain TEXT NOT NULL, num INTEGER NOT NULL, at_ms INTEGER NOT NULL, type TEXT NOT NULL,
  account TEXT NOT NULL, subject TEXT NOT NULL, device TEXT NOT NULL, place TEXT NOT NULL,
  first_seq INTEGER NOT NULL, last_seq INTEGER NOT NULL, commitment TEXT NOT NULL, prev TEXT NOT NULL,
  hash TEXT NOT NULL, salt TEXT, detail TEXT,
  PRIMARY KEY (chain, num)
) WITHOUT ROWID;
CREATE INDEX trail_by_account ON trail (account, at_ms);
CREATE INDEX trail_by_subject ON trail (subject, at_ms) WHERE subject <> '';

CREATE TABLE trail_root (
  num INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, inc TEXT NOT NULL, prev TEXT NOT NULL, heads TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE TABLE trail_rooted (chain TEXT PRIMARY KEY, num INTEGER NOT NULL) WITHOUT ROWID;

ALTER TABLE feed ADD COLUMN links INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN head TEXT NOT NULL DEFAULT '';
`
