/** What the styles of an OpenDocument file make of a paragraph, and how its lists are numbered. */
import type { TextBlockKind } from '../../parsed-file.js';
import { type NumberForm, writtenNumber } from '../list-numbers.js';
import { descendantsOf, elementsOf, type OfficeXmlElement } from '../xml-tree.js';

const FORMS: Readonly<Record<string, NumberForm>> = {
  '1': 'decimal',
  i: 'roman',
  I: 'ROMAN',
  a: 'letter',
  A: 'LETTER',
};
const MAX_CHAIN = 20;

export class OpenStyles {
  readonly #parents = new Map<string, string>();
  readonly #lists = new Map<string, ReadonlyMap<number, OfficeXmlElement>>();

  /** @param roots of the styles and of the content, where the automatic ones are. */
  constructor(roots: readonly (OfficeXmlElement | null)[]) {
    for (const root of roots) {
      for (const style of descendantsOf(root, 'style:style')) {
        this.#parents.set(style.attributes['style:name'] ?? '', style.attributes['style:parent-style-name'] ?? '');
      }
      for (const list of descendantsOf(root, 'text:list-style')) {
        const levels = [...elementsOf(list)].map((level): [number, OfficeXmlElement] => [
          Number(level.attributes['text:level'] ?? 1) - 1,
          level,
        ]);
        this.#lists.set(list.attributes['style:name'] ?? '', new Map(levels));
      }
    }
  }

  kindOf(style: string): TextBlockKind {
    let name = style;
    for (let steps = 0; steps < MAX_CHAIN && name !== ''; steps += 1) {
      if (name === 'Title') return { kind: 'heading', level: 1 };
      if (/^Quot(?:e|ations)$/.test(name)) return { kind: 'quotation' };
      name = this.#parents.get(name) ?? '';
    }
    return { kind: 'paragraph' };
  }

  /** Counts on in `counts`. @returns the number as it is printed, with a space behind it; '' for a bullet or none. */
  numberOf(list: string, level: number, counts: number[], item: OfficeXmlElement): string {
    const style = this.#lists.get(list)?.get(level);
    if (style?.name !== 'text:list-level-style-number') return '';
    const own =
      item.attributes['text:start-value'] ??
      (counts[level] === undefined ? (style.attributes['text:start-value'] ?? '1') : null);
    counts.length = Math.min(counts.length, level + 1);
    counts[level] = own === null ? (counts[level] ?? 0) + 1 : Number(own) || 1;
    const form = FORMS[style.attributes['style:num-format'] ?? ''];
    if (!form) return '';
    const shown = Math.min(level + 1, Number(style.attributes['text:display-levels'] ?? 1) || 1);
    const numbers = counts.slice(level + 1 - shown, level + 1).map((count) => writtenNumber(count ?? 1, form));
    return `${style.attributes['style:num-prefix'] ?? ''}${numbers.join('.')}${style.attributes['style:num-suffix'] ?? ''} `;
  }
}
