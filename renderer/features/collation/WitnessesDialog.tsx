/** The witnesses of a collation: their sigla, which is the base text, and which come in or go. */
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { type Collation, MAX_WITNESSES, type SourceId, type Witness } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { formatDate, perform } from '../../api/index.js';
import { Button, Dialog, Notice, TextField } from '../../ui/index.js';
import { collationActions } from './collation-actions.js';
import { splitTitles } from './model/split-titles.js';
import { SourcePicker } from './SourcePicker.js';
import css from './WitnessesDialog.module.css';
import { WitnessTitle } from './WitnessTitle.js';

export interface WitnessesDialogProps {
  readonly collation: Collation;
  onClose(): void;
}

interface WitnessDraft {
  /** A source may be here in two of its versions. */
  readonly key: string;
  readonly sourceId: SourceId;
  readonly versionId: Witness['versionId'] | null;
  readonly siglum: string;
  readonly title: string;
  readonly dateWritten: string;
}

const keyOf = ({ sourceId, versionId }: Pick<Witness, 'sourceId' | 'versionId'>): string => `${sourceId} ${versionId}`;

const draftOf = ({ sourceId, versionId, siglum, title, dateWritten }: Witness): WitnessDraft => ({
  key: keyOf({ sourceId, versionId }),
  sourceId,
  versionId,
  siglum,
  title,
  dateWritten,
});

/** Drawn only while it is open. */
export function WitnessesDialog({ collation, onClose }: WitnessesDialogProps) {
  const [drafts, setDrafts] = useState<readonly WitnessDraft[]>(() => collation.witnesses.map(draftOf));
  const [base, setBase] = useState(() => drafts[collation.base]?.key);
  const [adding, setAdding] = useState<readonly SourceId[] | null>(null);
  const titles = splitTitles(drafts.map(({ title }) => title));
  const sigla = drafts.map(({ siglum }) => siglum.trim());
  const double = sigla.find((siglum, index) => siglum !== '' && sigla.indexOf(siglum) !== index);
  const isGone = collation.witnesses.some((witness) => !drafts.some(({ key }) => key === keyOf(witness)));
  const isReady = drafts.length >= 2 && drafts.length <= MAX_WITNESSES && double === undefined;

  const save = async () => {
    const witnesses = drafts.map(({ sourceId, versionId, siglum }) => ({
      sourceId,
      ...(versionId ? { versionId } : {}),
      siglum: siglum.trim(),
    }));
    const index = Math.max(
      0,
      drafts.findIndex(({ key }) => key === base),
    );
    if (await collationActions.setWitnesses(collation.id, witnesses, index)) onClose();
  };
  const add = async () => {
    const added: WitnessDraft[] = [];
    for (const sourceId of adding ?? []) {
      const source = await perform('source.get', { id: sourceId });
      if (!source.ok) return;
      const { title, dateWritten } = source.value.description;
      added.push({ key: sourceId, sourceId, versionId: null, siglum: '', title, dateWritten });
    }
    setDrafts((now) => [...now, ...added]);
    setAdding(null);
  };

  if (adding) {
    return (
      <Dialog
        isOpen
        onOpenChange={() => setAdding(null)}
        title={t('Add witnesses')}
        actions={
          <>
            <Button onPress={() => setAdding(null)}>{t('Back')}</Button>
            <Button variant="primary" isDisabled={adding.length === 0} onPress={() => void add()}>
              {t('Add')}
            </Button>
          </>
        }
      >
        <SourcePicker selected={adding} fixed={drafts.map(({ sourceId }) => sourceId)} onChange={setAdding} />
      </Dialog>
    );
  }
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('Witnesses')}
      subtitle={t('The base text has the first word in the apparatus')}
      actions={
        <>
          <Button onPress={() => setAdding([])} isDisabled={drafts.length >= MAX_WITNESSES}>
            <Plus size={14} aria-hidden /> {t('Add witnesses…')}
          </Button>
          <span style={{ flex: 1 }} />
          <Button onPress={onClose}>{t('Cancel')}</Button>
          <Button variant="primary" isDisabled={!isReady} onPress={() => void save()}>
            {t('Save')}
          </Button>
        </>
      }
    >
      <ul className={css.list} aria-label={t('Witnesses')}>
        {drafts.map((draft, index) => (
          <li key={draft.key} className={css.witness}>
            <div className={css.siglum}>
              <TextField
                label={t('Siglum of {title}', { title: draft.title || t('Untitled') })}
                labelling="hidden"
                maxLength={12}
                placeholder={t('next')}
                value={draft.siglum}
                onChange={(siglum) => setDrafts((now) => now.with(index, { ...draft, siglum }))}
              />
            </div>
            <span className={css.texts}>
              <WitnessTitle title={titles[index] ?? { head: draft.title, tail: '' }} />
              <span className={css.about}>
                {draft.dateWritten ? formatDate(draft.dateWritten) : t('Without a date')}
              </span>
            </span>
            <label className={css.base}>
              <input type="radio" name={t('base')} checked={draft.key === base} onChange={() => setBase(draft.key)} />
              {t('Base text')}
            </label>
            <Button
              variant="icon"
              aria-label={t('Take out {title}', { title: draft.title || t('this witness') })}
              isDisabled={drafts.length <= 2}
              onPress={() => setDrafts((now) => now.toSpliced(index, 1))}
            >
              <X size={15} aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      {double === undefined ? null : (
        <Notice tone="caution">{t('Two witnesses have the siglum {double}.', { double })}</Notice>
      )}
      {isGone ? <Notice>{t('The pins of a witness go with it. Undo brings them back.')}</Notice> : null}
    </Dialog>
  );
}
