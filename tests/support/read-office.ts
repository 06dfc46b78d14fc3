/** Reads a file as the import does, and holds what comes back to what must be true of every text version. */
import { isBlockSpan, isInsetSpan } from '../../electron/contract/index.js';
import { type ParsedFile, read } from '../../electron/ingest/index.js';
import { expectValidSpans } from './spans.js';

/** @returns the reading, and its blocks as `h1 Title`, `paragraph Text`. */
export async function readOffice(file: Uint8Array, name: string) {
  const reading = await read(file, name);
  expectValidSpans(reading.text, reading.spans);
  const blocks = reading.spans.filter(isBlockSpan).map((span) => {
    const kind = span.kind === 'heading' ? `h${span.level}` : span.kind;
    return `${kind} ${reading.text.slice(span.start, span.end)}`;
  });
  return { ...reading, blocks };
}

/** What is marked, with what it is: `deletion: sails`. */
export const markedIn = ({ text, spans }: Pick<ParsedFile, 'text' | 'spans'>): string[] =>
  spans.filter(isInsetSpan).map(({ origin, start, end }) => `${origin}: ${text.slice(start, end)}`);
