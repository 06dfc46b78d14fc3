/** What the styles of a Word document make of a paragraph: heading, quotation, numbered or not. */
import type { TextBlockKind } from '../../parsed-file.js';
import { childOf, elementsOf, type OfficeXmlElement } from '../xml-tree.js';

export interface ListPlace {
  readonly numId: string;
  readonly level: number;
}

interface WordStyle {
  readonly name: string;
  readonly basedOn: string;
  readonly outline: number | null;
  readonly list: { readonly numId: string | null; readonly level: number | null };
}

const MAX_CHAIN = 20;

export class WordStyles {
  readonly #styles = new Map<string, WordStyle>();
  #usual = '';

  constructor(root: OfficeXmlElement | null) {
    for (const style of elementsOf(root, 'w:style')) {
      if (style.attributes['w:type'] !== 'paragraph') continue;
      const id = style.attributes['w:styleId'] ?? '';
      if (style.attributes['w:default'] === '1') this.#usual = id;
      const properties = childOf(style, 'w:pPr');
      this.#styles.set(id, {
        name: (valOf(style, 'w:name') ?? '').toLowerCase(),
        basedOn: valOf(style, 'w:basedOn') ?? '',
        outline: outlineOf(properties),
        list: listOf(properties),
      });
    }
  }

  kindOf(properties: OfficeXmlElement | null): TextBlockKind {
    const own = outlineOf(properties);
    if (own !== null) return own < 9 ? { kind: 'heading', level: own + 1 } : { kind: 'paragraph' };
    for (const { name, outline } of this.#chain(properties)) {
      if (outline !== null) return outline < 9 ? { kind: 'heading', level: outline + 1 } : { kind: 'paragraph' };
      const heading = /^heading (\d)$/.exec(name)?.[1];
      if (heading) return { kind: 'heading', level: Number(heading) };
      if (name === 'title') return { kind: 'heading', level: 1 };
      if (/^(?:intense )?quote$|^block text$/.test(name)) return { kind: 'quotation' };
    }
    return { kind: 'paragraph' };
  }

  /** @returns null when the paragraph is of no list. */
  listOf(properties: OfficeXmlElement | null): ListPlace | null {
    const lists = [listOf(properties), ...[...this.#chain(properties)].map(({ list }) => list)];
    const numId = lists.find((list) => list.numId !== null)?.numId ?? null;
    if (numId === null || numId === '0') return null;
    return { numId, level: lists.find((list) => list.level !== null)?.level ?? 0 };
  }

  *#chain(properties: OfficeXmlElement | null): Iterable<WordStyle> {
    let id = valOf(properties, 'w:pStyle') ?? this.#usual;
    for (let steps = 0; steps < MAX_CHAIN; steps += 1) {
      const style = this.#styles.get(id);
      if (!style) return;
      yield style;
      id = style.basedOn;
    }
  }
}

export const valOf = (parent: OfficeXmlElement | null, name: string): string | undefined =>
  childOf(parent, name)?.attributes['w:val'];

/** Whether a property that is on or off is on. */
export function isOn(parent: OfficeXmlElement | null, name: string): boolean {
  const property = childOf(parent, name);
  return property !== null && !/^(?:0|false|off)$/.test(property.attributes['w:val'] ?? '');
}

function outlineOf(properties: OfficeXmlElement | null): number | null {
  const value = valOf(properties, 'w:outlineLvl');
  return value !== undefined && /^\d$/.test(value) ? Number(value) : null;
}

function listOf(properties: OfficeXmlElement | null) {
  const list = childOf(properties, 'w:numPr');
  const level = valOf(list, 'w:ilvl');
  return { numId: valOf(list, 'w:numId') ?? null, level: level && /^\d$/.test(level) ? Number(level) : null };
}
