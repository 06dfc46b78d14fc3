/** A transcription as it goes on: the text of each page, the page that is written, its draft. */
import type { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { t } from '../../../electron/wording/index.js';
import { discardDraft, loadDraft, saveDraft, TranscriptionDraft } from './text-drafts.js';
import { type Ruler, textsOfPages } from './transcription.js';
import { type ImageKey, transcriptionState } from './transcription-editor.js';
import type { BegunText } from './use-begun-text.js';

/** How long the draft waits for the next letter. */
const REST_MS = 200;

export interface Written {
  readonly page: number;
  readonly text: string;
  readonly caret: number;
}

export function useTranscription(
  room: RefObject<HTMLDivElement | null>,
  { version, pages, title, language }: BegunText,
  onImage: (key: ImageKey) => void,
) {
  const original = useMemo(
    () => textsOfPages(version.text, version.spans, pages.length),
    [version.text, version.spans, pages.length],
  );
  const [draft] = useState(() => loadDraft('transcription', version.id, TranscriptionDraft));
  const [texts, setTexts] = useState(() => original.map((text, page) => draft?.texts[page] ?? text));
  const [rulers, setRulers] = useState<Readonly<Record<string, Ruler>>>(() => draft?.rulers ?? {});
  const [written, setWritten] = useState<Written>(() => {
    const page = Math.min(draft?.page ?? 0, original.length - 1);
    return { page, text: texts[page] ?? '', caret: draft?.caret ?? 0 };
  });
  const [isKept, setKept] = useState(true);
  const editor = useRef<EditorView | null>(null);
  const isAbandoned = useRef(false);
  /** Undo of each page while the tab is open. */
  const states = useRef(new Map<number, EditorState>());
  const now = useRef({ texts, written, rulers });
  const image = useRef(onImage);
  useEffect(() => {
    image.current = onImage;
  });

  const rest = useRef<ReturnType<typeof setTimeout> | null>(null);
  const keep = useCallback(() => {
    if (rest.current !== null) clearTimeout(rest.current);
    rest.current = null;
    if (isAbandoned.current) return;
    const { texts: own, written: at, rulers: known } = now.current;
    const changed = own.flatMap((text, page) => (text === original[page] ? [] : [[String(page), text] as const]));
    if (changed.length === 0) discardDraft('transcription', version.id);
    else
      setKept(
        saveDraft('transcription', version.id, {
          texts: Object.fromEntries(changed),
          page: at.page,
          caret: at.caret,
          rulers: known,
        }),
      );
  }, [original, version.id]);
  const keepSoon = useCallback(() => {
    rest.current ??= setTimeout(keep, REST_MS);
  }, [keep]);

  const goToPage = useRef((_page: number) => {});
  useEffect(() => {
    const parent = room.current;
    if (!parent) return;
    const stateOf = (page: number, caret: number): EditorState =>
      states.current.get(page) ??
      transcriptionState(
        now.current.texts[page] ?? '',
        caret,
        { label: t('Text of page {page} of {title}', { page: page + 1, title: title || t('the document') }), language },
        {
          onPage: (by) => goToPage.current(now.current.written.page + by),
          onImage: (key) => image.current(key),
          onUpdate: (state) => {
            const at = { page, text: state.doc.toString(), caret: state.selection.main.head };
            now.current = { ...now.current, texts: now.current.texts.with(page, at.text), written: at };
            setTexts(now.current.texts);
            setWritten(at);
            keepSoon();
          },
        },
      );
    const { page, caret } = now.current.written;
    const view = new EditorView({ parent, state: stateOf(page, caret) });
    editor.current = view;
    goToPage.current = (next) => {
      if (next < 0 || next >= now.current.texts.length) return;
      states.current.set(now.current.written.page, view.state);
      view.setState(stateOf(next, 0));
      const at = { page: next, text: view.state.doc.toString(), caret: view.state.selection.main.head };
      now.current = { ...now.current, written: at };
      setWritten(at);
      view.focus();
      keepSoon();
    };
    view.focus();
    return () => {
      keep();
      editor.current = null;
      states.current.clear();
      view.destroy();
    };
  }, [room, title, language, keep, keepSoon]);

  const changeRuler = (page: number, next: Ruler) => {
    const changed = { ...now.current.rulers, [page]: next };
    now.current = { ...now.current, rulers: changed };
    setRulers(changed);
    keepSoon();
  };
  /** Saved, or thrown away: the draft goes, and is not kept again on the way out. */
  const endDraft = () => {
    isAbandoned.current = true;
    discardDraft('transcription', version.id);
  };
  return {
    texts,
    written,
    /** Null until a person has moved a line of the page. */
    ruler: rulers[written.page] ?? null,
    isKept,
    isChanged: texts.some((text, page) => text !== original[page]),
    wasDraft: draft !== null,
    goToPage: (page: number) => goToPage.current(page),
    changeRuler,
    endDraft,
  };
}
