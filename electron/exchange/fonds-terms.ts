/**
 * What Fonds writes about an annotation beyond what an exchange format has words for, so that its own files come back
 * whole: written into JSON-LD as `fonds:` terms and into REFI-QDA as a processing instruction, and checked when read.
 * Offsets are code points.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { KnownAnchor } from '../annotation/index.js';
import { AnchorMethod, Colour, QuoteSelector, Sha256 } from '../contract/index.js';
import { type CodePoints, codePointsOf } from '../text/index.js';
import type { ExchangeAnchor } from './exchange-model.js';

const offset = z.number().int().min(0);
const share = z.number().min(0).max(1);

export const AnchorTerm = z.object({
  versionId: z.uuid(),
  textSha256: Sha256,
  anchor: z.discriminatedUnion('state', [
    z.object({
      state: z.literal('placed'),
      start: offset,
      end: offset,
      method: AnchorMethod,
      score: share,
      similarity: share,
    }),
    z.object({
      state: z.literal('review'),
      reason: z.string().max(10_000),
      candidates: z
        .array(z.object({ start: offset, end: offset, text: z.string(), score: share, similarity: share }))
        .max(100)
        .readonly(),
    }),
  ]),
});

export const PositionTerm = z.object({ versionId: z.uuid(), textSha256: Sha256, start: offset, end: offset });
export const RegionTerm = z.object({
  sha256: Sha256,
  pageIndex: z.number().int().min(0),
  x: share,
  y: share,
  width: share,
  height: share,
});
export const QuoteTerm = QuoteSelector;
export const TagTerm = z.object({
  path: z.string().min(1).max(2_000),
  colour: Colour.nullable(),
  description: z.string().max(20_000),
});

/** SHA-256 of a text in UTF-8, which anybody can check. */
export const textSha256 = (text: string): Sha256 =>
  Sha256.parse(createHash('sha256').update(text.toWellFormed(), 'utf8').digest('hex'));

/** One text version, as far as an exchange needs it. */
export interface ExchangeText {
  readonly text: string;
  readonly sha256: Sha256;
  readonly points: CodePoints;
}

export const exchangeText = (text: string): ExchangeText => ({
  text,
  sha256: textSha256(text),
  points: codePointsOf(text),
});

/** @param held the text of the version the anchor is in. */
export function anchorTerm(known: KnownAnchor, { sha256, points }: ExchangeText): ExchangeAnchor {
  const at = points.toCodePoints;
  const key = { versionId: known.versionId, textSha256: sha256 };
  if (known.state === 'placed') {
    const { state, start, end, method, score, similarity } = known;
    return { ...key, anchor: { state, start: at(start), end: at(end), method, score, similarity } };
  }
  const candidates = known.candidates.map(({ start, end, ...rest }) => ({ ...rest, start: at(start), end: at(end) }));
  return { ...key, anchor: { state: 'review', reason: known.reason, candidates } };
}
