/** What an import will do, file by file, before anything is done; and the choices. */
import { useMemo, useState } from 'react';
import type { CollectionId, ImportPlanInfo, JobId, PlanId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage, perform, useCall } from '../../api/index.js';
import { Button, EmptyState, ErrorState, formatBytes, Loading, Notice, Select, Sheet } from '../../ui/index.js';
import { canImport, type DuplicatePolicy, inReadingOrder, tally } from './import-plan.js';
import { PlanList } from './PlanList.js';
import css from './PlanView.module.css';

export interface PlanViewProps {
  readonly isOpen: boolean;
  readonly planId: PlanId;
  onClose(): void;
  onStarted(jobId: JobId): void;
}

const NO_COLLECTION = 'none';

function useCollectionChoice() {
  const collections = useCall('collection.list', undefined);
  const [chosen, setChosen] = useState<string>(NO_COLLECTION);
  const known = collections.status === 'ready' ? collections.data : [];
  const options = [
    { id: NO_COLLECTION, label: t('No collection') },
    ...known.map(({ id, name, sourceCount }) => ({
      id: id as string,
      label: name,
      detail: t('{sourceCount, plural, one {# source} other {# sources}}', { sourceCount }),
    })),
  ];
  const collectionId: CollectionId | undefined = known.find(({ id }) => id === chosen)?.id;
  return { options, chosen, setChosen, collectionId };
}

export function PlanView({ isOpen, planId, onClose, onStarted }: PlanViewProps) {
  const plan = useCall('import.plan', { planId });
  if (plan.status === 'ready')
    return <PlanOptions isOpen={isOpen} plan={plan.data} onClose={onClose} onStarted={onStarted} />;
  return (
    <Sheet isOpen={isOpen} onOpenChange={onClose} title={t('Bring in documents')}>
      {plan.status === 'loading' ? <Loading>{t('Reading the list')}</Loading> : null}
      {plan.status === 'error' ? (
        <ErrorState {...failureMessage(plan.error)} remedy={t('Nothing was changed. Choose the files again.')} />
      ) : null}
    </Sheet>
  );
}

interface PlanOptionsProps {
  readonly isOpen: boolean;
  readonly plan: ImportPlanInfo;
  onClose(): void;
  onStarted(jobId: JobId): void;
}

function PlanOptions({ isOpen, plan, onClose, onStarted }: PlanOptionsProps) {
  const [duplicates, setDuplicates] = useState<DuplicatePolicy>('skip');
  const [excluded, setExcluded] = useState<ReadonlySet<number>>(new Set());
  const [isStarting, setStarting] = useState(false);
  const collection = useCollectionChoice();
  const entries = useMemo(() => inReadingOrder(plan.entries), [plan]);
  const sum = useMemo(() => tally(entries, duplicates, excluded), [entries, duplicates, excluded]);

  const start = async () => {
    setStarting(true);
    const result = await perform('import.start', {
      planId: plan.id,
      duplicates,
      exclude: [...excluded],
      ...(collection.collectionId ? { collectionId: collection.collectionId } : {}),
    });
    setStarting(false);
    if (result.ok) onStarted(result.value.jobId);
  };
  const toggle = (index: number) => {
    const next = new Set(excluded);
    if (!next.delete(index)) next.add(index);
    setExcluded(next);
  };
  const toggleAll = () => {
    const choosable = entries.filter((entry) => canImport(entry, duplicates)).map(({ index }) => index);
    setExcluded(choosable.some((index) => excluded.has(index)) ? new Set() : new Set(choosable));
  };

  return (
    <Sheet
      isOpen={isOpen}
      onOpenChange={onClose}
      title={t('Bring in documents')}
      subtitle={t(
        '{count, plural, one {# file} other {# files}} looked at. Nothing is changed yet; your files stay where they are.',
        { count: entries.length },
      )}
      actions={
        <>
          <span className={css.sum} role="status">
            {sum.willImport > 0 ? formatBytes(sum.bytes) : t('Nothing is chosen')}
            {sum.leftOut > 0 ? t(' · {leftOut} left out by you', { leftOut: sum.leftOut }) : ''}
          </span>
          <Button onPress={onClose}>{t('Cancel')}</Button>
          <Button variant="primary" isDisabled={sum.willImport === 0 || isStarting} onPress={() => void start()}>
            {isStarting
              ? t('Starting…')
              : sum.willImport === 0
                ? t('Import')
                : t('Import {willImport, plural, one {# file} other {# files}}', { willImport: sum.willImport })}
          </Button>
        </>
      }
    >
      {entries.length === 0 ? (
        <EmptyState title={t('No files were found')}>
          {t('The folder is empty. Choose another, or drop files here.')}
        </EmptyState>
      ) : (
        <>
          <div className={css.choices}>
            <Select
              label={t('Put them in')}
              options={collection.options}
              value={collection.chosen}
              onChange={collection.setChosen}
            />
            <Select<DuplicatePolicy>
              label={t('Files that are here already')}
              options={[
                { id: 'skip', label: t('Skip them') },
                { id: 'import', label: t('Import them again') },
              ]}
              value={duplicates}
              onChange={setDuplicates}
              isDisabled={sum.duplicates === 0}
            />
          </div>
          {sum.unreadable > 0 ? (
            <Notice
              tone="caution"
              title={t('{unreadable, plural, one {# file} other {# files}} cannot be read', {
                unreadable: sum.unreadable,
              })}
            >
              {t('They are first in the list, with the reasons. The others are not affected.')}
            </Notice>
          ) : null}
          <PlanList
            entries={entries}
            duplicates={duplicates}
            excluded={excluded}
            onToggle={toggle}
            onToggleAll={toggleAll}
          />
        </>
      )}
    </Sheet>
  );
}
