/** The inspector: the text versions of one source. */
import type { SourceId, VersionId } from '../../../electron/contract/index.js';
import { EmptyState } from '../../ui/index.js';

export interface VersionsPaneProps {
  readonly sourceId: SourceId;
  onCorrect(id: SourceId): void;
  onCompare(id: SourceId, from: VersionId, to: VersionId): void;
}

export function VersionsPane(_props: VersionsPaneProps) {
  return <EmptyState title="VersionsPane" />;
}
