/** Corrects a text by hand and makes a new version of it. */
import type { SourceId } from '../../../electron/contract/index.js';
import { EmptyState } from '../../ui/index.js';

export interface CorrectionPageProps {
  readonly sourceId: SourceId;
  onDone(id: SourceId): void;
}

export function CorrectionPage(_props: CorrectionPageProps) {
  return <EmptyState title="CorrectionPage" />;
}
