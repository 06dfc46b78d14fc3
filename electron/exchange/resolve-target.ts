/**
 * Where an annotation of a file is in the texts of its source. A position counts only in the very text that the file
 * means, or where the quotation stands at it word for word; otherwise the words are looked for, and nothing is guessed.
 */
import type { ImportedTarget, KnownAnchor } from '../annotation/index.js';
import type { Source, VersionId } from '../contract/index.js';
import { t } from '../wording/index.js';
import type {
  ExchangeAnchor,
  ExchangeAnnotation,
  ExchangePosition,
  ExchangeRegion,
  ExchangeTarget,
} from './exchange-model.js';
import type { ExchangeText } from './fonds-terms.js';

export interface ResolvedTarget {
  readonly target: ImportedTarget;
  readonly anchors: readonly KnownAnchor[];
}

/** @param text of a version of this source. @returns why it has no place, in a sentence, where it can have none. */
export function resolveTarget(
  { target, anchors }: Pick<ExchangeAnnotation, 'target' | 'anchors'>,
  source: Source,
  text: (id: VersionId) => ExchangeText,
): ResolvedTarget | { readonly reason: string } {
  if (target.kind === 'region') return placeRegion(target.region, source);
  const exact = exactPlace(target, anchors, source, text);
  if (exact) return { target: exact, anchors: anchorsHere(anchors, exact, source, text) };
  if (target.quote) return { target: { kind: 'quote', quote: target.quote }, anchors: [] };
  return {
    reason: t(
      'It gives a position but not the words that stand there, and the text that it counts in is not one of this source. Write the file with quotations.',
    ),
  };
}

type ExchangeTextTarget = Extract<ExchangeTarget, { kind: 'text' }>;
type ImportedTextTarget = Extract<ImportedTarget, { kind: 'text' }>;

function exactPlace(
  { positions, quote }: ExchangeTextTarget,
  anchors: readonly ExchangeAnchor[],
  { versions }: Source,
  text: (id: VersionId) => ExchangeText,
): ImportedTextTarget | null {
  const current = versions.find(({ isCurrent }) => isCurrent);
  for (const position of positions) {
    // The version that is named first, then the current one, then the latest.
    const order = [...versions].reverse().sort((a, b) => rank(b.id) - rank(a.id));
    function rank(id: VersionId): number {
      return id === position.versionId ? 2 : id === current?.id ? 1 : 0;
    }
    for (const { id } of order) {
      const versionText = text(id);
      const isMeant = position.textSha256 === versionText.sha256;
      if (position.textSha256 !== null && !isMeant) continue;
      if (position.textSha256 === null && id !== current?.id) continue;
      const found = wordsAt(versionText, position);
      if (!found) continue;
      const place = { kind: 'text', versionId: id, start: found.start, end: found.end } as const;
      if (quote && isMeant && wasFoundByQuote(anchors, id)) return { ...place, quote };
      const isExact = quote ? oneLineEnd(found.words) === oneLineEnd(quote.exact) : isMeant;
      if (isExact && found.start < found.end) return { ...place, quote: null };
    }
  }
  return null;
}

interface TextAtPosition {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** UTF-16. @returns null when the position goes past the text. */
function wordsAt({ text, points }: ExchangeText, { start, end }: ExchangePosition): TextAtPosition | null {
  if (end > points.length || start > end) return null;
  const [from, to] = [points.toUnits(start), points.toUnits(end)];
  return { start: from, end: to, words: text.slice(from, to) };
}

/** Programs write the end of a line in two ways. */
const oneLineEnd = (words: string): string => words.replaceAll('\r\n', '\n');

/** Whether Fonds took the annotation in with its words alone: then they need not be those of the text. */
const wasFoundByQuote = (anchors: readonly ExchangeAnchor[], id: VersionId): boolean =>
  anchors.some(({ versionId, anchor }) => versionId === id && (anchor.state === 'review' || anchor.method === 'quote'));

/** What Fonds wrote of where it found an annotation holds for the texts that are held here, and only inside of them. */
function anchorsHere(
  fileAnchors: readonly ExchangeAnchor[],
  { versionId: madeIn, start, end }: ImportedTextTarget,
  { versions }: Source,
  text: (id: VersionId) => ExchangeText,
): KnownAnchor[] {
  const seen = new Set<VersionId>();
  return fileAnchors.flatMap(({ versionId, textSha256, anchor }): KnownAnchor[] => {
    const version = versions.find(({ id }) => id === versionId);
    if (!version || seen.has(version.id)) return [];
    const versionText = text(version.id);
    if (versionText.sha256 !== textSha256) return [];
    const inUnits = (from: number, to: number) => {
      return to <= versionText.points.length && from <= to
        ? { start: versionText.points.toUnits(from), end: versionText.points.toUnits(to) }
        : null;
    };
    if (anchor.state === 'review') {
      const candidates = anchor.candidates.flatMap(({ start: from, end: to, ...rest }) => {
        const range = inUnits(from, to);
        return range ? [{ ...rest, ...range }] : [];
      });
      seen.add(version.id);
      return [{ versionId: version.id, state: 'review', reason: anchor.reason, candidates }];
    }
    const range = inUnits(anchor.start, anchor.end);
    if (!range || range.start === range.end) return [];
    // Nothing but its own place was made there.
    if (anchor.method === 'made' && (version.id !== madeIn || range.start !== start || range.end !== end)) return [];
    seen.add(version.id);
    const { state, method, score, similarity } = anchor;
    return [{ versionId: version.id, state, ...range, method, score, similarity }];
  });
}

function placeRegion(region: ExchangeRegion, { originals }: Source): ResolvedTarget | { readonly reason: string } {
  const [only] = originals.filter(({ sha256 }) => region.sha256 === null || sha256 === region.sha256);
  if (!only) return { reason: t('It marks a page of a file that does not belong to this source.') };
  return { target: { kind: 'region', region: { ...region, sha256: only.sha256 } }, anchors: [] };
}
