/** Transcription: a page image beside its text, line by line, by keyboard alone. */
import type { SourceId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage } from '../../api/index.js';
import { ErrorState, Loading } from '../../ui/index.js';
import { TranscriptionForm } from './TranscriptionForm.js';
import { useBegunText } from './use-begun-text.js';

export interface TranscriptionPageProps {
  readonly sourceId: SourceId;
  onDone(id: SourceId): void;
}

export function TranscriptionPage({ sourceId, onDone }: TranscriptionPageProps) {
  const begun = useBegunText(sourceId);
  if (begun.status === 'error') return <ErrorState {...failureMessage(begun.error)} retry={begun.retry} />;
  if (begun.status === 'loading') return <Loading>{t('Opening the pages')}</Loading>;
  return <TranscriptionForm key={begun.version.id} begun={begun} onDone={() => onDone(sourceId)} />;
}
