-- Where a file lay below what was dropped, with `/` and the file's own name: provenance of the original beside its order
-- (`position`). '' when nobody knows: originals that came in before this, or without a folder.
ALTER TABLE source_original ADD COLUMN path TEXT NOT NULL DEFAULT '';

-- Folders are ranges of paths.
CREATE INDEX source_original_by_path ON source_original (path, source_id) WHERE path <> '';
