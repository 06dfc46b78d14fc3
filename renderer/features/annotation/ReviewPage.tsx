/** The tray of annotations that lost their place: the old place, the candidates, and why. */

import type { OpenPlace } from '../../api/index.js';
import { EmptyState } from '../../ui/index.js';

export interface ReviewPageProps {
  onOpen(place: OpenPlace): void;
}

export function ReviewPage(_props: ReviewPageProps) {
  return <EmptyState title="ReviewPage" />;
}
