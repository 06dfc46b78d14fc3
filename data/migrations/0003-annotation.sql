-- Tags as a tree, chains of text versions, annotations with their anchors, notes, citation styles.
-- Times are ISO 8601 in UTC; offsets are UTF-16 units, half-open.

ALTER TABLE tag ADD COLUMN parent_id TEXT REFERENCES tag (id);
ALTER TABLE tag ADD COLUMN colour INTEGER CHECK (colour BETWEEN 1 AND 8);
ALTER TABLE tag ADD COLUMN description TEXT NOT NULL DEFAULT '';
-- Of a tag that was merged: the one that answers for it, so that links of notes and saved searches still lead somewhere.
ALTER TABLE tag ADD COLUMN merged_into TEXT REFERENCES tag (id);
DROP INDEX tag_by_name;
-- A name is taken once among the children of one parent.
CREATE UNIQUE INDEX tag_by_name ON tag (ifnull(parent_id, ''), name_key) WHERE deleted_at IS NULL;
CREATE INDEX tag_by_parent ON tag (parent_id, name_key);

ALTER TABLE text_version ADD COLUMN parent_id TEXT REFERENCES text_version (id);
ALTER TABLE text_version ADD COLUMN who TEXT NOT NULL DEFAULT '';
ALTER TABLE text_version ADD COLUMN reason TEXT NOT NULL DEFAULT '';

-- The version of each source that is read, searched and annotated. Every source has a row.
CREATE TABLE current_text (
  source_id  TEXT PRIMARY KEY REFERENCES source (id),
  version_id TEXT NOT NULL REFERENCES text_version (id)
) STRICT, WITHOUT ROWID;

INSERT INTO current_text (source_id, version_id)
  SELECT t.source_id, t.id FROM text_version t
  WHERE t.position = (SELECT max(o.position) FROM text_version o WHERE o.source_id = t.source_id);

-- What an annotation was made on never changes; where it is in each version is told by its anchors.
CREATE TABLE annotation (
  id         TEXT PRIMARY KEY,
  source_id  TEXT NOT NULL REFERENCES source (id),
  -- For words: the version and place it was made on, with the words and up to 32 code points of context.
  version_id TEXT REFERENCES text_version (id),
  start_at   INTEGER,
  end_at     INTEGER,
  exact      TEXT NOT NULL,
  prefix     TEXT NOT NULL,
  suffix     TEXT NOT NULL,
  -- For a rectangle of a page image: JSON, fractions of the page.
  region     TEXT CHECK (region IS NULL OR json_valid(region)),
  colour     INTEGER NOT NULL CHECK (colour BETWEEN 1 AND 8),
  comment    TEXT NOT NULL,
  -- Derived: words and comment without case and accents, for the filter line.
  text_key   TEXT NOT NULL,
  who        TEXT NOT NULL,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((version_id IS NULL) = (region IS NOT NULL)),
  CHECK ((version_id IS NULL) = (start_at IS NULL) AND (start_at IS NULL) = (end_at IS NULL))
) STRICT;

CREATE INDEX annotation_of_source ON annotation (source_id, id) WHERE deleted_at IS NULL;
CREATE INDEX annotation_by_change ON annotation (changed_at, id) WHERE deleted_at IS NULL;
CREATE INDEX annotation_region ON annotation (source_id, id) WHERE region IS NOT NULL AND deleted_at IS NULL;

CREATE TABLE annotation_tag (
  annotation_id TEXT NOT NULL REFERENCES annotation (id),
  tag_id        TEXT NOT NULL REFERENCES tag (id),
  PRIMARY KEY (annotation_id, tag_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX annotation_tag_by_tag ON annotation_tag (tag_id, annotation_id);

CREATE TABLE anchor (
  annotation_id TEXT NOT NULL REFERENCES annotation (id),
  version_id    TEXT NOT NULL REFERENCES text_version (id),
  state         TEXT NOT NULL CHECK (state IN ('placed', 'review')),
  -- Null while it needs review.
  start_at      INTEGER,
  end_at        INTEGER,
  method        TEXT CHECK (method IN ('made', 'alignment', 'quote', 'person')),
  score         REAL,
  similarity    REAL,
  -- Of a review: why, and where it might be.
  reason        TEXT NOT NULL DEFAULT '',
  candidates    TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(candidates)),
  PRIMARY KEY (annotation_id, version_id),
  CHECK ((state = 'placed') = (start_at IS NOT NULL) AND (state = 'placed') = (end_at IS NOT NULL)
    AND (state = 'placed') = (method IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX anchor_of_version ON anchor (version_id, state, start_at);

CREATE TABLE note (
  id         TEXT PRIMARY KEY,
  title      TEXT NOT NULL,
  title_key  TEXT NOT NULL,
  body       TEXT NOT NULL,
  -- Derived: title and body without case and accents, for the filter line.
  text_key   TEXT NOT NULL,
  revision   INTEGER NOT NULL,
  who        TEXT NOT NULL,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

CREATE INDEX note_by_change ON note (changed_at, id) WHERE deleted_at IS NULL;
CREATE INDEX note_by_title ON note (title_key, id) WHERE deleted_at IS NULL;
CREATE INDEX note_by_creation ON note (created_at, id) WHERE deleted_at IS NULL;

-- Derived from the body, in the same transaction: what a note cites and links to. For backlinks.
CREATE TABLE note_reference (
  note_id   TEXT NOT NULL REFERENCES note (id),
  position  INTEGER NOT NULL,
  -- `[start_at, end_at)` of the citation or link in the body.
  start_at  INTEGER NOT NULL,
  end_at    INTEGER NOT NULL,
  kind      TEXT NOT NULL CHECK (kind IN ('source', 'passage', 'note', 'tag')),
  -- Without a foreign key: a note may name what this archive does not hold, and says so.
  target_id TEXT NOT NULL,
  PRIMARY KEY (note_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX note_reference_by_target ON note_reference (target_id, kind, note_id);

-- Styles that a person added; those that come with Fonds are not here.
CREATE TABLE citation_style (
  id         TEXT PRIMARY KEY,
  title      TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('note', 'in-text')),
  csl        TEXT NOT NULL,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

CREATE TABLE learned_word (
  word       TEXT PRIMARY KEY,
  who        TEXT NOT NULL,
  learned_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT, WITHOUT ROWID;
