/** The inspector: the annotations of one source, filtered, jumped to, edited. */
import type { SourceId } from '../../../electron/contract/index.js';
import type { OpenPlace } from '../../api/index.js';
import { EmptyState } from '../../ui/index.js';

export interface AnnotationsPaneProps {
  readonly sourceId: SourceId;
  onOpen(place: OpenPlace): void;
}

export function AnnotationsPane(_props: AnnotationsPaneProps) {
  return <EmptyState title="AnnotationsPane" />;
}
