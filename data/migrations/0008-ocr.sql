-- Where the words of texts are on page images, as OCR read them. See docs/adr/0054-ocr-from-pixels-to-words.md.

-- What OCR has read of a source so far, page by page, each whole when it is here: a job that was killed goes on behind
-- them. They leave in the transaction in which their text version is made.
CREATE TABLE ocr_page (
  source_id  TEXT NOT NULL REFERENCES source (id),
  -- With what it is read: originals, languages, kind of image. Another reading has pages of its own.
  reading    TEXT NOT NULL,
  page_index INTEGER NOT NULL CHECK (page_index >= 0),
  text       TEXT NOT NULL,
  words      BLOB NOT NULL,
  -- JSON: engine, languages, parameters, transform, turns, confidence.
  details    TEXT NOT NULL CHECK (json_valid(details)),
  PRIMARY KEY (source_id, reading, page_index)
) STRICT;

-- The same of a text version, which never changes.
CREATE TABLE version_page (
  version_id TEXT NOT NULL REFERENCES text_version (id),
  page_index INTEGER NOT NULL CHECK (page_index >= 0),
  -- UTF-16 offset of the page in the text.
  start_at   INTEGER NOT NULL CHECK (start_at >= 0),
  words      BLOB NOT NULL,
  details    TEXT NOT NULL CHECK (json_valid(details)),
  PRIMARY KEY (version_id, page_index)
) STRICT;

CREATE TRIGGER version_page_is_never_changed BEFORE UPDATE ON version_page
BEGIN SELECT RAISE(ABORT, 'The words of a text version are never changed'); END;
CREATE TRIGGER version_page_is_never_deleted BEFORE DELETE ON version_page
BEGIN SELECT RAISE(ABORT, 'The words of a text version are never deleted'); END;
