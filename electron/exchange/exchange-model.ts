/**
 * The content of a file of another tool, before it is matched with this archive. Offsets are code points of the
 * text the file means, half-open, as W3C counts them; only whoever has that text turns them into UTF-16.
 */
import type { AnnotationId, Colour, QuoteSelector, ReviewCandidate, Sha256 } from '../contract/index.js';
import { t } from '../wording/index.js';

export interface ExchangeTag {
  readonly name: string;
  /** Which of the tags of the file it is below, by index; that one comes before it. Null: at the top. */
  readonly parentIndex: number | null;
  /** A set of codes becomes a tag that says in its description what was in it. */
  readonly kind: 'code' | 'set';
  /** Null: the file says nothing of it. */
  readonly colour: Colour | null;
  /** '': the file says nothing of it. */
  readonly description: string;
}

/** By what a source may be known. */
export interface ExchangeSource {
  /** UUIDs in lower case. */
  readonly ids: readonly string[];
  /** SHA-256 of originals. */
  readonly originals: readonly string[];
  readonly urls: readonly string[];
  /** SHA-256 of texts of it, in UTF-16LE as the archive keeps it. */
  readonly texts: readonly string[];
  readonly title: string;
}

/** A place in a text that is named, or at least recognised when it is seen. */
export interface ExchangePosition {
  readonly versionId: string | null;
  /** SHA-256 of the text in UTF-8; null when the file does not say which text it counts in. */
  readonly textSha256: string | null;
  readonly start: number;
  readonly end: number;
}

export interface ExchangeRegion {
  /** Of the original; null: the only one of the source. */
  readonly sha256: string | null;
  readonly pageIndex: number;
  /** Fractions of the page from its upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type ExchangeTarget =
  | { readonly kind: 'text'; readonly positions: readonly ExchangePosition[]; readonly quote: QuoteSelector | null }
  | { readonly kind: 'region'; readonly region: ExchangeRegion };

/** An anchor that Fonds itself wrote into the file. Offsets in code points. */
export interface ExchangeAnchor {
  readonly versionId: string;
  readonly textSha256: Sha256;
  readonly anchor:
    | {
        readonly state: 'placed';
        readonly start: number;
        readonly end: number;
        readonly method: 'made' | 'alignment' | 'quote' | 'person';
        readonly score: number;
        readonly similarity: number;
      }
    | {
        readonly state: 'review';
        readonly reason: string;
        readonly candidates: readonly Omit<ReviewCandidate, 'pageLabel'>[];
      };
}

export interface ExchangeAnnotation {
  /** Where in the file it is: a JSON pointer, or the name of an element and its line. */
  readonly location: string;
  readonly id: AnnotationId;
  readonly source: ExchangeSource;
  readonly target: ExchangeTarget;
  readonly anchors: readonly ExchangeAnchor[];
  /** Null: the file says nothing of it. */
  readonly colour: Colour | null;
  /** Markdown. */
  readonly comment: string;
  /** Paths such as `Person/President`, each once. */
  readonly tags: readonly string[];
  readonly who: string | null;
  /** ISO 8601 in UTC. */
  readonly createdAt: string | null;
  readonly changedAt: string | null;
  /** What was read otherwise than it was written, in sentences. */
  readonly remarks: readonly string[];
}

/** What is left out, and why. */
export interface ExchangeLoss {
  readonly kind: 'annotation' | 'tag' | 'note' | 'set';
  /** What it is or where in the file it is, for a person. */
  readonly location: string;
  readonly reason: string;
  /** How many of the kind. */
  readonly count: number;
}

/** Tags that a source bears as a whole. */
export interface ExchangeTagging {
  readonly source: ExchangeSource;
  readonly tags: readonly string[];
}

export interface ExchangeFile {
  readonly tags: readonly ExchangeTag[];
  readonly annotations: readonly ExchangeAnnotation[];
  readonly taggings: readonly ExchangeTagging[];
  readonly losses: readonly ExchangeLoss[];
}

/** A file of which annotations are yielded source by source on demand: all of them at once may take a lot of memory. */
export interface OpenExchangeFile extends Omit<ExchangeFile, 'annotations'> {
  readonly annotations: Iterable<ExchangeAnnotation>;
}

export const sourceKey = ({ ids, originals, texts, urls }: ExchangeSource): string =>
  [ids[0], originals[0], texts[0], urls[0]].join(' ');

export const bySource = ({ annotations, ...file }: ExchangeFile): OpenExchangeFile => ({
  ...file,
  annotations: [...Map.groupBy(annotations, ({ source }) => sourceKey(source)).values()].flat(),
});

/** A piece of a file, in the order of `exchangeParts`: small enough to go from one thread to another in a moment. */
export type ExchangePart = {
  readonly [K in keyof ExchangeFile]: { readonly kind: K; readonly items: ExchangeFile[K] };
}[keyof ExchangeFile];

/** Of annotations, whose texts are read and looked through together. */
const ITEMS_A_PART = { losses: 1_000, taggings: 100, tags: 1_000, annotations: 500 } as const;

/** First what is left out, then the tags, each after the one above it, then what bears them as a whole, then the annotations source by source. */
export function* exchangeParts(file: OpenExchangeFile): Generator<ExchangePart> {
  for (const kind of ['losses', 'tags', 'taggings', 'annotations'] as const) {
    let items: unknown[] = [];
    for (const item of file[kind]) {
      items.push(item);
      if (items.length < ITEMS_A_PART[kind]) continue;
      yield { kind, items } as ExchangePart;
      items = [];
    }
    if (items.length > 0) yield { kind, items } as ExchangePart;
  }
}

/** UTF-16 units. */
const MAX_COMMENT = 100_000;

/** A comment as long as an annotation may have one, and a remark when some of it is left out. */
export const fittingComment = (whole: string): { readonly comment: string; readonly remarks: readonly string[] } => ({
  comment: whole.slice(0, MAX_COMMENT),
  remarks: whole.length > MAX_COMMENT ? [t('Its comment was cut: it is longer than 100,000 characters.')] : [],
});
