-- What a reader left aside of an original, and what an original may say of itself: beside the text, for a person to look at.

-- JSON list of {kind, lines, text}, in the order of the original.
ALTER TABLE text_version ADD COLUMN left_aside TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(left_aside));

-- Offered until the element says so, or a person dismisses it.
CREATE TABLE suggestion (
  source_id    TEXT NOT NULL REFERENCES source (id),
  position     INTEGER NOT NULL,
  -- Name of the element in the contract; of a list the value is one entry.
  element      TEXT NOT NULL,
  value        TEXT NOT NULL,
  -- Where it was read, in words.
  read_from    TEXT NOT NULL,
  dismissed_at TEXT,
  PRIMARY KEY (source_id, position)
) STRICT, WITHOUT ROWID;
