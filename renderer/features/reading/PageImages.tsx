/** The original behind a text, at the page one reads; nothing can be marked in it here. */
import { useMemo, useState } from 'react';
import type { Sha256, Source, TextVersion } from '../../../electron/contract/index.js';
import { firstDrawable, OriginalView, originalGroups } from './OriginalView.js';
import type { RegionTools } from './pages/index.js';

export interface PageImagesProps {
  readonly source: Source;
  /** The version that is read beside it, which says what is printed on the pages. */
  readonly text: TextVersion;
  /** UTF-16 offset in the text; its page is shown first. */
  readonly at: number;
  readonly isActive: boolean;
  /** The text of a page is wanted, by its offset. */
  toText(offset: number): void;
}

const NO_REGIONS: RegionTools = {
  marks: [],
  canDraw: false,
  onDraw: () => Promise.resolve(),
  onRemove: () => undefined,
  card: () => null,
};
const ignore = () => undefined;

export function PageImages({ source, text, at, isActive, toText }: PageImagesProps) {
  const [chosen, setChosen] = useState<Sha256 | null>(null);
  const spans = useMemo(() => text.spans.filter((span) => span.kind === 'page'), [text]);
  const main = firstDrawable(source.originals)?.sha256 ?? null;
  const mainGroup = originalGroups(source.originals).find((group) => group.some(({ sha256 }) => sha256 === main));
  const isMain = chosen === null || mainGroup?.some(({ sha256 }) => sha256 === chosen) === true;
  // Another original of the source has pages of its own.
  const labels = useMemo(
    () => new Map(isMain ? spans.map((span) => [span.pageIndex, span.pageLabel]) : []),
    [spans, isMain],
  );
  const [start] = useState(() => {
    const page = spans.findLast((span) => span.start <= at) ?? spans[0];
    return page ? { pageIndex: page.pageIndex, x: 0, y: 0 } : null;
  });
  const show = (pageIndex: number) => {
    const page = spans.findLast((span) => span.pageIndex <= pageIndex) ?? spans[0];
    toText(page?.start ?? 0);
  };
  return (
    <OriginalView
      sourceId={source.id}
      originals={source.originals}
      title={source.description.title}
      isActive={isActive}
      chosen={chosen}
      onChoose={setChosen}
      labels={labels}
      start={start}
      regions={NO_REGIONS}
      activeMark={null}
      handle={null}
      onMarks={ignore}
      onPage={ignore}
      toText={spans.length > 0 && isMain ? show : null}
    />
  );
}
