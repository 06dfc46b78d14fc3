/** A sample of how a class of variants looks in the text. Its meaning stands beside it. */
import type { VariantClass } from '../../../../electron/contract/index.js';
import css from './ClassSample.module.css';
import look from './variant.module.css';

/** Letters to look at, in no language. */
const SAMPLE = 'ab';

export function ClassSample({ kind }: { readonly kind: VariantClass }) {
  const isWithheld = kind === 'redaction' ? look.withheld : '';
  return (
    <span className={css.sample} aria-hidden>
      <span className={`${look.variant} ${isWithheld}`} data-kind={kind}>
        {kind === 'number' ? '43' : kind === 'redaction' ? '\u2003' : SAMPLE}
      </span>
    </span>
  );
}
