/** Follows the control words of an RTF file and writes its flows. Words that are not known change nothing, as the format asks. */
import type { TextBlockKind } from '../../parsed-file.js';
import type { DocumentWriter } from '../document-writer.js';
import type { Origin } from '../inline-text.js';
import { commentHead, withHead } from '../note-heads.js';
import type { WrittenBlock } from '../written-block.js';
import { decodeRun, isHalf } from './rtf-charsets.js';
import { RtfFlow } from './rtf-flow.js';
import { RtfFonts, symbolLetter } from './rtf-fonts.js';
import { RTF_SIGNS, SKIPPED } from './rtf-signs.js';
import { FIRST_STATE, type RtfDestination, type RtfState } from './rtf-state.js';
import type { RtfToken } from './rtf-tokens.js';

interface OpenGroup {
  readonly state: RtfState;
  /** Set where the group is a flow of its own: what is done with its blocks. */
  ends: ((blocks: WrittenBlock[]) => void) | null;
}

const FILE_PAGES: Readonly<Record<string, number>> = { ansi: 1252, mac: 10000, pc: 437, pca: 850 };
const DESTINATIONS: Readonly<Record<string, RtfDestination>> = {
  fonttbl: 'fonts',
  info: 'info',
  stylesheet: 'styles',
  title: 'title',
  author: 'author',
  creatim: 'created',
  atnauthor: 'comment-author',
  revtbl: 'reviser-names',
  listtext: 'label',
  pntext: 'label',
};
/** Groups marked as to be skipped by whoever does not know them, whose words are of the document. */
const KNOWN_OPTIONAL = new Set([
  'shpinst',
  'shptxt',
  'annotation',
  'atnauthor',
  'revtbl',
  'ud',
  'shppict',
  'footnote',
  'txfieldstart',
]);
const FLOWS: Readonly<Record<string, Origin>> = {
  footnote: 'note',
  annotation: 'comment',
  header: 'header',
  headerl: 'header',
  headerr: 'header',
  headerf: 'header',
  footer: 'footer',
  footerl: 'footer',
  footerr: 'footer',
  footerf: 'footer',
  shptxt: 'text-box',
};
const MAX_DEPTH = 2_000;

export class RtfDocument {
  readonly headers: WrittenBlock[][] = [];
  readonly footers: WrittenBlock[][] = [];
  readonly notes: WrittenBlock[] = [];
  title = '';
  author = '';
  created = '';
  #state = FIRST_STATE;
  readonly #groups: OpenGroup[] = [];
  readonly #fonts = new RtfFonts();
  readonly #headings = new Map<number, TextBlockKind>();
  readonly #flows: RtfFlow[] = [new RtfFlow(null, (style) => this.#headings.get(style) ?? null)];
  #pending: number[] = [];
  #skip = 0;
  #isOptional = false;
  /** Whether nothing stands yet in the group. */
  #isFirst = false;
  #noteCount = 0;
  #commentAuthor = '';
  #style = { id: 0, name: '' };
  #revisers = '';
  #hidden = '';
  #lastChange: string = '';

  constructor(private readonly writer: DocumentWriter) {}

  get isUnfinished(): boolean {
    return this.#groups.length > 0;
  }

  take(token: RtfToken): void {
    if (token.kind === 'byte') {
      this.#byte(token.byte);
      return;
    }
    if (this.#skip > 0) {
      if (token.kind === 'word') {
        this.#skip -= 1;
        return;
      }
      this.#skip = 0;
    }
    this.#flush();
    if (token.kind === 'open') this.#open();
    else if (token.kind === 'close') this.#close();
    else this.#word(token.name, token.value);
  }

  finish(): WrittenBlock[] {
    this.#flush();
    while (this.#groups.length > 0) this.#close();
    this.writer.hide(this.#hidden);
    return this.#flow.finish();
  }

  get #flow(): RtfFlow {
    return this.#flows.at(-1) as RtfFlow;
  }

  #open(): void {
    if (this.#groups.length >= MAX_DEPTH) throw new RangeError('call stack: groups');
    this.#groups.push({ state: this.#state, ends: null });
    this.#isOptional = false;
    this.#isFirst = true;
  }

  #close(): void {
    const group = this.#groups.pop();
    this.#isFirst = false;
    if (!group) return;
    if (this.#state.destination === 'styles') this.#endStyle();
    this.#state = group.state;
    if (group.ends) group.ends((this.#flows.pop() as RtfFlow).finish());
  }

  #byte(byte: number): void {
    this.#isFirst = false;
    if (this.#skip > 0) {
      this.#skip -= 1;
      return;
    }
    const symbols = this.#state.destination === 'text' ? this.#fonts.symbolsOf(this.#state.font) : null;
    if (symbols === null) {
      this.#pending.push(byte);
      return;
    }
    this.#flush();
    const letter = byte === 0x20 ? ' ' : symbols === 'greek' ? symbolLetter(byte) : null;
    if (letter === null) this.writer.drop('symbol');
    this.#text(letter ?? '\uFFFD');
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    const charset = this.#fonts.charsetOf(this.#state.font);
    const bytes = this.#pending;
    this.#pending = [];
    // Half a character is no character.
    this.#text(decodeRun(isHalf(bytes, charset) ? [...bytes, 0x20] : bytes, charset));
  }

  #text(text: string): void {
    const { destination, isHidden, change, reviser } = this.#state;
    switch (destination) {
      case 'text':
        if (isHidden) {
          this.#hidden += text;
          return;
        }
        if (change !== null && this.#lastChange !== `${change} ${reviser}` && text.trim() !== '') {
          this.writer.mark(change, this.#revisers.split(';')[reviser] ?? '');
        }
        if (change === null || text.trim() !== '') this.#lastChange = change === null ? '' : `${change} ${reviser}`;
        this.#flow.add(text, change);
        return;
      case 'label':
        this.#flow.label(text);
        return;
      case 'fonts':
        this.#fonts.name(text);
        return;
      case 'styles':
        for (const part of text.split(/(;)/)) {
          if (part === ';') this.#endStyle();
          else this.#style.name += part;
        }
        return;
      case 'title':
        this.title += text;
        return;
      case 'author':
        this.author += text;
        return;
      case 'comment-author':
        this.#commentAuthor += text;
        return;
      case 'reviser-names':
        this.#revisers += text;
        return;
      default:
        return;
    }
  }

  #endStyle(): void {
    const heading = /^heading (\d)/i.exec(this.#style.name.trim())?.[1];
    if (heading) this.#headings.set(this.#style.id, { kind: 'heading', level: Number(heading) });
    else if (/^title$/i.test(this.#style.name.trim()))
      this.#headings.set(this.#style.id, { kind: 'heading', level: 1 });
    this.#style = { id: 0, name: '' };
  }

  #word(name: string, value: number | null): void {
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    if (name === '*') {
      // In the middle of a group programs have written it, too; there it means nothing.
      this.#isOptional = isFirst;
      return;
    }
    const isOptional = this.#isOptional;
    this.#isOptional = false;
    if (name === 'ud') {
      // The second writing of a text, in Unicode, is the one to be read.
      const outer = this.#groups.at(-2)?.state.destination ?? 'text';
      this.#state = { ...this.#state, destination: outer };
      return;
    }
    if (this.#state.destination === 'skip') return;
    if (name === 'pict') {
      this.writer.drop('picture');
      this.#into('skip');
    } else if (name === 'upr' || name === 'nonshppict') this.#into('skip');
    else if (name === 'object') this.writer.drop('object');
    else if (SKIPPED.has(name) && !KNOWN_OPTIONAL.has(name)) this.#into('skip');
    else if (FLOWS[name] && this.#state.destination === 'text' && this.#groups.length > 0)
      this.#beginFlow(name, FLOWS[name]);
    else if (DESTINATIONS[name] && this.#groups.length > 0) this.#begin(name, DESTINATIONS[name]);
    else if (isOptional && !KNOWN_OPTIONAL.has(name)) this.#into('skip');
    else this.#property(name, value);
  }

  #into(destination: RtfDestination): void {
    this.#state = { ...this.#state, destination };
  }

  #begin(name: string, destination: RtfDestination): void {
    if (name === 'atnauthor') this.#commentAuthor = '';
    this.#into(destination);
  }

  #beginFlow(name: string, origin: Origin): void {
    const group = this.#groups.at(-1);
    if (!group || group.ends) return;
    const around = this.#flow;
    let head = '';
    if (name === 'footnote') {
      this.#noteCount += 1;
      head = `[${this.#noteCount}]`;
      around.add(head, this.#state.change);
      head += ' ';
    } else if (name === 'annotation') {
      head = commentHead(this.#commentAuthor, '', '');
    }
    const author = name === 'annotation' ? this.#commentAuthor : '';
    const at = this.notes.length;
    this.#flows.push(new RtfFlow(around.origin ?? origin, (style) => this.#headings.get(style) ?? null));
    this.#state = { ...this.#state, isHidden: false, change: null };
    group.ends = (blocks) => {
      if (blocks.length === 0) return;
      if (origin !== 'header' && origin !== 'footer') this.writer.mark(origin, author);
      if (origin === 'note') this.notes.splice(at, 0, ...withHead(head, origin, blocks));
      else if (origin === 'comment') around.behind(withHead(head, origin, blocks));
      else if (origin === 'header') this.headers.push(blocks);
      else if (origin === 'footer') this.footers.push(blocks);
      else around.behind(blocks);
    };
  }

  #property(name: string, value: number | null): void {
    if (name === 'u') {
      this.#unicode(value);
      return;
    }
    const { destination } = this.#state;
    const filePage = FILE_PAGES[name];
    if (name === 'ansicpg' && value) this.#fonts.filePage = value;
    else if (filePage !== undefined) this.#fonts.filePage = filePage;
    else if (name === 'deff') this.#fonts.usual = value;
    else if (name === 'uc') this.#state = { ...this.#state, fallback: Math.max(0, value ?? 1) };
    else if (destination === 'fonts') this.#fonts.define(name, value ?? 0);
    else if (destination === 'styles') this.#style.id = name === 's' ? (value ?? 0) : this.#style.id;
    else if (destination === 'created') this.#date(name, value);
    else this.#ofText(name, value);
  }

  #ofText(name: string, value: number | null): void {
    const sign = RTF_SIGNS[name];
    if (sign !== undefined) {
      this.#text(sign);
      return;
    }
    const flow = this.#flow;
    const isOn = value !== 0;
    switch (name) {
      case 'f':
        this.#state = { ...this.#state, font: value };
        return;
      case 'plain':
        this.#state = { ...this.#state, font: null, isHidden: false, change: null };
        return;
      case 'v':
        this.#state = { ...this.#state, isHidden: isOn };
        return;
      case 'deleted':
        this.#state = { ...this.#state, change: isOn ? 'deletion' : null };
        return;
      case 'revised':
        if (this.#state.change !== 'deletion') this.#state = { ...this.#state, change: isOn ? 'insertion' : null };
        return;
      case 'revauth':
      case 'revauthdel':
        this.#state = { ...this.#state, reviser: value ?? 0 };
        return;
      case 'pard':
        flow.resetParagraph();
        return;
      case 's':
        flow.style = value ?? 0;
        return;
      case 'outlinelevel':
        flow.outline = value;
        return;
      case 'intbl':
        flow.isInTable = isOn;
        return;
      default:
        if (this.#state.destination === 'text') this.#ends(name, flow);
    }
  }

  #ends(name: string, flow: RtfFlow): void {
    if (name === 'par' || name === 'page' || name === 'sect' || name === 'column' || name === 'nestcell')
      flow.endParagraph();
    else if (name === 'cell') flow.endCell();
    else if (name === 'row') flow.endRow();
  }

  #unicode(value: number | null): void {
    this.#skip = this.#state.fallback;
    if (value === null) return;
    const code = value < 0 ? value + 0x1_0000 : value;
    // Signs of symbol fonts are written in the private area.
    if (code >= 0xf000 && code <= 0xf0ff) {
      const letter = this.#fonts.symbolsOf(this.#state.font) === 'unknown' ? null : symbolLetter(code - 0xf000);
      if (letter === null && this.#state.destination === 'text') this.writer.drop('symbol');
      this.#text(letter ?? '\uFFFD');
    } else this.#text(code > 0xffff ? String.fromCodePoint(Math.min(code, 0x10ffff)) : String.fromCharCode(code));
  }

  #date(name: string, value: number | null): void {
    const written = String(value ?? 0).padStart(2, '0');
    if (name === 'yr') this.created = String(value ?? 0).padStart(4, '0');
    else if (name === 'mo' || name === 'dy') this.created += `-${written}`;
  }
}
