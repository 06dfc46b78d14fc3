/** Proofreading: each line of a text below its image; one goes from doubtful word to doubtful word by key. */
import { SpellCheck2 } from 'lucide-react';
import type { SourceId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage } from '../../api/index.js';
import { Button, EmptyState, ErrorState, Loading } from '../../ui/index.js';
import { ProofreadingForm } from './ProofreadingForm.js';
import { useBegunText } from './use-begun-text.js';

export interface ProofreadingPageProps {
  readonly sourceId: SourceId;
  /** Whether keys and commands are for this page. */
  readonly isActive: boolean;
  onDone(id: SourceId): void;
  onTranscribe(id: SourceId): void;
}

export function ProofreadingPage({ sourceId, isActive, onDone, onTranscribe }: ProofreadingPageProps) {
  const begun = useBegunText(sourceId);
  if (begun.status === 'error') return <ErrorState {...failureMessage(begun.error)} retry={begun.retry} />;
  if (begun.status === 'loading') return <Loading>{t('Opening the text')}</Loading>;
  if (begun.words.length === 0) {
    return (
      <EmptyState
        icon={<SpellCheck2 size={28} strokeWidth={1.5} />}
        title={t('There is nothing to hold against the page')}
        action={<Button onPress={() => onTranscribe(sourceId)}>{t('Transcribe…')}</Button>}
      >
        {t(
          'It is not known where the words of this text are on its pages. Read the pages by OCR first, or transcribe.',
        )}
      </EmptyState>
    );
  }
  return <ProofreadingForm key={begun.version.id} begun={begun} isActive={isActive} onDone={() => onDone(sourceId)} />;
}
