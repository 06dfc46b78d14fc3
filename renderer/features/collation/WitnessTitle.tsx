/** A title of which the end stays in sight when there is no room for all of it. */

import { t } from '../../../electron/wording/index.js';
import type { SplitTitle } from './model/split-titles.js';
import css from './WitnessTitle.module.css';

export function WitnessTitle({ title }: { readonly title: SplitTitle }) {
  const { head, tail } = title;
  return (
    <span className={css.title} title={head + tail} dir="auto">
      <span className={css.head}>{head || (tail === '' ? t('Untitled') : '')}</span>
      {tail === '' ? null : <span className={css.tail}>{tail}</span>}
    </span>
  );
}
