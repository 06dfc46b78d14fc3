/** The parts of the window that can be asked for by name. */
import { z } from 'zod';

/** What the list can show. */
export const ListAreaName = z.enum(['sources', 'search', 'notes', 'compare']);
export type ListArea = z.infer<typeof ListAreaName>;

/** The panes beside the documents, which can be folded away. */
export type PaneName = 'list' | 'inspector';
export type FoldedPanes = Readonly<Record<PaneName, boolean>>;
