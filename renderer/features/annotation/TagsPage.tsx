/** The tag manager: the tree with its counts. */
import type { TagId } from '../../../electron/contract/index.js';
import { EmptyState } from '../../ui/index.js';

export interface TagsPageProps {
  onOpenTag(id: TagId): void;
}

export function TagsPage(_props: TagsPageProps) {
  return <EmptyState title="TagsPage" />;
}
