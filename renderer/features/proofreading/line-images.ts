/**
 * Above each line of the text the part of the page image that it was read from, in an editor. The page is one image: its
 * lines are cut out of it as it is drawn.
 */

import { type EditorState, type Extension, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import { t } from '../../../electron/wording/index.js';
import { loadPageImage } from './page-images.js';
import { lastBefore, type PlacedLine, type PlacedText, turnBox, type WordBox } from './placed-words.js';
import { proofField } from './proof-state.js';

/** A page image, and how it is turned to be read. */
export interface LineSource {
  readonly address: string | null;
  readonly label: string;
  readonly turn: 0 | 90 | 180 | 270;
}

export interface LineImagesOptions {
  readonly placed: PlacedText;
  /** Of each page of `placed`. */
  readonly sources: readonly LineSource[];
}

/** CSS pixels for a pixel of each page. */
export const setScales = StateEffect.define<readonly number[]>();

/** Room around a line, as a share of its height: descenders, and the line's neighbours on paper. */
const MARGIN = 0.3;

interface LineCut {
  /** Of the turned page, in its pixels. */
  readonly cut: WordBox;
  readonly pageWidth: number;
  readonly pageHeight: number;
}

export function cutOf({ page, box }: PlacedLine, { pages }: PlacedText, { turn }: LineSource): LineCut {
  const { width = 1, height = 1 } = pages[page] ?? {};
  const isAside = turn === 90 || turn === 270;
  const [pageWidth, pageHeight] = isAside ? [height, width] : [width, height];
  const { left, top, right, bottom } = turnBox(box, width, height, turn);
  const margin = (bottom - top) * MARGIN;
  const cut = {
    left: Math.max(0, left - margin),
    top: Math.max(0, top - margin),
    right: Math.min(pageWidth, right + margin),
    bottom: Math.min(pageHeight, bottom + margin),
  };
  return { cut, pageWidth, pageHeight };
}

class LineImage extends WidgetType {
  constructor(
    readonly options: LineImagesOptions,
    readonly index: number,
    readonly scale: number,
    /** The word of the line that one is at; -1 when one is not in this line. */
    readonly word: number,
  ) {
    super();
  }

  override eq(other: LineImage): boolean {
    const { options, index, scale, word } = this;
    return other.options === options && other.index === index && other.scale === scale && other.word === word;
  }

  private get parts() {
    const line = this.options.placed.lines[this.index] as PlacedLine;
    const source = this.options.sources[line.page] as LineSource;
    return { line, source, ...cutOf(line, this.options.placed, source) };
  }

  override get estimatedHeight(): number {
    const { cut } = this.parts;
    return (cut.bottom - cut.top) * this.scale + 6;
  }

  override toDOM(view: EditorView): HTMLElement {
    const { placed } = this.options;
    const { line, source, cut, pageWidth, pageHeight } = this.parts;
    const page = placed.pages[line.page];
    const host = document.createElement('div');
    host.className = 'cm-line-image';
    host.dataset.line = String(this.index);
    host.setAttribute('aria-hidden', 'true');
    host.style.width = `${(cut.right - cut.left) * this.scale}px`;
    host.style.height = `${(cut.bottom - cut.top) * this.scale}px`;
    if (source.address) {
      const image = document.createElement('img');
      image.alt = '';
      image.decoding = 'async';
      image.draggable = false;
      const percent = (part: number, whole: number) => `${(100 * part) / whole}%`;
      image.style.setProperty(
        'object-view-box',
        `inset(${percent(cut.top, pageHeight)} ${percent(pageWidth - cut.right, pageWidth)} ${percent(pageHeight - cut.bottom, pageHeight)} ${percent(cut.left, pageWidth)})`,
      );
      loadPageImage(source.address).then(
        (copy) => {
          image.src = copy;
        },
        (error: unknown) => {
          host.title = error instanceof Error ? error.message : String(error);
        },
      );
      host.append(image);
    }
    const boxOf = (box: WordBox) => turnBox(box, page?.width ?? 1, page?.height ?? 1, source.turn);
    const word = placed.words[this.word];
    if (word) {
      const { left, top, right, bottom } = boxOf(word.box);
      const frame = document.createElement('span');
      frame.className = 'cm-word-frame';
      frame.style.left = `${(left - cut.left) * this.scale - 3}px`;
      frame.style.top = `${(top - cut.top) * this.scale - 2}px`;
      frame.style.width = `${(right - left) * this.scale + 6}px`;
      frame.style.height = `${(bottom - top) * this.scale + 4}px`;
      host.append(frame);
    }
    host.addEventListener('mousedown', (event) => {
      event.preventDefault();
      const x = cut.left + event.offsetX / this.scale;
      for (let index = line.firstWord; index < line.endWord; index += 1) {
        const candidate = placed.words[index];
        if (!candidate) continue;
        const { left, right } = boxOf(candidate.box);
        if (x >= left && x <= right) {
          const at = view.state.field(proofField).changes.mapPos(candidate.start, 1);
          view.dispatch({ selection: { anchor: at } });
        }
      }
      view.focus();
    });
    return host;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

class PageHeadline extends WidgetType {
  constructor(readonly label: string) {
    super();
  }
  override eq(other: PageHeadline): boolean {
    return other.label === this.label;
  }
  override get estimatedHeight(): number {
    return 40;
  }
  override toDOM(): HTMLElement {
    const head = document.createElement('div');
    head.className = 'cm-page-head';
    head.textContent = t('Page {label}', { label: this.label });
    return head;
  }
}

interface LineImagesState {
  readonly decorations: DecorationSet;
  readonly scales: readonly number[];
  /** The line and word that one is at. */
  readonly line: number;
  readonly word: number;
}

/** The word that the caret is at or in, as it is counted in the version; -1 before the first. */
export function wordAtCaret(state: EditorState, { words }: PlacedText): number {
  const { changes } = state.field(proofField);
  const at = changes.invertedDesc.mapPos(state.selection.main.from, 1);
  return lastBefore(words, at);
}

export function lineImages(options: LineImagesOptions): Extension {
  const { placed, sources } = options;
  const where = (state: EditorState) => {
    const word = wordAtCaret(state, placed);
    // Lines are in the order of their words.
    let line = -1;
    let [low, high] = [0, placed.lines.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const candidate = placed.lines[middle] as PlacedLine;
      if (candidate.firstWord > word) high = middle - 1;
      else {
        line = middle;
        low = middle + 1;
      }
    }
    return { word, line };
  };
  const widget = (state: EditorState, index: number, scales: readonly number[], word: number): Range<Decoration> => {
    const line = placed.lines[index] as PlacedLine;
    const { changes } = state.field(proofField);
    const image = new LineImage(options, index, scales[line.page] ?? 1, word);
    return Decoration.widget({ widget: image, block: true, side: -1, line: index }).range(
      state.doc.lineAt(changes.mapPos(line.start, -1)).from,
    );
  };
  const build = (state: EditorState, scales: readonly number[]): LineImagesState => {
    const { line, word } = where(state);
    const ranges: Range<Decoration>[] = [];
    let page = -1;
    for (const [index, one] of placed.lines.entries()) {
      const range = widget(state, index, scales, index === line ? word : -1);
      if (one.page !== page) {
        page = one.page;
        const head = new PageHeadline(sources[page]?.label ?? String(page + 1));
        ranges.push(Decoration.widget({ widget: head, block: true, side: -2 }).range(range.from));
      }
      ranges.push(range);
    }
    return { decorations: Decoration.set(ranges, true), scales, line, word };
  };
  const field = StateField.define<LineImagesState>({
    create: (state) =>
      build(
        state,
        placed.pages.map(() => 0.4),
      ),
    update: (images, transaction) => {
      const scaled = transaction.effects.find((effect) => effect.is(setScales));
      if (scaled) return build(transaction.state, scaled.value);
      if (!transaction.docChanged && !transaction.selection) return images;
      const decorations = images.decorations.map(transaction.changes);
      const now = where(transaction.state);
      if (now.line === images.line && now.word === images.word) return { ...images, decorations };
      const lines = [...new Set([images.line, now.line])].filter((line) => line >= 0).toSorted((a, b) => a - b);
      return {
        ...images,
        ...now,
        decorations: decorations.update({
          filter: (_from, _to, value) => !lines.includes(value.spec.line as number),
          add: lines.map((line) => widget(transaction.state, line, images.scales, line === now.line ? now.word : -1)),
          sort: true,
        }),
      };
    },
    provide: (own) => EditorView.decorations.from(own, ({ decorations }) => decorations),
  });
  return field;
}
