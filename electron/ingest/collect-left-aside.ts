/** What a reader left aside: kept with the text version, within bounds, so that a person can look at it. */
import { LEFT_ASIDE_KINDS, LEFT_ASIDE_REMARK, type LeftAside, type LeftAsideKind } from '../contract/index.js';
import { t } from '../wording/index.js';
import { writeBlocks } from './dom-blocks.js';
import type { AsidePart } from './html-partition.js';
import { ParsedTextBuilder } from './parsed-file.js';

/** Of all parts together, in UTF-16 units. The page itself is kept whole as the original. */
export const MAX_ASIDE_UNITS = 100_000;
const SEPARATOR = '\n\n';
/** Neighbours of one kind are joined; a page has a few dozen parts then. */
const MAX_PARTS = 500;

/** @returns the parts with their text, those without visible text left out. */
export function collectLeftAside(parts: readonly AsidePart[]): LeftAside[] {
  const collected: LeftAside[] = [];
  let room = MAX_ASIDE_UNITS;
  for (const { element, kind } of parts) {
    const builder = new ParsedTextBuilder();
    writeBlocks(element, builder);
    if (builder.length === 0) continue;
    const { text } = builder.finish({}, '');
    const lines = text.split('\n').filter((line) => line.trim() !== '').length;
    const kept = text.slice(0, Math.max(0, room)).toWellFormed();
    room -= kept.length + SEPARATOR.length;
    const last = collected.at(-1);
    if (last && (last.kind === kind || collected.length >= MAX_PARTS)) {
      const joined = kept === '' ? last.text : `${last.text}${SEPARATOR}${kept}`;
      collected[collected.length - 1] = { kind: last.kind, lines: last.lines + lines, text: joined };
    } else collected.push({ kind, lines, text: kept });
  }
  return collected;
}

/** @returns `Left aside: navigation, 41 lines; footers, 3 lines.`; null when nothing was. */
export function describeLeftAside(all: readonly LeftAside[]): string | null {
  const lines = new Map<LeftAsideKind, number>();
  for (const part of all) lines.set(part.kind, (lines.get(part.kind) ?? 0) + part.lines);
  const counts = (Object.keys(LEFT_ASIDE_KINDS) as LeftAsideKind[]).flatMap((kind) => {
    const count = lines.get(kind);
    return count === undefined
      ? []
      : [`${LEFT_ASIDE_KINDS[kind]}, ${t('{count, plural, one {# line} other {# lines}}', { count })}`];
  });
  return counts.length === 0 ? null : `${LEFT_ASIDE_REMARK}${counts.join('; ')}.`;
}
