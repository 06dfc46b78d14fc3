/** A document as it goes to the writers, with what no test is about filled in. */
import type { Block, Inline, WorkDocument } from '../../electron/export/work/document.js';

export const footnoteMark = (index: number): Inline => ({ kind: 'footnote', index });

export const documentOf = (blocks: readonly Block[], more: Partial<WorkDocument> = {}): WorkDocument => ({
  title: 'A note',
  language: 'en-GB',
  author: 'A researcher',
  madeAt: '2026-11-24T12:00:00.000Z',
  blocks,
  footnotes: [],
  bibliography: [],
  remarks: [],
  ...more,
});
