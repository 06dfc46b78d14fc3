-- Page images: what is known of each original, and how its pages are looked at.

-- Derived from the bytes of an original, and made again when it is not there: pages with their sizes, what the camera
-- wrote, or why nothing can be drawn. JSON.
CREATE TABLE original_pages (
  sha256 TEXT PRIMARY KEY REFERENCES original (sha256),
  facts  TEXT NOT NULL CHECK (json_valid(facts))
) STRICT, WITHOUT ROWID;

-- How a person looks at a page; the file is never changed. A page without a row is looked at as it is.
CREATE TABLE page_view (
  sha256     TEXT NOT NULL REFERENCES original (sha256),
  page_index INTEGER NOT NULL CHECK (page_index >= 0),
  view       TEXT NOT NULL CHECK (json_valid(view)),
  PRIMARY KEY (sha256, page_index)
) STRICT, WITHOUT ROWID;
