-- Collations, and the sketches by which texts that are alike are found.
-- Times are ISO 8601 in UTC; offsets are UTF-16 units, half-open.

CREATE TABLE collation (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  name_key   TEXT NOT NULL,
  -- JSON list of {sourceId, versionId, siglum}: versions are never deleted, and a collation keeps the ones it was made of.
  witnesses  TEXT NOT NULL CHECK (json_valid(witnesses)),
  -- Index of the base text among them.
  base       INTEGER NOT NULL CHECK (base >= 0),
  -- JSON list of {id, kind, stretches, who, createdAt}.
  pins       TEXT NOT NULL CHECK (json_valid(pins)),
  revision   INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

CREATE UNIQUE INDEX collation_by_name ON collation (name_key) WHERE deleted_at IS NULL;
CREATE INDEX collation_by_change ON collation (changed_at, id) WHERE deleted_at IS NULL;

-- Derived from the text of a version, which never changes; may be emptied at any time.
CREATE TABLE text_sketch (
  version_id TEXT PRIMARY KEY REFERENCES text_version (id),
  -- Which way of sketching made it.
  method     INTEGER NOT NULL,
  -- Unsigned 32-bit numbers, ascending, little-endian.
  hashes     BLOB NOT NULL
) STRICT, WITHOUT ROWID;
