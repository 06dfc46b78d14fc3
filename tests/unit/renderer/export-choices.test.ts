/** What the export dialog offers, nearest first. */
import { describe, expect, it } from 'vitest';
import { type CollectionId, type NoteId, type SourceId, type Tag, TagId } from '../../../electron/contract/index.js';
import { exportChoices, formatsFor } from '../../../renderer/features/export/export-choices.js';

const id = (n: number) => `0195f000-0000-7000-8000-00000000000${n}`;
const note = (n: number) => id(n) as NoteId;
const NOWHERE = { noteId: null, selectedNotes: [], sourceId: null, tagId: null, query: null } as const;
const EMPTY = { notes: 0, collections: [], tags: [] } as const;
const tag = (n: number, name: string, parent: number | null): Tag => ({
  id: TagId.parse(id(n)),
  name,
  parentId: parent === null ? null : TagId.parse(id(parent)),
  colour: null,
  description: '',
  sourceCount: 0,
  annotationCount: 0,
  reachCount: 0,
});

describe('what can be exported', () => {
  it('is the whole archive when nothing else is at hand', () => {
    expect(exportChoices(NOWHERE, EMPTY).map(({ what }) => what)).toEqual([{ kind: 'everything' }]);
  });

  it('begins with the note one writes, then with the notes that are selected', () => {
    const context = { ...NOWHERE, noteId: note(1), selectedNotes: [note(1), note(2)], sourceId: id(3) as SourceId };
    const choices = exportChoices(context, { ...EMPTY, notes: 612 });
    expect(choices.map(({ label }) => label)).toEqual([
      'This note',
      'The 2 selected notes',
      'The annotations of this source',
      'All 612 notes',
      'The whole archive',
    ]);
    // All of them, however many: whoever writes them reads them.
    expect(choices[3]?.what).toEqual({ kind: 'allNotes' });
    expect(choices[1]?.what).toEqual({ kind: 'notes', ids: [note(1), note(2)] });
  });

  it('offers each collection by its name and each tag by its path', () => {
    const labels = exportChoices(NOWHERE, {
      notes: 0,
      collections: [{ id: id(5) as CollectionId, name: 'Cables', sourceCount: 2 }],
      tags: [tag(6, 'Person', null), tag(7, 'President', 6)],
    }).map(({ label }) => label);
    expect(labels).toEqual(['The whole archive', 'Collection: Cables', 'Tag: Person', 'Tag: Person/President']);
  });

  it('never offers notes a format that cannot hold them', () => {
    const [choice] = exportChoices({ ...NOWHERE, noteId: note(1) }, EMPTY);
    const formats = choice ? formatsFor(choice).map(({ id: format }) => format) : [];
    expect(formats).toContain('docx');
    expect(formats).not.toContain('csv');
    expect(formats).not.toContain('jsonld');
  });
});
