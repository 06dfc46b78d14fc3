/**
 * Corrects a witness by the reading of another, as one does with a recognised text and its transcript. Invariant: the new
 * text, its annotations and the collation that goes on with it are one step of undo; what a release withholds is never
 * written over.
 */
import type { AccompanyingChanges, Archive } from '../archive/index.js';
import {
  type AnchorReport,
  type CollationBlock,
  FondsError,
  type Output,
  type ParsedInput,
  type Range,
  type SourceId,
  takeOverObstacle,
  type VersionId,
  type Witness,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import type { CollationEngine } from './collation-engine.js';
import type { Collations } from './collations.js';
import { replaced, replacementOf } from './replacement.js';

export interface ReadingTransfer {
  /**
   * @throws FondsError NOT_FOUND, INVALID_INPUT (withheld, moved, the same, nothing would be left), STALE (another text or
   * alignment by now); then nothing was changed.
   */
  takeOver(input: ParsedInput<'collation.takeOver'>, signal: AbortSignal): Promise<Output<'collation.takeOver'>>;
}

/** Corrects a text; as the annotation room does it. @throws FondsError NOT_FOUND, INVALID_INPUT, STALE. */
export type CorrectText = (
  correction: {
    readonly sourceId: SourceId;
    readonly versionId: VersionId;
    readonly text: string;
    readonly reason: string;
  },
  along: AccompanyingChanges,
) => Promise<{ versionId: VersionId; anchors: AnchorReport }>;

export interface ReadingTransferOptions {
  readonly archive: Pick<Archive, 'texts'>;
  readonly collations: Pick<Collations, 'get' | 'replaceVersion'>;
  readonly collating: Pick<CollationEngine, 'align'>;
  readonly correct: CorrectText;
}

const stale = () =>
  new FondsError('STALE', t('This comparison has changed meanwhile. Nothing was changed: look at the place again.'));

export function createReadingTransfer({
  archive,
  collations,
  collating,
  correct,
}: ReadingTransferOptions): ReadingTransfer {
  return {
    takeOver: async ({ id, from, into }, signal) => {
      const { witnesses, name } = collations.get(id);
      const [source, corrected] = [witnesses[from.witness], witnesses[into.witness]];
      if (!source || !corrected) {
        throw new FondsError(
          'INVALID_INPUT',
          t('There is no such witness: there are {count}.', { count: witnesses.length }),
        );
      }
      if (source.versionId !== from.versionId || corrected.versionId !== into.versionId) throw stale();
      const result = await collating.align({ id }, signal);
      const block = blockAt(result.blocks, witnesses.length, from, into);
      if (!block) throw stale();
      const ends = { from: from.witness, into: into.witness };
      const why = takeOverObstacle({ block, moves: result.moves, witnesses, ...ends });
      if (why !== null) throw new FondsError('INVALID_INPUT', why, ends);

      const { text } = archive.texts.get(corrected.sourceId, corrected.versionId);
      const other = archive.texts.get(source.sourceId, source.versionId).text;
      const replacement = replacementOf(
        { text: other, range: [from.start, from.end] },
        { text, range: [into.start, into.end] },
      );
      const after = replaced(text, replacement);
      if (after.trim() === '') {
        throw new FondsError(
          'INVALID_INPUT',
          t('Nothing would be left of the text of {siglum}.', { siglum: corrected.siglum }),
        );
      }
      const reason = reasonOf(text.slice(into.start, into.end), other.slice(from.start, from.end), source, name);
      let droppedPins = 0;
      const made = await correct(
        { sourceId: corrected.sourceId, versionId: corrected.versionId, text: after, reason },
        {
          label: t('Take the reading of {siglum} over into “{title}”', {
            siglum: source.siglum,
            title: corrected.title || t('Untitled'),
          }),
          scopes: ['collations'],
          changes: (versionId) => {
            const moved = collations.replaceVersion(id, { from: corrected.versionId, to: versionId, replacement });
            droppedPins = moved.droppedPins;
            return moved.changes;
          },
        },
      );
      return { ...made, collation: collations.get(id), droppedPins };
    },
  };
}

type TransferRange = ParsedInput<'collation.takeOver'>['from'];

/** The place at which the two have just these ranges; null when there is none any more. */
function blockAt(
  blocks: readonly CollationBlock[],
  width: number,
  from: TransferRange,
  into: TransferRange,
): CollationBlock | null {
  const reached = new Array<number>(width).fill(0);
  const isAt = ({ cells }: CollationBlock, { witness, start, end }: TransferRange): boolean => {
    const point = reached[witness] ?? 0;
    const [a, b]: Range = cells[witness] ?? [point, point];
    return a === start && b === end;
  };
  for (const block of blocks) {
    if (block.class !== null && isAt(block, from) && isAt(block, into)) return block;
    for (const [witness, cell] of block.cells.entries()) if (cell) reached[witness] = cell[1];
  }
  return null;
}

/** UTF-16 units of a reading that are said in the reason. */
const SAID = 200;

/** What the list of versions says of it. */
function reasonOf(before: string, after: string, { siglum, title }: Witness, name: string): string {
  const say = (words: string) => {
    const line = words.replace(/\s+/gu, ' ').trim();
    if (line === '') return 'nothing';
    return `“${line.length > SAID ? `${line.slice(0, SAID).toWellFormed()}…` : line}”`;
  };
  const where = `${siglum} (${(title || 'Untitled').slice(0, 300)})`;
  return t('{say} for {say2}, as in {where}, in the collation “{name}”', {
    say: say(after),
    say2: say(before),
    where,
    name: name.slice(0, 300),
  });
}
