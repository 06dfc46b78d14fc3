/**
 * Citations and links as chips. A chip takes the place of its Markdown and is one unit: the cursor goes over it, one
 * press deletes it. Beside the cursor it is the chip that keys are for.
 */
import { type EditorState, type Extension, Prec, RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  keymap,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import type { NoteMark, NoteReference } from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';
import { announce } from '../../../api/index.js';
import { type ChipLabel, chipLabel } from './chip-labels.js';
import { noteHost } from './note-host.js';
import { keyOfMark, markAtCursor, marksOfLine } from './note-marks.js';
import { references, setReferences } from './references.js';

/** Strokes of a 16 by 16 square. */
const ICONS: Record<ChipLabel['kind'] | 'broken', string> = {
  source: 'M4 2h5l3 3v9H4zM9 2v3h3M6 8h4M6 10.5h4',
  passage: 'M3 4h10M3 7h10M3 10h6M3 13h4',
  note: 'M4 2h8v12H4zM2.5 5h3M2.5 8h3M2.5 11h3',
  tag: 'M2.5 2.5h5l6 6-5 5-6-6zM5 5h.01',
  broken: 'M8 2l6.5 11.5h-13zM8 6v4M8 12h.01',
};

function icon(name: keyof typeof ICONS): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/** The place at the end of a citation, which stays in sight when the title is too long. */
const PLACE = /, (?:pp?\.|fols?\.|ff?\.)\s.{1,24}$/;

function part(className: string, words: string): HTMLElement {
  const made = document.createElement('span');
  made.className = className;
  made.textContent = words;
  return made;
}

class ChipWidget extends WidgetType {
  constructor(
    readonly words: ChipLabel,
    readonly key: string,
    readonly isCurrent: boolean,
  ) {
    super();
  }

  override eq(other: ChipWidget): boolean {
    const { words, key, isCurrent } = this;
    return key === other.key && isCurrent === other.isCurrent && JSON.stringify(words) === JSON.stringify(other.words);
  }

  override toDOM(): HTMLElement {
    const { kind, state, label, remark } = this.words;
    const chip = document.createElement('span');
    chip.className = 'cm-chip';
    chip.dataset.kind = kind;
    chip.dataset.state = state;
    chip.dataset.key = this.key;
    if (this.isCurrent) chip.dataset.current = '';
    const place = PLACE.exec(label)?.[0] ?? '';
    chip.append(
      icon(remark === '' ? kind : 'broken'),
      part('cm-chip-label', label.slice(0, label.length - place.length)),
      part('cm-chip-tail', place + (remark === '' ? '' : ` · ${remark}`)),
    );
    return chip;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

function draw(view: EditorView): DecorationSet {
  const { state } = view;
  const builder = new RangeSetBuilder<Decoration>();
  const known = state.field(references);
  const current = view.hasFocus ? markAtCursor(state) : null;
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = state.doc.lineAt(at);
      for (const mark of marksOfLine(state, line)) {
        const widget = new ChipWidget(chipLabel(mark, known), keyOfMark(mark), current?.start === mark.start);
        builder.add(mark.start, mark.end, Decoration.replace({ widget }));
      }
      at = line.to + 1;
    }
  }
  return builder.finish();
}

const chipPlugin = ViewPlugin.fromClass(
  class {
    drawn: DecorationSet;
    constructor(view: EditorView) {
      this.drawn = draw(view);
    }
    update(update: ViewUpdate): void {
      const hasNewReferences = update.transactions.some(({ effects }) =>
        effects.some((effect) => effect.is(setReferences)),
      );
      const isOther = update.docChanged || update.viewportChanged || update.selectionSet || update.focusChanged;
      if (isOther || hasNewReferences) this.drawn = draw(update.view);
    }
  },
  {
    decorations: ({ drawn }) => drawn,
    provide: (plugin) => EditorView.atomicRanges.of((view) => view.plugin(plugin)?.drawn ?? Decoration.none),
  },
);

/** The mark whose chip an element belongs to. */
function markOfElement(view: EditorView, target: EventTarget | null): NoteMark | null {
  const chip = target instanceof Element ? target.closest<HTMLElement>('.cm-chip') : null;
  if (!chip) return null;
  const offset = view.posAtDOM(chip);
  return marksOfLine(view.state, view.state.doc.lineAt(offset)).find(({ start }) => start === offset) ?? null;
}

/** Opens what a mark names. A reference that is not known yet is looked up: it may just have been written. */
function openMark(state: EditorState, mark: NoteMark | null): boolean {
  if (!mark) return false;
  const host = state.facet(noteHost);
  const key = keyOfMark(mark);
  const open = (reference: NoteReference) => {
    if (reference.state === 'missing') announce(t('What this names is not in the archive any more'));
    else host.openReference(reference);
  };
  const known = state.field(references).get(key);
  if (known) open(known);
  else void host.lookUp(key).then((found) => found && open(found));
  return true;
}

export const chips: Extension = [
  references,
  chipPlugin,
  EditorView.domEventHandlers({
    mousedown: (event, view) => {
      const mark = event.button === 0 ? markOfElement(view, event.target) : null;
      if (!mark) return false;
      view.dispatch({ selection: { anchor: mark.end } });
      return true;
    },
    click: (event, view) => event.button === 0 && openMark(view.state, markOfElement(view, event.target)),
  }),
  Prec.high(
    keymap.of([
      { key: 'Alt-Enter', run: ({ state }) => openMark(state, markAtCursor(state)) },
      {
        key: 'F2',
        run: ({ state }) => {
          const mark = markAtCursor(state);
          if (mark?.kind !== 'citation' || state.readOnly) return false;
          state.facet(noteHost).editCitation(mark);
          return true;
        },
      },
    ]),
  ),
];
