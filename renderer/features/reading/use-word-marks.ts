/** What is drawn on page images over the words of a text: hits, what is selected, annotations, doubtful words. */
import { useMemo } from 'react';
import { DOUBTFUL_BELOW, type PageWords, type Range, type VersionId } from '../../../electron/contract/index.js';
import { useCall } from '../../api/index.js';
import type { TextMark } from './mark-lanes.js';
import type { WordMark } from './pages/index.js';
import { boxesOfRange, doubtfulRanges } from './word-boxes.js';

export interface WordMarkSources {
  readonly versionId: VersionId;
  readonly isShown: boolean;
  readonly hits: readonly Range[];
  readonly currentHit: Range | null;
  readonly selected: Range | null;
  readonly marks: readonly TextMark[];
  readonly showsDoubtful: boolean;
}

/** More hits would only colour the page. */
const MOST_HITS = 5_000;
const NONE: readonly WordMark[] = [];

export interface WordMarks {
  /** A stable array while nothing changes. */
  readonly marks: readonly WordMark[];
  /** Whether it is known where the words of this text are. */
  readonly hasWords: boolean;
  readonly doubtfulCount: number;
  /** The words themselves; null until they are known. */
  readonly pages: readonly PageWords[] | null;
}

export function useWordMarks(sources: WordMarkSources): WordMarks {
  const { versionId, isShown, hits, currentHit, selected, marks, showsDoubtful } = sources;
  const answer = useCall('page.words', { versionId }, { enabled: isShown });
  const pages = answer.status === 'ready' ? answer.data : null;
  const doubtful = useMemo(() => (pages ? doubtfulRanges(pages, DOUBTFUL_BELOW) : []), [pages]);
  const drawn = useMemo<readonly WordMark[]>(() => {
    if (!pages || pages.length === 0) return NONE;
    const over = (kind: WordMark['kind'], ranges: readonly Range[]): WordMark[] =>
      ranges.flatMap((range) => boxesOfRange(pages, range).map((box) => ({ ...box, kind })));
    return [
      ...marks.flatMap(({ start, end, colour }) =>
        boxesOfRange(pages, [start, end]).map((box): WordMark => ({ ...box, kind: 'marked', colour })),
      ),
      ...over('hit', hits.slice(0, MOST_HITS)),
      ...(currentHit ? over('current', [currentHit]) : []),
      ...(selected ? over('selected', [selected]) : []),
      ...(showsDoubtful ? over('doubtful', doubtful) : []),
    ];
  }, [pages, marks, hits, currentHit, selected, showsDoubtful, doubtful]);
  return { marks: drawn, hasWords: pages !== null && pages.length > 0, doubtfulCount: doubtful.length, pages };
}
