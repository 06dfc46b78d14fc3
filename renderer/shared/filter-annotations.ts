/** What of a list is shown: by words, colour and tag, whatever case and accents. Pure. */
import {
  type Annotation,
  type Colour,
  foldedKey,
  type Tag,
  type TagId,
  type TagTree,
} from '../../electron/contract/index.js';
import { quotedText } from './annotation-labels.js';

export interface AnnotationListFilter {
  readonly words: string;
  readonly colour: Colour | null;
  /** This tag or one below it. */
  readonly tagId: TagId | null;
}

export const NO_FILTER: AnnotationListFilter = { words: '', colour: null, tagId: null };

export const isFiltered = ({ words, colour, tagId }: AnnotationListFilter): boolean =>
  words.trim() !== '' || colour !== null || tagId !== null;

export function filterAnnotations(
  annotations: readonly Annotation[],
  { words, colour, tagId }: AnnotationListFilter,
  tree: TagTree<Tag>,
): readonly Annotation[] {
  const text = foldedKey(words);
  const tags = tagId === null ? null : new Set(tree.subtree(tagId));
  if (text === '' && colour === null && tags === null) return annotations;
  return annotations.filter(
    (annotation) =>
      (colour === null || annotation.colour === colour) &&
      (tags === null || annotation.tagIds.some((id) => tags.has(id))) &&
      (text === '' || foldedKey(`${quotedText(annotation)}\n${annotation.comment}`).includes(text)),
  );
}
