/** The annotation to be placed by hand, if any: chosen on the review page, placed in the document. */
import type { Annotation } from '../../../electron/contract/index.js';
import { createStore, useStore } from '../../api/index.js';

const placed = createStore<Annotation | null>(null);

export const setManualPlacement = (annotation: Annotation | null): void => placed.set(annotation);

export const useManualPlacement = (): Annotation | null => useStore(placed);
