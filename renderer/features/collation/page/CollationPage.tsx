/** Witnesses of one text compared: loading, gone, broken, or on the desk. */
import { GitCompareArrows } from 'lucide-react';
import type { SourceId } from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';
import { useCommand } from '../../../api/index.js';
import { EmptyState, ErrorState, Loading } from '../../../ui/index.js';
import type { CollationPageSubject } from '../collation-labels.js';
import type { CollationSlots } from '../slots.js';
import { problemMessage } from './CollationNotices.js';
import { CollationView } from './CollationView.js';
import css from './CollationView.module.css';
import { useCollation } from './use-collation.js';

export interface CollationPageProps {
  readonly subject: CollationPageSubject;
  /** Whether keys and commands are for this page. */
  readonly isActive: boolean;
  readonly slots: CollationSlots;
  onOpenSource(id: SourceId): void;
}

export function CollationPage({ subject, ...props }: CollationPageProps) {
  const answer = useCollation(subject);
  switch (answer.status) {
    case 'loading':
      return <Collating isActive={props.isActive} />;
    case 'error':
      return (
        <div className={css.page}>
          {answer.error.code === 'NOT_FOUND' ? (
            <EmptyState
              icon={<GitCompareArrows size={28} strokeWidth={1.5} />}
              title={t('This collation is not in the archive any more')}
            >
              {t('It was deleted or undone, or one of its sources has no text. Undo, or doing again, brings it back.')}
            </EmptyState>
          ) : (
            <ErrorState {...problemMessage(answer.error)} retry={answer.retry} />
          )}
        </div>
      );
    case 'ready':
      return <CollationView {...props} answer={answer} />;
  }
}

const nothing = () => undefined;

/** Keys that are pressed meanwhile are for the comparison that comes. */
function Collating({ isActive }: { readonly isActive: boolean }) {
  const waiting = { enabled: false, waitingFor: isActive ? t('the comparison') : null };
  useCommand('collation.next', nothing, waiting);
  useCommand('collation.previous', nothing, waiting);
  useCommand('collation.below', nothing, waiting);
  useCommand('export.collation', nothing, waiting);
  return (
    <div className={css.page}>
      <Loading>{t('Collating')}</Loading>
    </div>
  );
}
