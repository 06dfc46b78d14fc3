/** A document as it goes to the writers, with what no test is about filled in. */
import type { DocumentBlock, ExportDocument, InlineContent } from '../../electron/export/document/document-model.js';

export const footnoteMark = (index: number): InlineContent => ({ kind: 'footnote', index });

export const documentOf = (blocks: readonly DocumentBlock[], more: Partial<ExportDocument> = {}): ExportDocument => ({
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
