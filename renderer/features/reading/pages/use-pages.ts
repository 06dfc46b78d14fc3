/** The pages of an original while they are shown: opened, with the sizes that are known so far, closed when left. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Original, SourceId } from '../../../../electron/contract/index.js';
import { useCall } from '../../../api/index.js';
import { drawnPages, drawnSizeOf } from './drawn-pages.js';
import type { PageSize } from './page-geometry.js';
import { MAX_PAGES, type PageProblemKind, type PageSource, PagesProblem } from './page-source.js';
import { type ViewTrial, withTrial } from './view-trial.js';

export interface OpenedPages {
  readonly source: PageSource;
  /** At scale 1; a page that was not measured yet is assumed to be like the first. */
  readonly sizes: readonly PageSize[];
}

export type PagesState =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly problem: PageProblemKind; retry(): void }
  | {
      readonly status: 'ready';
      readonly pages: OpenedPages;
      /** The true size of a page is wanted. */
      look(pageIndex: number): void;
      retry(): void;
    };

const problemOf = (error: unknown): PageProblemKind => (error instanceof PagesProblem ? error.kind : 'broken');
/** A sheet of A4, for an original whose first page cannot be measured. */
const USUAL: PageSize = { width: 794, height: 1123 };

const ignore = () => undefined;

/** What is known of the pages of all originals of a source; null until it is. */
export function useSourcePages(sourceId: SourceId) {
  const answer = useCall('page.list', { sourceId }, { keepPrevious: true });
  return {
    pages: answer.status === 'ready' ? answer.data : null,
    retry: answer.status === 'error' ? answer.retry : null,
  };
}

/** Those pages as the archive's service draws them. */
export function useDrawnPages(
  { pages: known, retry }: ReturnType<typeof useSourcePages>,
  trial: ViewTrial | null,
): PagesState {
  const pages = useMemo<OpenedPages | null>(() => {
    if (!known) return null;
    const shown = withTrial(known.slice(0, MAX_PAGES), trial);
    return { source: { ...drawnPages(shown), totalCount: known.length }, sizes: shown.map(drawnSizeOf) };
  }, [known, trial]);
  if (retry) return { status: 'error', problem: 'missing', retry };
  if (!pages) return { status: 'loading' };
  return { status: 'ready', pages, look: ignore, retry: ignore };
}

/** The pages of one PDF, which the window draws itself. @param original null: none is opened. */
export function usePdfPages(original: Original | null): PagesState {
  const [state, setState] = useState<OpenedPages | PageProblemKind | null>(null);
  const [tries, setTries] = useState(0);
  const asked = useRef(new Set<number>());
  const open = useRef<PageSource | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a retry opens it again
  useEffect(() => {
    let isOver = false;
    asked.current = new Set([0]);
    if (!original) return;
    void (async () => {
      try {
        // The reader of PDFs is large, and most documents are read without it.
        const source = await (await import('./pdf-pages.js')).openPdf(original);
        if (isOver) return source.close();
        open.current = source;
        const first = await source.sizeOf(0).catch(() => USUAL);
        if (!isOver) setState({ source, sizes: Array.from({ length: source.pageCount }, () => first) });
      } catch (error) {
        if (!isOver) setState(problemOf(error));
      }
    })();
    return () => {
      isOver = true;
      open.current?.close();
      open.current = null;
      setState(null);
    };
  }, [original?.sha256, tries]);

  const look = useCallback((pageIndex: number) => {
    const source = open.current;
    if (!source || asked.current.has(pageIndex)) return;
    asked.current.add(pageIndex);
    source.sizeOf(pageIndex).then(
      (size) =>
        setState((now) => {
          if (now === null || typeof now === 'string' || now.source !== source) return now;
          const known = now.sizes[pageIndex];
          if (!known || (known.width === size.width && known.height === size.height)) return now;
          return { source, sizes: now.sizes.with(pageIndex, size) };
        }),
      // The problem is reported where the page is drawn.
      () => undefined,
    );
  }, []);
  const retry = useCallback(() => setTries((now) => now + 1), []);

  if (state === null) return { status: 'loading' };
  if (typeof state === 'string') return { status: 'error', problem: state, retry };
  return { status: 'ready', pages: state, look, retry };
}
