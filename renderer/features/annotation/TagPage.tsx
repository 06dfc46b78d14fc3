/** Every passage that bears a tag, with its source and page. */
import type { TagId } from '../../../electron/contract/index.js';
import type { OpenPlace } from '../../api/index.js';
import { EmptyState } from '../../ui/index.js';

export interface TagPageProps {
  readonly tagId: TagId;
  onOpen(place: OpenPlace): void;
}

export function TagPage(_props: TagPageProps) {
  return <EmptyState title="TagPage" />;
}
