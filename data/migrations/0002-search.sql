-- The search index beside what it indexes, saved searches, the search log, and tags on sources.
-- The index is derived: every row of search_* may be deleted and is made again. Times are ISO 8601 in UTC.

-- What made the index. An index made by another analyzer goes on answering until its successor is whole.
CREATE TABLE search_index (
  id        INTEGER PRIMARY KEY,
  analyzer  TEXT NOT NULL,
  -- 'building': not asked yet; 'current': answers.
  state     TEXT NOT NULL CHECK (state IN ('building', 'current'))
) STRICT;

-- An immutable part of an index. `hot` (dictionary, document table) is read when the archive opens.
CREATE TABLE search_segment (
  id        INTEGER PRIMARY KEY,
  index_id  INTEGER NOT NULL REFERENCES search_index (id),
  -- Order of insertion: a segment that replaces others takes their place.
  position  INTEGER NOT NULL,
  documents INTEGER NOT NULL CHECK (documents > 0),
  header    TEXT NOT NULL CHECK (json_valid(header)),
  hot       BLOB NOT NULL
) STRICT;

CREATE INDEX search_segment_in_order ON search_segment (index_id, position);

-- Tombstones: a document of a segment that is there no more, by its number in the segment.
CREATE TABLE search_tombstone (
  segment_id INTEGER NOT NULL REFERENCES search_segment (id),
  document   INTEGER NOT NULL,
  PRIMARY KEY (segment_id, document)
) STRICT, WITHOUT ROWID;

-- Cold bytes of a segment, about 32 KB a row; number = segment id * 65536 + row.
CREATE TABLE search_block (
  number INTEGER PRIMARY KEY,
  bytes  BLOB NOT NULL
) STRICT;

-- Sources whose entry in an index must be made anew: written with the change, taken away with the new entry.
CREATE TABLE search_pending (
  index_id  INTEGER NOT NULL REFERENCES search_index (id),
  source_id TEXT NOT NULL REFERENCES source (id),
  PRIMARY KEY (index_id, source_id)
) STRICT, WITHOUT ROWID;

-- The language a text seems to be in; a guess, which the description overrules. '' when it cannot be told.
CREATE TABLE text_language (
  version_id TEXT PRIMARY KEY REFERENCES text_version (id),
  language   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_search (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  name_key   TEXT NOT NULL,
  query      TEXT NOT NULL CHECK (json_valid(query)),
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

CREATE UNIQUE INDEX saved_search_by_name ON saved_search (name_key) WHERE deleted_at IS NULL;

-- Every search that was made: the ground of "searched, nothing found". Never changed.
CREATE TABLE search_log (
  seq     INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  who     TEXT NOT NULL,
  -- The line, its mode, its matching and its filters, as asked.
  query   TEXT NOT NULL CHECK (json_valid(query)),
  -- The line alone, for the history of the search line.
  line    TEXT NOT NULL,
  -- The filters in words, with the names they had then.
  scope   TEXT NOT NULL,
  -- Sources the search could have found, and those it did.
  sources INTEGER NOT NULL,
  hits    INTEGER NOT NULL,
  took_ms REAL NOT NULL
) STRICT;

CREATE INDEX search_log_by_line ON search_log (line, seq);

CREATE TRIGGER search_log_is_never_changed BEFORE UPDATE ON search_log
BEGIN SELECT RAISE(ABORT, 'The search log is never changed'); END;
CREATE TRIGGER search_log_is_never_deleted BEFORE DELETE ON search_log
BEGIN SELECT RAISE(ABORT, 'The search log is never shortened'); END;

CREATE TABLE tag (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  name_key   TEXT NOT NULL,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

CREATE UNIQUE INDEX tag_by_name ON tag (name_key) WHERE deleted_at IS NULL;

CREATE TABLE tag_source (
  tag_id    TEXT NOT NULL REFERENCES tag (id),
  source_id TEXT NOT NULL REFERENCES source (id),
  PRIMARY KEY (tag_id, source_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX tag_source_by_source ON tag_source (source_id, tag_id);
