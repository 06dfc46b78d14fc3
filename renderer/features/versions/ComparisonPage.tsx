/** Two versions of one text beside each other. */
import type { SourceId, VersionId } from '../../../electron/contract/index.js';
import { EmptyState } from '../../ui/index.js';

export interface ComparisonPageProps {
  readonly sourceId: SourceId;
  readonly from: VersionId;
  readonly to: VersionId;
}

export function ComparisonPage(_props: ComparisonPageProps) {
  return <EmptyState title="ComparisonPage" />;
}
