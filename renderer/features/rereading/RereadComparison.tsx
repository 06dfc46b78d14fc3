/** Both texts side by side, from a little before the first place that differs, with what differs marked. */
import { charsetName, type RereadPreview, type TextEdit } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { EmptyState, formatCount } from '../../ui/index.js';
import css from './RereadDialog.module.css';

export function RereadComparison({ preview }: { readonly preview: RereadPreview }) {
  const { before, after, edits, isSame, charset, remarks } = preview;
  if (isSame) {
    return (
      <EmptyState title={t('The text would be the same')}>
        {t('Read as {charsetName}, not a character would change.', { charsetName: charsetName(charset) })}
      </EmptyState>
    );
  }
  const isCut = before.start > 0 || before.text.length < before.length;
  return (
    <>
      <div className={css.columns}>
        <Column title={t('Now')} text={before.text} edits={edits} side="from" />
        <Column
          title={t('As {charsetName}', { charsetName: charsetName(charset) })}
          text={after.text}
          edits={edits}
          side="to"
        />
      </div>
      <div className={css.about}>
        {isCut ? (
          <p>
            {t('A part of {count} characters, from the first difference on (character {start}).', {
              count: formatCount(before.length),
              start: formatCount(before.start + 1),
            })}
          </p>
        ) : null}
        {remarks.map((remark) => (
          <p key={remark}>{remark}</p>
        ))}
      </div>
    </>
  );
}

interface ColumnProps {
  readonly title: string;
  readonly text: string;
  readonly edits: readonly TextEdit[];
  readonly side: 'from' | 'to';
}

function Column({ title, text, edits, side }: ColumnProps) {
  const own = side === 'from' ? 'removed' : 'added';
  const Change = side === 'from' ? 'del' : 'ins';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={css.column} aria-label={title} tabIndex={0}>
      <h3 className={css.columnTitle}>{title}</h3>
      <p className={css.text} dir="auto">
        {edits.map((edit) => {
          const [start, end] = edit[side];
          if (edit.kind === 'same') return <span key={`${edit.kind} ${start}`}>{text.slice(start, end)}</span>;
          if (edit.kind !== own) return null;
          return (
            <Change key={`${edit.kind} ${start}`} className={css[own]}>
              {text.slice(start, end)}
            </Change>
          );
        })}
      </p>
    </section>
  );
}
