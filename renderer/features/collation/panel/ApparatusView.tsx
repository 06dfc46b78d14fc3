/** The critical apparatus: the reading of the base text, a bracket, and what the other witnesses have. */
import { Fragment } from 'react';
import type { Collation } from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';
import { formatPageLabel } from '../../../api/index.js';
import { EmptyState, Select, VirtualList } from '../../../ui/index.js';
import { collationActions } from '../collation-actions.js';
import { type ApparatusReading, apparatusEntry, formatSigla } from '../model/apparatus.js';
import { classTitle } from '../model/variant-classes.js';
import type { Variant } from '../model/variant-list.js';
import { pageAt } from '../model/witness-pages.js';
import type { CollationData } from '../page/use-collation.js';
import css from './ApparatusView.module.css';

export interface ApparatusViewProps {
  readonly collated: CollationData;
  readonly saved: Collation | null;
  readonly canEdit: boolean;
  readonly shown: readonly Variant[];
  readonly current: Variant | null;
  onVariant(id: string): void;
}

export function ApparatusView({ collated, saved, canEdit, shown, current, onVariant }: ApparatusViewProps) {
  const { result, texts, pages } = collated;
  const { witnesses, base } = result;
  const plain = texts.map(({ text }) => text);
  return (
    <>
      <div className={css.bar}>
        <div className={css.base}>
          <Select
            label={t('Base text')}
            options={witnesses.map(({ siglum, title }, index) => ({
              id: String(index),
              label: `${siglum}  ${title || t('Untitled')}`,
            }))}
            value={String(base)}
            isDisabled={!canEdit}
            onChange={(index) => saved && void collationActions.setBase(saved.id, Number(index))}
          />
        </div>
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t('No variant of these classes')}>{t('Show more classes to see the others.')}</EmptyState>
      ) : (
        <VirtualList
          use="read"
          label={t('Apparatus')}
          items={shown}
          rowPx={34}
          getKey={({ id }) => id}
          renderRow={(variant) => <Row variant={variant} />}
        />
      )}
    </>
  );

  function Row({ variant }: { readonly variant: Variant }) {
    const { lemma, others } = apparatusEntry(variant, base, plain);
    const page = pageAt(pages[base] ?? [], variant.positions[base]?.[0] ?? 0);
    return (
      <p className={css.entry} data-current={variant === current || undefined}>
        <button
          type="button"
          className={css.place}
          aria-label={t('Show variant {index}, {classTitle}', {
            index: variant.index + 1,
            classTitle: classTitle(variant.class),
          })}
          onClick={() => onVariant(variant.id)}
        >
          {page ? formatPageLabel(page.pageLabel) : variant.index + 1}
        </button>
        <span dir="auto">
          {readingLabel(lemma)}
          {lemma.witnesses.length > 1 ? (
            <span className={css.sigla}> {formatSigla(lemma.witnesses, witnesses)}</span>
          ) : null}
          <span className={css.bracket}>] </span>
          {others.map((reading, index) => (
            <Fragment key={reading.witnesses.join()}>
              {index > 0 ? <span className={css.bracket}>; </span> : null}
              {readingLabel(reading)}
              <span className={css.sigla}> {formatSigla(reading.witnesses, witnesses)}</span>
            </Fragment>
          ))}
        </span>
      </p>
    );
  }
}

/** Longer readings are given by their beginning and their end, as in print. */
function readingLabel({ state, text, code }: ApparatusReading) {
  if (state === 'nothing') return <em className={css.word}>{t('om.')}</em>;
  if (state === 'elsewhere') return <em className={css.word}>{t('transp.')}</em>;
  if (state === 'withheld')
    return (
      <em className={css.word}>
        {t('withheld')}
        {code === null ? '' : ` ${code}`}
      </em>
    );
  const words = text.split(' ');
  return words.length <= 12 ? text : `${words.slice(0, 5).join(' ')} … ${words.slice(-4).join(' ')}`;
}
