-- The first shape of archive.db. Migrations are immutable: a change of shape is a new file.
-- Times are ISO 8601 in UTC. Lists and free fields are JSON. Days are YYYY-MM-DD, first and last the date may mean.

CREATE TABLE archive (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  uuid       TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

-- Bytes held in originals/. A row is written only after its file is safely on disk.
CREATE TABLE original (
  sha256     TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  file_bytes INTEGER NOT NULL CHECK (file_bytes >= 0),
  stored_at  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
  id                TEXT PRIMARY KEY,
  title             TEXT NOT NULL,
  repository        TEXT NOT NULL,
  fonds             TEXT NOT NULL,
  series            TEXT NOT NULL,
  box               TEXT NOT NULL,
  folder            TEXT NOT NULL,
  reference_code    TEXT NOT NULL,
  creators          TEXT NOT NULL CHECK (json_valid(creators)),
  recipients        TEXT NOT NULL CHECK (json_valid(recipients)),
  document_type     TEXT NOT NULL,
  classification    TEXT NOT NULL,
  language          TEXT NOT NULL,
  date_written      TEXT NOT NULL,
  date_published    TEXT NOT NULL,
  date_declassified TEXT NOT NULL,
  rights            TEXT NOT NULL,
  url               TEXT NOT NULL,
  custom            TEXT NOT NULL CHECK (json_valid(custom)),
  -- Derived from the elements above, for sorting, date filters and the search line of the list.
  title_key         TEXT NOT NULL,
  reference_key     TEXT NOT NULL,
  type_key          TEXT NOT NULL,
  repository_key    TEXT NOT NULL,
  written_min       TEXT,
  written_max       TEXT,
  published_min     TEXT,
  published_max     TEXT,
  declassified_min  TEXT,
  declassified_max  TEXT,
  added_at          TEXT NOT NULL,
  changed_at        TEXT NOT NULL,
  deleted_at        TEXT
) STRICT;

CREATE INDEX source_by_title ON source (title_key, id, reference_key) WHERE deleted_at IS NULL;
CREATE INDEX source_by_type_key ON source (type_key, title_key, id) WHERE deleted_at IS NULL;
CREATE INDEX source_by_repository ON source (repository_key, title_key, id) WHERE deleted_at IS NULL;
CREATE INDEX source_by_added ON source (added_at, id) WHERE deleted_at IS NULL;
-- Undated sources come last in either direction, which takes an index for each.
CREATE INDEX source_by_date_up ON source ((written_min IS NULL), written_min, id) WHERE deleted_at IS NULL;
CREATE INDEX source_by_date_down ON source ((written_min IS NULL), written_min DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX source_of_type ON source (document_type, title_key, id) WHERE deleted_at IS NULL;
CREATE INDEX source_in_bin ON source (deleted_at, id) WHERE deleted_at IS NOT NULL;

CREATE TABLE source_original (
  source_id  TEXT NOT NULL REFERENCES source (id),
  position   INTEGER NOT NULL,
  sha256     TEXT NOT NULL REFERENCES original (sha256),
  file_name  TEXT NOT NULL,
  media_type TEXT NOT NULL,
  PRIMARY KEY (source_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX source_original_by_hash ON source_original (sha256, source_id);

-- What a source says, as read once. Position 0 is the first version; the highest is the current one.
CREATE TABLE text_version (
  id          TEXT PRIMARY KEY,
  source_id   TEXT NOT NULL REFERENCES source (id),
  position    INTEGER NOT NULL CHECK (position >= 0),
  created_at  TEXT NOT NULL,
  origin      TEXT NOT NULL,
  remarks     TEXT NOT NULL CHECK (json_valid(remarks)),
  length      INTEGER NOT NULL,
  text_sha256 TEXT NOT NULL,
  spans       TEXT NOT NULL CHECK (json_valid(spans)),
  text        TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX text_version_of_source ON text_version (source_id, position, id);

CREATE TRIGGER text_version_is_never_changed BEFORE UPDATE ON text_version
BEGIN SELECT RAISE(ABORT, 'A text version is never changed'); END;
CREATE TRIGGER text_version_is_never_deleted BEFORE DELETE ON text_version
BEGIN SELECT RAISE(ABORT, 'A text version is never deleted'); END;

CREATE TABLE collection (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  name_key   TEXT NOT NULL,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

CREATE UNIQUE INDEX collection_by_name ON collection (name_key) WHERE deleted_at IS NULL;

CREATE TABLE collection_source (
  collection_id TEXT NOT NULL REFERENCES collection (id),
  source_id     TEXT NOT NULL REFERENCES source (id),
  PRIMARY KEY (collection_id, source_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX collection_source_by_source ON collection_source (source_id, collection_id);

-- The journal. A step is what one undo takes back; an import is one step of many changes.
CREATE TABLE journal_step (
  seq        INTEGER PRIMARY KEY,
  group_id   TEXT NOT NULL,
  label      TEXT NOT NULL,
  who        TEXT NOT NULL,
  started_at TEXT NOT NULL,
  -- 'kept': done, and not to be undone any more.
  state      TEXT NOT NULL CHECK (state IN ('done', 'undone', 'abandoned', 'kept'))
) STRICT;

CREATE INDEX journal_step_by_state ON journal_step (state, seq);
CREATE INDEX journal_step_by_group ON journal_step (group_id, seq);

CREATE TABLE journal_change (
  seq        INTEGER PRIMARY KEY,
  step_seq   INTEGER NOT NULL REFERENCES journal_step (seq),
  who        TEXT NOT NULL,
  at         TEXT NOT NULL,
  kind       TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  before     TEXT NOT NULL CHECK (json_valid(before)),
  after      TEXT NOT NULL CHECK (json_valid(after))
) STRICT;

CREATE INDEX journal_change_of_step ON journal_change (step_seq, seq);

-- When a step was undone, redone, or left behind because something new was done after undoing it.
CREATE TABLE journal_turn (
  seq      INTEGER PRIMARY KEY,
  step_seq INTEGER NOT NULL REFERENCES journal_step (seq),
  who      TEXT NOT NULL,
  at       TEXT NOT NULL,
  turn     TEXT NOT NULL CHECK (turn IN ('undo', 'redo', 'abandon', 'keep'))
) STRICT;

CREATE TRIGGER journal_change_is_never_changed BEFORE UPDATE ON journal_change
BEGIN SELECT RAISE(ABORT, 'The journal is never changed'); END;
CREATE TRIGGER journal_change_is_never_deleted BEFORE DELETE ON journal_change
BEGIN SELECT RAISE(ABORT, 'The journal is never shortened'); END;
CREATE TRIGGER journal_turn_is_never_changed BEFORE UPDATE ON journal_turn
BEGIN SELECT RAISE(ABORT, 'The journal is never changed'); END;
CREATE TRIGGER journal_turn_is_never_deleted BEFORE DELETE ON journal_turn
BEGIN SELECT RAISE(ABORT, 'The journal is never shortened'); END;
CREATE TRIGGER journal_step_is_never_deleted BEFORE DELETE ON journal_step
BEGIN SELECT RAISE(ABORT, 'The journal is never shortened'); END;
