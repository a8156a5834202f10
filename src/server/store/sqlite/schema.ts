/**
 * The tables, in SQL that PostgreSQL understands as well (types and WITHOUT ROWID apart; rows with large
 * bodies keep their rowid): `store/postgres/schema.ts` runs the very same steps. Bodies are JSON text: what
 * a device sent is kept as it was said, also when this version does not know the kind or the field.
 */
import { accountsSchema } from './accounts-schema.ts'
import { compactionSchema } from './compaction-schema.ts'
import { signInSchema } from './sign-in-schema.ts'
import { trailSchema } from './trail-schema.ts'

const first = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE scope (
  id TEXT PRIMARY KEY, parent TEXT, kind TEXT NOT NULL, name TEXT NOT NULL, code TEXT NOT NULL, position INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE account (
  id TEXT PRIMARY KEY, username TEXT NOT NULL UNIQUE, display_name TEXT NOT NULL,
  is_illustrative INTEGER NOT NULL, password_hash TEXT
) WITHOUT ROWID;

CREATE TABLE grant_ (
  account TEXT NOT NULL REFERENCES account(id), scope TEXT NOT NULL, role TEXT NOT NULL,
  valid_from TEXT NOT NULL, valid_to TEXT,
  PRIMARY KEY (account, scope, role, valid_from)
) WITHOUT ROWID;

CREATE TABLE device (
  id TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES account(id), label TEXT NOT NULL, pubkey TEXT NOT NULL,
  created_ms INTEGER NOT NULL, password_ms INTEGER NOT NULL, last_seen_ms INTEGER NOT NULL,
  last_n INTEGER NOT NULL DEFAULT 0, safe_n INTEGER NOT NULL DEFAULT 0, hlc_max INTEGER,
  revoked INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES account(id), device TEXT NOT NULL REFERENCES device(id),
  opened_ms INTEGER NOT NULL, expires_ms INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX session_by_device ON session (device);
CREATE INDEX session_by_expiry ON session (expires_ms);

CREATE TABLE challenge (hash TEXT PRIMARY KEY, device TEXT NOT NULL, expires_ms INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX challenge_by_expiry ON challenge (expires_ms);

CREATE TABLE feed (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL, audience TEXT NOT NULL,
  seq INTEGER NOT NULL DEFAULT 0, min_seq INTEGER NOT NULL DEFAULT 1, epoch INTEGER NOT NULL DEFAULT 1
) WITHOUT ROWID;

CREATE TABLE op (
  feed TEXT NOT NULL REFERENCES feed(id), seq INTEGER NOT NULL, dev TEXT NOT NULL, n INTEGER NOT NULL,
  hlc INTEGER NOT NULL, recv_ms INTEGER NOT NULL, ehlc INTEGER NOT NULL, author TEXT NOT NULL,
  kind TEXT NOT NULL, entity TEXT NOT NULL, sv INTEGER NOT NULL, grp TEXT, hash TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (feed, seq), UNIQUE (dev, n)
);

CREATE TABLE ent (
  feed TEXT NOT NULL, entity TEXT NOT NULL, kind TEXT NOT NULL, seq INTEGER NOT NULL, regs TEXT NOT NULL,
  PRIMARY KEY (feed, entity)
);

CREATE TABLE conflict (
  feed TEXT NOT NULL, entity TEXT NOT NULL, field TEXT NOT NULL, opened_seq INTEGER NOT NULL, closed_seq INTEGER,
  PRIMARY KEY (feed, entity, field, opened_seq)
) WITHOUT ROWID;

CREATE TABLE quarantine (
  dev TEXT NOT NULL, n INTEGER NOT NULL, code TEXT NOT NULL, hash TEXT NOT NULL, body TEXT NOT NULL,
  recv_ms INTEGER NOT NULL, decided_by TEXT, decided_ms INTEGER,
  PRIMARY KEY (dev, n)
);

CREATE TABLE blob (
  sha TEXT PRIMARY KEY, size INTEGER NOT NULL, mime TEXT NOT NULL, stored_ms INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE blob_ref (
  sha TEXT NOT NULL, feed TEXT NOT NULL, entity TEXT NOT NULL, dev TEXT NOT NULL,
  PRIMARY KEY (sha, feed, entity)
) WITHOUT ROWID;
CREATE INDEX blob_ref_by_device ON blob_ref (dev);
CREATE INDEX blob_ref_by_entity ON blob_ref (feed, entity);
`

/** Decisions about refused operations, and units that merge or divide (decision D16). */
const decisionsAndSuccession = `
ALTER TABLE quarantine ADD COLUMN verdict TEXT;
ALTER TABLE quarantine ADD COLUMN reason TEXT;
CREATE INDEX quarantine_waiting ON quarantine (code) WHERE decided_ms IS NULL;
ALTER TABLE scope ADD COLUMN valid_from TEXT;
ALTER TABLE scope ADD COLUMN valid_to TEXT;
CREATE TABLE succession (
  predecessor TEXT NOT NULL, successor TEXT NOT NULL, since TEXT NOT NULL, PRIMARY KEY (predecessor, successor)
) WITHOUT ROWID;
`

/** Accounts, ways to sign in, and the trail (issue 4); every topic has its statements in a file of its own. */
const whoMayWhat = [accountsSchema, signInSchema, trailSchema].join('\n')

/** The archive of operations, and what came with it; every topic appends its own. */
const archiveAndMore = [compactionSchema].join('\n')

/** Step i brings a database from version i to i + 1. Published steps are never changed; a new one goes to the end. */
export const migrations: readonly string[] = [first, decisionsAndSuccession, whoMayWhat, archiveAndMore]

export const SCHEMA_VERSION = migrations.length
