/**
 * Markdown as it reads. Invariant: what is drawn does not depend on where the cursor is, except for what stands in the
 * margin outside the text; so no line changes its height or its breaks when the cursor comes.
 */
import { HighlightStyle, syntaxHighlighting, syntaxTree } from '@codemirror/language';
import type { EditorState, Extension, Range } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  keymap,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';

const HANGING = Decoration.mark({ class: 'cm-hanging' });
const QUIET = Decoration.mark({ class: 'cm-quiet' });
const URL = Decoration.mark({ class: 'cm-url' });
const LINES: Readonly<Record<string, Decoration>> = {
  Blockquote: Decoration.line({ class: 'cm-quote' }),
  FencedCode: Decoration.line({ class: 'cm-codeblock' }),
  CodeBlock: Decoration.line({ class: 'cm-codeblock' }),
  Table: Decoration.line({ class: 'cm-table' }),
  HorizontalRule: Decoration.line({ class: 'cm-rule' }),
};
const DEPTHS = [1, 2, 3, 4, 5, 6];
const HEADINGS = DEPTHS.map((level) => Decoration.line({ class: `cm-heading cm-heading-${level}` }));
const ITEMS = DEPTHS.map((depth) => Decoration.line({ class: `cm-item cm-item-${depth}` }));
const BULLETS = DEPTHS.map((depth) => Decoration.mark({ class: `cm-bullet cm-bullet-${depth}` }));
const QUIET_NODES =
  /^(EmphasisMark|StrikethroughMark|CodeMark|LinkMark|CodeInfo|TableDelimiter|HorizontalRule|HardBreak|Escape)$/;

class TaskCheckbox extends WidgetType {
  constructor(readonly isDone: boolean) {
    super();
  }
  override eq(other: TaskCheckbox): boolean {
    return other.isDone === this.isDone;
  }
  override toDOM(): HTMLElement {
    const box = document.createElement('span');
    box.className = 'cm-task';
    box.setAttribute('role', 'checkbox');
    box.setAttribute('aria-checked', String(this.isDone));
    box.setAttribute('aria-label', this.isDone ? 'Done' : 'To do');
    return box;
  }
  override ignoreEvent(): boolean {
    return false;
  }
}

interface PreviewDecorations {
  readonly all: DecorationSet;
  readonly atomic: DecorationSet;
}

function draw(view: EditorView): PreviewDecorations {
  const { state } = view;
  const all: Range<Decoration>[] = [];
  const atomic: Range<Decoration>[] = [];
  for (const visible of view.visibleRanges) {
    let depth = 0;
    syntaxTree(state).iterate({
      from: visible.from,
      to: visible.to,
      enter: (node) => {
        const { name, from, to } = node;
        const line = LINES[name];
        if (line)
          eachLine(state, Math.max(from, visible.from), Math.min(to, visible.to), (at) => all.push(line.range(at)));
        const level = /^(?:ATX|Setext)Heading(\d)$/.exec(name)?.[1];
        const heading = level === undefined ? undefined : HEADINGS[Number(level) - 1];
        if (heading) eachLine(state, from, to, (at) => all.push(heading.range(at)));
        if (/^(Bullet|Ordered)List$/.test(name)) depth += 1;
        if (name === 'ListMark') drawBullet(state, from, to, depth, all);
        else if (name === 'HeaderMark' || name === 'QuoteMark') drawHanging(state, from, to, all);
        else if (name === 'URL') all.push(URL.range(from, to));
        else if (name === 'TaskMarker') {
          const isDone = /x/i.test(state.sliceDoc(from, to));
          const box = Decoration.replace({ widget: new TaskCheckbox(isDone) }).range(from, to);
          all.push(box);
          atomic.push(box);
        } else if (QUIET_NODES.test(name) && to > from) all.push(QUIET.range(from, to));
      },
      leave: ({ name }) => {
        if (/^(Bullet|Ordered)List$/.test(name)) depth -= 1;
      },
    });
  }
  return { all: Decoration.set(all, true), atomic: Decoration.set(atomic, true) };
}

function eachLine(state: EditorState, from: number, to: number, see: (lineStart: number) => void): void {
  for (let at = from; at <= to; ) {
    const line = state.doc.lineAt(at);
    see(line.from);
    at = line.to + 1;
  }
}

/** A number sign or an angle bracket at the head of its line, with the blank behind it, stands before the text. */
function drawHanging(state: EditorState, from: number, to: number, all: Range<Decoration>[]): void {
  const line = state.doc.lineAt(from);
  if (state.sliceDoc(line.from, from).trim() !== '') {
    all.push(QUIET.range(from, to));
    return;
  }
  const end = state.sliceDoc(to, to + 1) === ' ' ? to + 1 : to;
  all.push(HANGING.range(line.from, end));
}

function drawBullet(state: EditorState, from: number, to: number, depth: number, all: Range<Decoration>[]): void {
  const line = state.doc.lineAt(from);
  const at = Math.min(Math.max(depth, 1), DEPTHS.length) - 1;
  const isFirst = state.sliceDoc(line.from, from).trim() === '';
  const end = state.sliceDoc(to, to + 1) === ' ' ? to + 1 : to;
  const [item, bullet] = [ITEMS[at], BULLETS[at]];
  if (!isFirst || !item || !bullet) {
    all.push(QUIET.range(from, to));
    return;
  }
  all.push(item.range(line.from), bullet.range(line.from, end));
}

const previewPlugin = ViewPlugin.fromClass(
  class {
    drawn: PreviewDecorations;
    constructor(view: EditorView) {
      this.drawn = draw(view);
    }
    update(update: ViewUpdate): void {
      const isParsed = syntaxTree(update.startState) !== syntaxTree(update.state);
      if (update.docChanged || update.viewportChanged || isParsed) this.drawn = draw(update.view);
    }
  },
  {
    decorations: ({ drawn }) => drawn.all,
    provide: (plugin) => EditorView.atomicRanges.of((view) => view.plugin(plugin)?.drawn.atomic ?? Decoration.none),
  },
);

/** Ticks the task of a line, or takes the tick away. @returns false when there is none. */
function toggleTask(view: EditorView, offset: number): boolean {
  const line = view.state.doc.lineAt(offset);
  const box = /^[\s>]*(?:[-*+]|\d+[.)])\s+\[([ xX])\]/.exec(line.text);
  if (!box || view.state.readOnly) return false;
  const at = line.from + box[0].length - 2;
  view.dispatch({ changes: { from: at, to: at + 1, insert: box[1] === ' ' ? 'x' : ' ' }, userEvent: 'input' });
  return true;
}

const theme = HighlightStyle.define([
  { tag: tags.strong, class: 'cm-strong' },
  { tag: tags.emphasis, class: 'cm-emphasis' },
  { tag: tags.strikethrough, class: 'cm-struck' },
  { tag: tags.monospace, class: 'cm-mono' },
  { tag: tags.link, class: 'cm-link' },
]);

export const livePreview: Extension = [
  previewPlugin,
  syntaxHighlighting(theme),
  EditorView.domEventHandlers({
    mousedown: (event, view) => {
      const box = event.target instanceof Element ? event.target.closest('.cm-task') : null;
      return box !== null && toggleTask(view, view.posAtDOM(box));
    },
  }),
  keymap.of([{ key: 'Mod-Enter', run: (view) => toggleTask(view, view.state.selection.main.head) }]),
];
