/** Lines above the texts: that a newer version is read by now, that a result is not the newest, that nothing is saved. */
import type { Collation, Failure } from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';
import { failureMessage } from '../../../api/index.js';
import { Button, Notice } from '../../../ui/index.js';
import { collationActions } from '../collation-actions.js';
import { outdatedWitnesses } from '../collation-labels.js';

export interface CollationNoticesProps {
  /** Null where nothing is saved. */
  readonly saved: Collation | null;
  readonly canEdit: boolean;
  readonly problem: Failure | null;
  retry(): void;
}

export function CollationNotices({ saved, canEdit, problem, retry }: CollationNoticesProps) {
  const outdated = saved ? outdatedWitnesses(saved.witnesses) : [];
  const names = outdated.map((index) => saved?.witnesses[index]?.siglum).join(', ');
  const isPinned = saved?.pins.some(({ stretches }) => stretches.some(({ witness }) => outdated.includes(witness)));
  const words = problem && problemMessage(problem);
  return (
    <>
      {words ? (
        <Notice
          tone="caution"
          title={words.title}
          action={
            <Button size="small" onPress={retry}>
              {t('Collate again')}
            </Button>
          }
        >
          {words.remedy}
        </Notice>
      ) : null}
      {saved && outdated.length > 0 ? (
        <Notice
          title={t('A newer version of {names} is read by now', { names })}
          action={
            canEdit ? (
              <Button size="small" onPress={() => void collationActions.takeNewer(saved, outdated)}>
                {t('Use the newer text')}
              </Button>
            ) : null
          }
        >
          {t('This collation keeps to the version it was made from.')}{' '}
          {isPinned ? t('Using the newer text drops the pins of {names}; undo brings them back.', { names }) : ''}
        </Notice>
      ) : null}
      {saved === null ? (
        <Notice>{t('This archive is open for reading only: the comparison is shown and not kept.')}</Notice>
      ) : null}
    </>
  );
}

export function problemMessage(problem: Failure): { title: string; remedy: string } {
  if (problem.code !== 'STALE') return failureMessage(problem);
  return {
    title: t('The collation was not finished'),
    remedy: t('It was cancelled, or the collation was changed meanwhile. Nothing is lost.'),
  };
}
