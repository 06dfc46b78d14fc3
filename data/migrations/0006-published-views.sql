-- What each room publishes of its tables. SQL of a room reads its own tables and these views, and no other table:
-- a table may then change its shape without a search through the whole of the code. See docs/adr/0049-published-views.md.

-- The archive: descriptions, texts, tags. Sources in the bin are among them.
CREATE VIEW source_summary AS SELECT id, title, title_key, written_min, deleted_at FROM source;
CREATE VIEW current_version AS SELECT source_id, version_id FROM current_text;
CREATE VIEW version_spans AS SELECT id AS version_id, spans FROM text_version;
CREATE VIEW live_tag AS SELECT id, name, name_key, parent_id FROM tag WHERE deleted_at IS NULL;

-- Annotation. An annotation is live until it is deleted, whether its source is in the bin or not.
CREATE VIEW live_annotation AS SELECT id, source_id FROM annotation WHERE deleted_at IS NULL;
CREATE VIEW live_annotation_tag AS SELECT m.tag_id, m.annotation_id, a.source_id
  FROM annotation_tag m JOIN annotation a ON a.id = m.annotation_id WHERE a.deleted_at IS NULL;
CREATE VIEW placed_anchor AS SELECT annotation_id, version_id, start_at, end_at FROM anchor WHERE state = 'placed';
-- Where an annotation is in the current text of its source; without offsets while it needs review, and for a region.
CREATE VIEW annotated_passage AS SELECT a.id, a.source_id, a.exact, a.region, a.deleted_at, c.version_id,
    x.start_at, x.end_at
  FROM annotation a JOIN current_version c ON c.source_id = a.source_id
  LEFT JOIN anchor x ON x.annotation_id = a.id AND x.version_id = c.version_id AND x.state = 'placed';

-- Search: the language that a text was taken to be in when it was indexed.
CREATE VIEW detected_language AS SELECT version_id, language FROM text_language;

-- Notes.
CREATE VIEW live_note AS SELECT id, title, body, changed_at FROM note WHERE deleted_at IS NULL;
-- Answered by the index alone; otherwise SQLite walks through every body to what stands behind it.
CREATE VIEW live_note_change AS SELECT id, changed_at FROM note INDEXED BY note_by_change WHERE deleted_at IS NULL;
