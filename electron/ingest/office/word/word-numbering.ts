/** Numbers of the paragraphs of a Word document, which are cited and yet stand nowhere in its text. */
import { type NumberForm, writtenNumber } from '../list-numbers.js';
import { childOf, elementsOf, type OfficeXmlElement } from '../xml-tree.js';
import { type ListPlace, valOf } from './word-styles.js';

interface NumberLevel {
  readonly form: NumberForm | null;
  /** `%1.%2` */
  readonly pattern: string;
  readonly start: number;
}

const FORMS: Readonly<Record<string, NumberForm>> = {
  decimal: 'decimal',
  decimalZero: 'padded',
  lowerRoman: 'roman',
  upperRoman: 'ROMAN',
  lowerLetter: 'letter',
  upperLetter: 'LETTER',
};

export class WordNumbering {
  readonly #levels = new Map<string, ReadonlyMap<number, NumberLevel>>();
  /** Lists of one definition count on together. */
  readonly #definition = new Map<string, string>();
  readonly #counts = new Map<string, number[]>();
  readonly #restarted = new Set<string>();

  constructor(root: OfficeXmlElement | null) {
    const abstract = new Map<string, ReadonlyMap<number, NumberLevel>>();
    for (const definition of elementsOf(root, 'w:abstractNum')) {
      abstract.set(definition.attributes['w:abstractNumId'] ?? '', levelsOf(definition));
    }
    for (const list of elementsOf(root, 'w:num')) {
      const id = list.attributes['w:numId'] ?? '';
      const definition = valOf(list, 'w:abstractNumId') ?? '';
      const levels = new Map(abstract.get(definition));
      let restarts = false;
      for (const override of elementsOf(list, 'w:lvlOverride')) {
        const level = Number(override.attributes['w:ilvl'] ?? 0);
        const start = valOf(override, 'w:startOverride');
        const own = childOf(override, 'w:lvl');
        const known = own ? levelOf(own) : levels.get(level);
        if (known) levels.set(level, start === undefined ? known : { ...known, start: Number(start) });
        restarts ||= start !== undefined;
      }
      this.#levels.set(id, levels);
      this.#definition.set(id, definition);
      if (restarts) this.#restarted.add(id);
    }
  }

  /** Counts on. @returns the number as it is printed, with a space behind it; '' for a bullet or none. */
  next({ numId, level }: ListPlace): string {
    const levels = this.#levels.get(numId);
    const own = levels?.get(level);
    if (!levels || !own) return '';
    const definition = this.#definition.get(numId) ?? '';
    if (this.#restarted.delete(numId)) this.#counts.delete(definition);
    const counts = this.#counts.get(definition) ?? [];
    this.#counts.set(definition, counts);
    counts.length = Math.min(counts.length, level + 1);
    for (let above = 0; above < level; above += 1) counts[above] ??= levels.get(above)?.start ?? 1;
    const before = counts[level];
    counts[level] = before === undefined ? own.start : before + 1;
    if (own.form === null) return '';
    const written = own.pattern.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return writtenNumber(counts[at] ?? 1, levels.get(at)?.form ?? 'decimal');
    });
    return written.trim() === '' ? '' : `${written.trim()} `;
  }
}

const levelsOf = (definition: OfficeXmlElement): ReadonlyMap<number, NumberLevel> =>
  new Map(
    [...elementsOf(definition, 'w:lvl')].map((level) => [Number(level.attributes['w:ilvl'] ?? 0), levelOf(level)]),
  );

function levelOf(level: OfficeXmlElement): NumberLevel {
  const start = Number(valOf(level, 'w:start') ?? 1);
  return {
    form: FORMS[valOf(level, 'w:numFmt') ?? 'decimal'] ?? null,
    pattern: valOf(level, 'w:lvlText') ?? '',
    start: Number.isSafeInteger(start) && start >= 0 ? start : 1,
  };
}
