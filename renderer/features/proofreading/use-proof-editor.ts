/** A proofreading as it goes on: its editor, its draft, and going from word to word. */
import { type EditorState, Text } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { t } from '../../../electron/wording/index.js';
import { setScales, wordAtCaret } from './line-images.js';
import { lineScales } from './line-scales.js';
import { lineSources } from './line-sources.js';
import { lastBefore, placeText } from './placed-words.js';
import { neighbourOf } from './proof-changes.js';
import { createProofEditor } from './proof-editor.js';
import { changesOfDraft, proofField, proofStateOf, setSeen } from './proof-state.js';
import { discardDraft, loadDraft, ProofDraft, saveDraft } from './text-drafts.js';
import type { BegunText } from './use-begun-text.js';

/** How long the draft waits for the next letter. */
const REST_MS = 200;

export function useProofEditor(
  room: RefObject<HTMLDivElement | null>,
  { version, words, pages, title, language }: BegunText,
  onWholePage: () => void,
) {
  const placed = useMemo(() => placeText(version.text, words), [version.text, words]);
  const sources = useMemo(() => lineSources(placed, pages, version.spans), [placed, pages, version.spans]);
  const editor = useRef<EditorView | null>(null);
  const isAbandoned = useRef(false);
  /** As it was when the tab was left: there need be no room for a draft. */
  const memory = useRef<ProofDraft | null>(null);
  const toggle = useRef(onWholePage);
  useEffect(() => {
    toggle.current = onWholePage;
  });
  const [draft] = useState(() => loadDraft('proofreading', version.id, ProofDraft));
  const [state, setState] = useState<EditorState | null>(null);
  const [status, setStatus] = useState('');
  const [isKept, setKept] = useState(true);

  const goTo = useCallback(
    (word: number | null) => {
      const view = editor.current;
      if (!view) return;
      const { changes, doubtful } = view.state.field(proofField);
      const at = word === null ? undefined : placed.words[word];
      if (!at) {
        setStatus(t('No doubtful words are left.'));
        return;
      }
      const anchor = changes.mapPos(at.start, 1);
      const head = Math.max(anchor, changes.mapPos(at.end, -1));
      view.dispatch({
        selection: { anchor, head },
        effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
      });
      view.focus();
      setStatus(
        t('“{word}”, confidence {confidence}. {count, plural, one {# doubtful word} other {# doubtful words}} left.', {
          word: view.state.sliceDoc(anchor, head),
          confidence: at.confidence ?? 0,
          count: doubtful.length,
        }),
      );
    },
    [placed],
  );

  const go = useCallback(
    (direction: 'next' | 'previous') => {
      const view = editor.current;
      if (!view) return;
      const { changes, doubtful } = view.state.field(proofField);
      goTo(neighbourOf(doubtful, placed, changes, view.state.selection.main.from, direction));
    },
    [placed, goTo],
  );

  const accept = useCallback(() => {
    const view = editor.current;
    if (!view) return;
    const word = wordAtCaret(view.state, placed);
    if (view.state.field(proofField).doubtful.includes(word))
      view.dispatch({ effects: setSeen.of({ word, isSeen: true }) });
    go('next');
  }, [placed, go]);

  const goToPage = useCallback(
    (page: number) => {
      const view = editor.current;
      const target = placed.pages[page];
      if (!view || !target) return;
      const anchor = view.state
        .field(proofField)
        .changes.mapPos(placed.words[target.firstWord]?.start ?? target.start, 1);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'start', yMargin: 90 }) });
      view.focus();
    },
    [placed],
  );
  const pageAt = useCallback(
    (of: EditorState) => {
      const at = of.field(proofField).changes.invertedDesc.mapPos(of.selection.main.head, -1);
      return Math.max(0, lastBefore(placed.pages, at));
    },
    [placed],
  );

  useEffect(() => {
    const parent = room.current;
    if (!parent) return;
    const kept = memory.current ?? loadDraft('proofreading', version.id, ProofDraft);
    const changes = changesOfDraft(kept?.changes, version.text.length);
    const begin = proofStateOf(placed, changes, new Set(kept?.seen ?? []));
    const doc = changes.apply(Text.of(version.text.split('\n'))).toString();
    let rest: ReturnType<typeof setTimeout> | null = null;
    let last: EditorState | null = null;
    const keep = () => {
      if (rest !== null) clearTimeout(rest);
      rest = null;
      if (!last || isAbandoned.current) return;
      const now = last.field(proofField);
      if (now.changes.empty && now.seen.size === 0) discardDraft('proofreading', version.id);
      else setKept(saveDraft('proofreading', version.id, draftOf(last)));
      last = null;
    };
    const view = createProofEditor({
      parent,
      placed,
      sources,
      begin,
      text: doc,
      caret: kept?.caret ?? 0,
      label: t('Text of {title}', { title: title || t('the document') }),
      language,
      onAccept: accept,
      onPage: (by) => editor.current && goToPage(pageAt(editor.current.state) + by),
      onWholePage: () => toggle.current(),
      onUpdate: (next) => {
        setState(next);
        last = next;
        rest ??= setTimeout(keep, REST_MS);
      },
    });
    editor.current = view;
    setState(view.state);
    const measure = () => {
      // What stands left and right of a line; the content itself is as wide as its widest image.
      const width = view.scrollDOM.clientWidth - 84;
      if (width > 100) view.dispatch({ effects: setScales.of(lineScales(placed, sources, width)) });
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(parent);
    if (kept) view.dispatch({ effects: EditorView.scrollIntoView(kept.caret, { y: 'center' }) });
    else goTo(begin.doubtful[0] ?? null);
    view.focus();
    return () => {
      keep();
      memory.current = draftOf(view.state);
      watch.disconnect();
      editor.current = null;
      view.destroy();
    };
  }, [room, version, placed, sources, title, language, accept, goTo, goToPage, pageAt]);

  /** Saved, or thrown away: the draft goes, and is not kept again on the way out. */
  const endDraft = () => {
    isAbandoned.current = true;
    discardDraft('proofreading', version.id);
  };

  return {
    endDraft,
    editor,
    placed,
    sources,
    state,
    status,
    isKept,
    wasDraft: draft !== null,
    go,
    accept,
    goToPage,
    pageAt,
  };
}

function draftOf(state: EditorState): ProofDraft {
  const { changes, seen } = state.field(proofField);
  return { changes: changes.toJSON(), seen: [...seen], caret: state.selection.main.from };
}
