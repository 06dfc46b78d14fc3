/**
 * Annotating one open document: what is marked in it, which annotation is looked at, and the commands that make, find and
 * change them. Only the active document has the commands.
 */
import { useMemo, useRef, useState } from 'react';
import { z } from 'zod';
import {
  type Anchor,
  type Annotation,
  type AnnotationId,
  Colour,
  type SourceId,
  type Tag,
  type TagTree,
} from '../../../electron/contract/index.js';
import { announce, queryClient, rememberLayout, useCommand, useEvent, useShellState } from '../../api/index.js';
import { annotationActions, type Passage } from './annotation-actions.js';
import { colourName } from './annotation-words.js';
import { useAnnotations, useCanEdit, useTagTree } from './use-annotations.js';

/** What of the reading room annotating needs. */
export interface Reader {
  focus(): void;
  goTo(mark: { readonly id: string; readonly start: number }): void;
  here(): number;
  clearSelection(): void;
}

export type Placed = Annotation & { readonly anchor: Extract<Anchor, { state: 'placed' }> };
export type CardPart = 'card' | 'comment' | 'tags';

export interface Wanted {
  readonly id: AnnotationId;
  readonly part: CardPart;
}

export interface Annotating {
  /** Those that have a place in the text, in reading order. */
  readonly placed: readonly Placed[];
  /** How many wait in the tray. */
  readonly inReview: number;
  readonly tree: TagTree<Tag>;
  readonly canEdit: boolean;
  readonly activeId: AnnotationId | null;
  /** What is to have the focus as soon as it is drawn; a new object asks again. */
  readonly wanted: Wanted | null;
  /** The colour of the last mark that was made. */
  readonly colour: Colour;
  /** Said to those who do not see the mark appear. */
  readonly said: string;
  activate(id: AnnotationId | null): void;
  want(id: AnnotationId, part: CardPart): void;
  /** Several annotations lie at one place: each choice goes on to the next of them, the topmost first. */
  choose(ids: readonly string[]): void;
  mark(passage: Passage, options?: { readonly colour?: Colour; readonly open?: CardPart }): Promise<void>;
  remove(id: AnnotationId): Promise<void>;
  step(direction: 1 | -1): void;
}

export interface AnnotatingOptions {
  readonly sourceId: SourceId;
  readonly isActive: boolean;
  readonly selection: Passage | null;
  /** The selection, else the hit that is looked at. */
  readonly target: Passage | null;
  readonly reader: { readonly current: Reader | null };
}

const NONE: readonly Annotation[] = [];
const COLOUR_KEY = 'markColour';

const isPlaced = (annotation: Annotation): annotation is Placed => annotation.anchor?.state === 'placed';

export function useAnnotating({ sourceId, isActive, selection, target, reader }: AnnotatingOptions): Annotating {
  const answer = useAnnotations({ sourceId });
  const known = answer.status === 'ready' ? answer.data.annotations : NONE;
  // The answer before stays until the next is there: it may be of another source.
  const all = known[0] && known[0].sourceId !== sourceId ? NONE : known;
  const placed = useMemo(
    () => all.filter(isPlaced).sort((a, b) => a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end),
    [all],
  );
  const tree = useTagTree();
  const canEdit = useCanEdit();
  const shell = useShellState();
  const colour = z.catch(Colour, 1).parse(shell.status === 'ready' ? shell.data.preferences.layout[COLOUR_KEY] : 1);
  const [chosenId, setActiveId] = useState<AnnotationId | null>(null);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [said, setSaid] = useState('');
  const activeId = placed.some(({ id }) => id === chosenId) ? chosenId : null;
  const isMaking = useRef(false);

  // Undo is shown at once too, not with the next beat, and what undo and redo would do next is known.
  useEvent('archive.changed', ({ scopes }) => {
    if (!scopes.includes('annotations')) return;
    void queryClient.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] === 'annotation.list' || queryKey[0] === 'history.state',
    });
  });

  const activate = (id: AnnotationId | null) => setActiveId(id);
  const want = (id: AnnotationId, part: CardPart) => {
    setActiveId(id);
    setWanted({ id, part });
  };
  const mark: Annotating['mark'] = async (passage, { colour: wish = colour, open } = {}) => {
    if (isMaking.current) return;
    isMaking.current = true;
    try {
      const same = placed.find(({ anchor }) => anchor.start === passage.start && anchor.end === passage.end);
      const id = same?.id ?? (await annotationActions.create(passage, wish))?.id;
      if (!id) return;
      if (same && open === undefined && same.colour !== wish) await annotationActions.colour([same.id], wish);
      if (wish !== colour) rememberLayout(COLOUR_KEY, wish);
      reader.current?.clearSelection();
      setSaid(`Highlighted in ${colourName(wish).toLowerCase()}`);
      if (open) want(id, open);
      else {
        setActiveId(null);
        reader.current?.focus();
      }
    } finally {
      isMaking.current = false;
    }
  };
  const remove = async (id: AnnotationId) => {
    const at = placed.findIndex((other) => other.id === id);
    const next = placed[at + 1] ?? placed[at - 1];
    if (!(await annotationActions.delete([id]))) return;
    if (next && activeId === id) want(next.id, 'card');
    else reader.current?.focus();
  };
  const step = (direction: 1 | -1) => {
    const here = reader.current?.here() ?? 0;
    const at = placed.findIndex(({ id }) => id === activeId);
    const from = direction === 1 ? placed.findIndex(({ anchor }) => anchor.start >= here) : lastBefore(placed, here);
    const index = at >= 0 ? at + direction : from;
    const isAround = index < 0 || index >= placed.length;
    const next = placed.at(index < 0 ? -1 : index % placed.length);
    if (!next) return;
    if (isAround && placed.length > 1) announce(direction === 1 ? 'On from the beginning' : 'On from the end');
    reader.current?.goTo({ id: next.id, start: next.anchor.start });
    want(next.id, 'card');
  };
  const choose = (ids: readonly string[]) => {
    const here = placed.filter(({ id }) => ids.includes(id));
    const topDown = [...here].sort((a, b) => ids.indexOf(b.id) - ids.indexOf(a.id));
    const at = topDown.findIndex(({ id }) => id === activeId);
    const next = topDown[(at + 1) % Math.max(1, topDown.length)];
    if (next) want(next.id, 'card');
    else setActiveId(null);
  };

  /** What is selected, else the annotation that is looked at, else the hit. */
  const makeOrOpen = (part: 'comment' | 'tags') => {
    if (!selection && activeId) want(activeId, part);
    else if (target) void mark(target, { open: part });
  };
  const canMake = isActive && canEdit && target !== null;
  const hasActive = isActive && activeId !== null;
  useCommand('annotation.highlight', () => target && void mark(target), { enabled: canMake });
  useCommand('annotation.comment', () => makeOrOpen('comment'), { enabled: canMake || (hasActive && canEdit) });
  useCommand('annotation.tag', () => makeOrOpen('tags'), { enabled: canMake || (hasActive && canEdit) });
  useCommand('annotation.next', () => step(1), { enabled: isActive && placed.length > 0 });
  useCommand('annotation.previous', () => step(-1), { enabled: isActive && placed.length > 0 });
  useCommand('annotation.delete', () => activeId && void remove(activeId), { enabled: hasActive && canEdit });

  const inReview = all.filter(({ anchor }) => anchor?.state === 'review').length;
  return {
    placed,
    inReview,
    tree,
    canEdit,
    activeId,
    wanted,
    colour,
    said,
    activate,
    want,
    choose,
    mark,
    remove,
    step,
  };
}

function lastBefore(placed: readonly Placed[], here: number): number {
  let last = -1;
  for (const [index, { anchor }] of placed.entries()) if (anchor.start < here) last = index;
  return last;
}
