/** The whole page image beside its lines, with the line and the word that one is at. */
import { useEffect, useRef } from 'react';
import { t } from '../../../electron/wording/index.js';
import type { LineSource } from './line-images.js';
import css from './Proofreading.module.css';
import { usePageImage } from './page-images.js';
import { type PlacedText, turnBox, type WordBox } from './placed-words.js';

interface WholePageProps {
  readonly placed: PlacedText;
  readonly page: number;
  readonly source: LineSource | undefined;
  readonly word: number;
}

export function WholePage({ placed, page, source, word }: WholePageProps) {
  const own = placed.pages[page];
  const frame = useRef<HTMLSpanElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time one comes to another word
  useEffect(() => frame.current?.scrollIntoView({ block: 'nearest' }), [word]);
  const { copy, problem } = usePageImage(source?.address ?? null);
  if (!source?.address || !own) return null;
  const { width, height } = own;
  const { turn, label } = source;
  const [shownWidth, shownHeight] = turn === 90 || turn === 270 ? [height, width] : [width, height];
  const line = placed.lines.find((one) => one.firstWord <= word && word < one.endWord);
  const styleOf = (box: WordBox) => {
    const { left, top, right, bottom } = turnBox(box, width, height, turn);
    return {
      left: `${(100 * left) / shownWidth}%`,
      top: `${(100 * top) / shownHeight}%`,
      width: `${(100 * (right - left)) / shownWidth}%`,
      height: `${(100 * (bottom - top)) / shownHeight}%`,
    };
  };
  const at = placed.words[word];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={css.whole} tabIndex={0} aria-label={t('Whole page {label}', { label })}>
      <div className={css.sheet} style={{ aspectRatio: `${shownWidth} / ${shownHeight}` }}>
        {copy ? <img src={copy} alt={t('Picture of page {label}', { label })} /> : null}
        {problem ? <p role="alert">{problem}</p> : null}
        {line?.page === page ? <span ref={frame} className={css.lineFrame} style={styleOf(line.box)} /> : null}
        {line?.page === page && at ? <span className={css.wordFrame} style={styleOf(at.box)} /> : null}
      </div>
    </section>
  );
}
