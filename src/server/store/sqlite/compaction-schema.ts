/**
 * What stays of an operation that moved to the archive: its name and fingerprint (a replay is known, a fork found out),
 * who wrote which fields when (the history of a record), and its commitment (the trail holds). What it said is in the
 * archive file of its month only. `device_cursor` remembers how far a device had read, noted once a day.
 */
export const compactionSchema = `
CREATE TABLE archived_op (
  feed TEXT NOT NULL, seq INTEGER NOT NULL, dev TEXT NOT NULL, n INTEGER NOT NULL, hlc INTEGER NOT NULL,
  recv_ms INTEGER NOT NULL, author TEXT NOT NULL, kind TEXT NOT NULL, entity TEXT NOT NULL, fields TEXT NOT NULL,
  hash TEXT NOT NULL, leaf TEXT NOT NULL,
  PRIMARY KEY (feed, seq), UNIQUE (dev, n)
);
CREATE TABLE device_cursor (
  dev TEXT PRIMARY KEY, inc TEXT NOT NULL, noted_ms INTEGER NOT NULL, cursors TEXT NOT NULL
) WITHOUT ROWID;
`
