/** The picture of one page, drawn while it is near. What was drawn before stays, stretched, until the next is there. */
import { useEffect, useRef, useState } from 'react';
import { t } from '../../../../electron/wording/index.js';
import { Button } from '../../../ui/index.js';
import css from './PageView.module.css';
import { type PageRotation, type PageSize, rotatedSize } from './page-geometry.js';
import { PAGE_PROBLEMS } from './page-problems.js';
import { type PageProblemKind, type PageSource, PagesProblem } from './page-source.js';

export interface PagePictureProps {
  readonly source: PageSource;
  readonly pageIndex: number;
  /** As the page is shown, in CSS pixels. */
  readonly size: PageSize;
  readonly turn: PageRotation;
  readonly name: string;
  /** Opens the original again. */
  retry(): void;
}

/** A page that is scrolled past quickly, or is being zoomed, is not drawn. */
const REST_MS = 60;

export function PagePicture({ source, pageIndex, size, turn, name, retry }: PagePictureProps) {
  const host = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<PageProblemKind | null>(null);
  const [isDrawn, setDrawn] = useState(false);
  const upright = rotatedSize(size, turn);
  // Another page of the source that is looked at differently is no reason to draw this one again.
  const what = source.pictureKey?.(pageIndex) ?? source;
  const latest = useRef(source);
  useEffect(() => {
    latest.current = source;
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn when the picture is another one
  useEffect(() => {
    const stop = new AbortController();
    const rest = setTimeout(async () => {
      try {
        const picture = await latest.current.draw(pageIndex, upright.width * window.devicePixelRatio, stop.signal);
        if (stop.signal.aborted) return;
        host.current?.replaceChildren(picture);
        setDrawn(true);
        setProblem(null);
      } catch (error) {
        if (!stop.signal.aborted) setProblem(error instanceof PagesProblem ? error.kind : 'broken');
      }
    }, REST_MS);
    return () => {
      clearTimeout(rest);
      stop.abort();
    };
  }, [what, pageIndex, upright.width]);

  return (
    <>
      <div
        ref={host}
        role="img"
        aria-label={t('Picture of {name}', { name })}
        aria-busy={!isDrawn && problem === null}
        data-page-picture={isDrawn || undefined}
        className={css.picture}
        style={{
          width: upright.width,
          height: upright.height,
          transform: `translate(-50%, -50%) rotate(${turn}deg)`,
        }}
      />
      {problem ? (
        <div role="alert" className={css.problem}>
          <p>{PAGE_PROBLEMS[problem]}</p>
          {problem === 'slow' || problem === 'missing' ? <Button onPress={retry}>{t('Try again')}</Button> : null}
        </div>
      ) : null}
    </>
  );
}
