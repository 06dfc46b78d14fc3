/** What an arrangement of files is worked out from. */
import type { Annotations } from '../annotation/index.js';
import type { Archive } from '../archive/index.js';
import type { Sha256, Source, SourceId, TextVersion } from '../contract/index.js';
import type { Notes } from '../notes/index.js';
import type { OcrStore } from '../ocr/index.js';
import type { Pages } from '../pages/index.js';
import type { TextPiece } from './page-texts.js';

export interface ArrangeTools {
  readonly archive: Archive;
  readonly annotations: Annotations;
  readonly notes: Pick<Notes, 'backlinks' | 'get'>;
  readonly pages: Pick<Pages, 'counts'>;
  readonly ocrPages: Pick<OcrStore, 'carry' | 'ofVersion'>;
}

/** A source that is named, as it is before. */
export interface SourceBefore {
  readonly source: Source;
  readonly text: TextVersion;
  readonly pieces: readonly TextPiece[];
}

export interface Receivers {
  /** Which of the ordered sources gets the original at a position. */
  at(sourceId: SourceId, position: number): number | undefined;
  of(sourceId: SourceId, sha256: Sha256, before: ReadonlyMap<SourceId, SourceBefore>): number | undefined;
  /** Whether the original stays with its source. */
  isStaying(sourceId: SourceId, position: number): boolean;
}
