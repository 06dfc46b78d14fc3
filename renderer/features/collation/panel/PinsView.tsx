/** What a person decided about the alignment: each pin with its words, who and when; those left out, with why. */
import { Link2, Link2Off, PinOff } from 'lucide-react';
import type { Collation, Pin } from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';
import { Button, EmptyState } from '../../../ui/index.js';
import { collationActions } from '../collation-actions.js';
import { collapseBlanks } from '../model/apparatus.js';
import type { CollationData } from '../page/use-collation.js';
import css from './PinsView.module.css';

export interface PinsViewProps {
  readonly saved: Collation | null;
  readonly collated: CollationData;
  readonly canEdit: boolean;
  onPlace(witness: number, offset: number): void;
}

const LIMIT = 80;

export function PinsView({ saved, collated, canEdit, onPlace }: PinsViewProps) {
  const { result, texts } = collated;
  const refused = new Set(result.refusedPinIds);
  if (!saved || saved.pins.length === 0) {
    return (
      <EmptyState title={t('Nothing is pinned')}>
        {t(
          'Where the alignment is wrong, select the words in two texts and say whether they belong together. Everything else is aligned again around what you pin.',
        )}
      </EmptyState>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={css.view} aria-label={t('Pins')} tabIndex={0}>
      <ul>
        {saved.pins.map((pin) => (
          <li key={pin.id} className={css.pin} data-refused={refused.has(pin.id) || undefined}>
            {pin.kind === 'together' ? <Link2 size={15} aria-hidden /> : <Link2Off size={15} aria-hidden />}
            <div className={css.texts}>
              <span className={css.kind}>
                {pin.kind === 'together' ? t('Belong together') : t('Do not belong together')}
              </span>
              <span className={css.words}>{pin.stretches.map(rangeButton)}</span>
              <span className={css.about}>{pinAuthor(pin)}</span>
              {refused.has(pin.id) ? (
                <span className={css.why}>{t('Left out: it contradicts a pin that was set before it.')}</span>
              ) : null}
            </div>
            <Button size="small" isDisabled={!canEdit} onPress={() => void collationActions.unpin(saved.id, [pin.id])}>
              <PinOff size={13} aria-hidden /> {t('Unpin')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );

  function rangeButton({ witness, start, end }: Pin['stretches'][number]) {
    const words = collapseBlanks(texts[witness]?.text.slice(start, end) ?? '');
    return (
      <button
        key={`${witness} ${start}`}
        type="button"
        className={css.pinRange}
        onClick={() => onPlace(witness, start)}
      >
        <span className={css.siglum}>{result.witnesses[witness]?.siglum}</span>{' '}
        <span dir="auto">“{words.length > LIMIT ? `${words.slice(0, LIMIT)}…` : words}”</span>
      </button>
    );
  }
}

function pinAuthor({ who, createdAt }: Pin): string {
  const when = new Date(createdAt).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  return who === '' ? when : `${who}, ${when}`;
}
