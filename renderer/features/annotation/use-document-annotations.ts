/**
 * Annotating one open document: what is marked in it, which annotation is active, and the commands that make, find and
 * change them. Only the active document has the commands.
 */
import { useMemo, useRef, useState } from 'react';
import { z } from 'zod';
import {
  type Anchor,
  type Annotation,
  type AnnotationId,
  Colour,
  type Region,
  type SourceId,
  type Tag,
  type TagTree,
  type Target,
} from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { announce, type CommandOptions, saveLayout, useCommand, useShellState } from '../../api/index.js';
import { colourName } from '../../shared/annotation-labels.js';
import { useAnnotations, useCanEdit, useTagTree } from '../../shared/use-annotations.js';
import { annotationActions, type SourceRange } from './annotation-actions.js';

/** The part of the reading view that annotating needs. */
export interface ReaderHandle {
  focus(): void;
  goTo(highlight: { readonly id: string; readonly start: number }): void;
  currentOffset(): number;
  clearSelection(): void;
  goToRegion(region: Region): void;
  /** Where one is on the page images; null while the text is shown. */
  currentPage(): RegionOrigin | null;
}

type RegionOrigin = Pick<Region, 'pageIndex' | 'x' | 'y'>;

export type PlacedAnnotation = Annotation & { readonly anchor: Extract<Anchor, { state: 'placed' }> };
export type RegionAnnotation = Annotation & { readonly target: Extract<Target, { kind: 'region' }> };
export type CardPart = 'card' | 'comment' | 'tags';

export interface CardFocusRequest {
  readonly id: AnnotationId;
  readonly part: CardPart;
}

export interface DocumentAnnotations {
  /** Those that have a place in the text, in reading order. */
  readonly placed: readonly PlacedAnnotation[];
  /** Those of page images, by page and from the top. */
  readonly regions: readonly RegionAnnotation[];
  /** How many wait in the tray. */
  readonly reviewCount: number;
  readonly tree: TagTree<Tag>;
  readonly canEdit: boolean;
  readonly activeId: AnnotationId | null;
  /** What is to have the focus as soon as it is drawn; a new object asks again. */
  readonly focusRequest: CardFocusRequest | null;
  /** The colour of the last mark that was made. */
  readonly colour: Colour;
  /** Announced to screen readers when a highlight is made. */
  readonly status: string;
  activate(id: AnnotationId | null): void;
  requestFocus(id: AnnotationId, part: CardPart): void;
  /** Several annotations lie at one place: each choice goes on to the next of them, the topmost first. */
  activateNext(ids: readonly string[]): void;
  highlight(passage: SourceRange, options?: { readonly colour?: Colour; readonly open?: CardPart }): Promise<void>;
  /** Marks a region of a page image in the colour used last, and opens its card. */
  highlightRegion(region: Region): Promise<void>;
  remove(id: AnnotationId): Promise<void>;
  goToAdjacent(direction: 1 | -1): void;
}

export interface DocumentAnnotationsOptions {
  readonly sourceId: SourceId;
  readonly isActive: boolean;
  readonly selection: SourceRange | null;
  /** The selection, else the current hit. */
  readonly target: SourceRange | null;
  /** What the reading view still waits for before it knows the target; null when it waits for nothing. */
  readonly waitingFor: string | null;
  readonly reader: { readonly current: ReaderHandle | null };
}

const NONE: readonly Annotation[] = [];
const COLOUR_KEY = 'markColour';

const isRegion = (annotation: Annotation): annotation is RegionAnnotation => annotation.target.kind === 'region';
const isPlaced = (annotation: Annotation): annotation is PlacedAnnotation => annotation.anchor?.state === 'placed';

export function useDocumentAnnotations({
  sourceId,
  isActive,
  selection,
  target,
  waitingFor,
  reader,
}: DocumentAnnotationsOptions): DocumentAnnotations {
  const answer = useAnnotations({ sourceId });
  const known = answer.status === 'ready' ? answer.data.annotations : NONE;
  // The answer before stays until the next is there: it may be of another source.
  const all = known[0] && known[0].sourceId !== sourceId ? NONE : known;
  const placed = useMemo(
    () => all.filter(isPlaced).sort((a, b) => a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end),
    [all],
  );
  const regions = useMemo(() => all.filter(isRegion).sort((a, b) => byPage(a.target.region, b.target.region)), [all]);
  /** In the order that they are walked: first those of the text. */
  const ordered = useMemo(() => [...placed, ...regions], [placed, regions]);
  const tree = useTagTree();
  const canEdit = useCanEdit();
  const shell = useShellState();
  const colour = z.catch(Colour, 1).parse(shell.status === 'ready' ? shell.data.preferences.layout[COLOUR_KEY] : 1);
  const [chosenId, setActiveId] = useState<AnnotationId | null>(null);
  const [focusRequest, setFocusRequest] = useState<CardFocusRequest | null>(null);
  const [status, setStatus] = useState('');
  const activeId = ordered.some(({ id }) => id === chosenId) ? chosenId : null;
  const isMaking = useRef(false);

  const activate = (id: AnnotationId | null) => setActiveId(id);
  const requestFocus = (id: AnnotationId, part: CardPart) => {
    setActiveId(id);
    setFocusRequest({ id, part });
  };
  const highlight: DocumentAnnotations['highlight'] = async (passage, { colour: wantedColour = colour, open } = {}) => {
    if (isMaking.current) return;
    isMaking.current = true;
    try {
      const same = placed.find(({ anchor }) => anchor.start === passage.start && anchor.end === passage.end);
      const id = same?.id ?? (await annotationActions.create(passage, wantedColour))?.id;
      if (!id) return;
      if (same && open === undefined && same.colour !== wantedColour)
        await annotationActions.colour([same.id], wantedColour);
      if (wantedColour !== colour) saveLayout(COLOUR_KEY, wantedColour);
      reader.current?.clearSelection();
      setStatus(t('Highlighted in {colourName}', { colourName: colourName(wantedColour).toLowerCase() }));
      if (open) requestFocus(id, open);
      else {
        setActiveId(null);
        reader.current?.focus();
      }
    } finally {
      isMaking.current = false;
    }
  };
  const highlightRegion: DocumentAnnotations['highlightRegion'] = async (region) => {
    const made = await annotationActions.createRegion(sourceId, region, colour);
    if (!made) return;
    setStatus(
      t('Region {count} marked in {colourName}', {
        count: regions.length + 1,
        colourName: colourName(colour).toLowerCase(),
      }),
    );
    requestFocus(made.id, 'card');
  };
  const show = (annotation: Annotation) => {
    if (isRegion(annotation)) reader.current?.goToRegion(annotation.target.region);
    else if (isPlaced(annotation)) reader.current?.goTo({ id: annotation.id, start: annotation.anchor.start });
    requestFocus(annotation.id, 'card');
  };
  const remove = async (id: AnnotationId) => {
    // Who looks at the page images stays there.
    const alike: readonly Annotation[] = regions.some((other) => other.id === id) ? regions : placed;
    const at = alike.findIndex((other) => other.id === id);
    const next = alike[at + 1] ?? alike[at - 1];
    if (!(await annotationActions.delete([id]))) return;
    if (next && activeId === id) show(next);
    else reader.current?.focus();
  };
  const goToAdjacent = (direction: 1 | -1) => {
    const at = ordered.findIndex(({ id }) => id === activeId);
    const from = reader.current ? nextFrom({ placed, regions }, reader.current, direction) : -1;
    const index = at >= 0 ? at + direction : from;
    const isAround = index < 0 || index >= ordered.length;
    const next = ordered.at(index < 0 ? -1 : index % ordered.length);
    if (!next) return;
    if (isAround && ordered.length > 1) announce(direction === 1 ? t('On from the beginning') : t('On from the end'));
    show(next);
  };
  const activateNext = (ids: readonly string[]) => {
    const here = ordered.filter(({ id }) => ids.includes(id));
    const topDown = [...here].sort((a, b) => ids.indexOf(b.id) - ids.indexOf(a.id));
    const at = topDown.findIndex(({ id }) => id === activeId);
    const next = topDown[(at + 1) % Math.max(1, topDown.length)];
    if (next) requestFocus(next.id, 'card');
    else setActiveId(null);
  };

  /** What is selected, else the active annotation, else the hit. */
  const makeOrOpen = (part: 'comment' | 'tags') => {
    if (!selection && activeId) requestFocus(activeId, part);
    else if (target) void highlight(target, { open: part });
  };
  const canMake = isActive && canEdit && target !== null;
  const hasActive = isActive && activeId !== null;
  const commandState: CommandOptions = { waitingFor: isActive && canEdit ? waitingFor : null, subject: sourceId };
  useCommand('annotation.highlight', () => target && void highlight(target), { enabled: canMake, ...commandState });
  useCommand('annotation.comment', () => makeOrOpen('comment'), {
    enabled: canMake || (hasActive && canEdit),
    ...commandState,
  });
  useCommand('annotation.tag', () => makeOrOpen('tags'), {
    enabled: canMake || (hasActive && canEdit),
    ...commandState,
  });
  const isListed = answer.status !== 'loading' && (known.length === 0 || known === all);
  const canWalk: CommandOptions = {
    enabled: isActive && ordered.length > 0 && waitingFor === null,
    waitingFor: isActive ? (waitingFor ?? (isListed ? null : t('the annotations'))) : null,
    subject: sourceId,
  };
  useCommand('annotation.next', () => goToAdjacent(1), canWalk);
  useCommand('annotation.previous', () => goToAdjacent(-1), canWalk);
  useCommand('annotation.delete', () => activeId && void remove(activeId), { enabled: hasActive && canEdit });

  const reviewCount = all.filter(({ anchor }) => anchor?.state === 'review').length;
  return {
    placed,
    regions,
    reviewCount,
    tree,
    canEdit,
    activeId,
    focusRequest,
    colour,
    status,
    activate,
    requestFocus,
    activateNext,
    highlight,
    highlightRegion,
    remove,
    goToAdjacent,
  };
}

const byPage = (a: RegionOrigin, b: RegionOrigin): number => a.pageIndex - b.pageIndex || a.y - b.y || a.x - b.x;

/** Index of the annotation after or before where one is: among those of the text, then those of the page images. */
function nextFrom(
  { placed, regions }: Pick<DocumentAnnotations, 'placed' | 'regions'>,
  reader: ReaderHandle,
  direction: 1 | -1,
): number {
  const page = reader.currentPage();
  if (page) {
    const after = regions.findIndex(({ target }) => byPage(target.region, page) >= 0);
    const next = after < 0 ? regions.length : after;
    return placed.length + (direction === 1 ? next : next - 1);
  }
  const here = reader.currentOffset();
  const after = placed.findIndex(({ anchor }) => anchor.start >= here);
  const next = after < 0 ? placed.length : after;
  return direction === 1 ? next : next - 1;
}
