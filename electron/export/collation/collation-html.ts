/**
 * A collation as one HTML file that needs nothing else: the text of the base with its apparatus, the places side by
 * side, and who the witnesses are. It runs nothing and asks for nothing. Built as a tree, so that every word is escaped.
 */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { VariantClass } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { el, elOf, text } from '../write/hast.js';
import { citationLine } from './cite-witness.js';
import { CLASS_LABELS, GUESSED } from './class-labels.js';
import { type CollationExportContent, oneBlank, siglum, wordsOf } from './collation-content.js';
import { STYLE } from './collation-style.js';
import { apparatus, entryId, textId, type VariantsAndMoves, variantTable } from './html-variants.js';
import { moveEnds, type NumberedVariant, numberedVariants } from './numbered-variants.js';
import { paragraphStarts } from './page-starts.js';

/** The page itself may load and run nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
/** Stands where the base has nothing. */
const CARET = '‸';

export function* collationHtml(collation: CollationExportContent): Generator<string> {
  const { name, now, result } = collation;
  const places = numberedVariants(collation);
  const found: VariantsAndMoves = { places, moves: moveEnds(collation, places) };
  const base = siglum(collation, result.base);
  const day = now.toISOString().slice(0, 10);
  const made = el(
    'p',
    { className: ['quiet'] },
    text(t('Exported from Fonds, ')),
    el('time', { dateTime: day }, text(day)),
  );
  const main = el(
    'main',
    {},
    el('header', {}, el('h1', {}, text(name)), made),
    section(t('Witnesses'), witnessList(collation)),
    section(t('Classes'), el('p', {}, text(GUESSED)), legend(collation)),
    section(
      t('Places that differ'),
      ...(places.length > 0 ? [variantTable(collation, found)] : [el('p', {}, text(t('None.')))]),
    ),
    section(
      t('Text of {base} with its apparatus', { base }),
      elOf('div', { className: ['text'] }, textOf(collation, places)),
    ),
    el('section', { className: ['apparatus'] }, el('h2', {}, text(t('Apparatus'))), apparatus(collation, found)),
  );
  const head = el(
    'head',
    {},
    el('meta', { charSet: 'utf-8' }),
    el('meta', { httpEquiv: ['Content-Security-Policy'], content: POLICY }),
    el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    el('meta', { name: 'generator', content: 'Fonds' }),
    el('title', {}, text(name)),
    el('style', {}, text(STYLE)),
  );
  const page = el('html', { lang: 'en' }, head, el('body', {}, main));
  yield `${toHtml({ type: 'root', children: [{ type: 'doctype' }, page] })}\n`;
}

const section = (title: string, ...content: ElementContent[]): Element =>
  el('section', {}, el('h2', {}, text(title)), ...content);

function witnessList(collation: CollationExportContent): Element {
  const items = collation.result.witnesses.keys().flatMap((witness) => {
    const isBase = witness === collation.result.base ? ' (base)' : '';
    return [
      el('dt', {}, text(siglum(collation, witness))),
      el('dd', {}, el('bdi', {}, text(citationLine(collation.sources[witness]))), text(isBase)),
    ];
  });
  return el('dl', {}, ...items);
}

function legend({ result }: CollationExportContent): Element {
  const rows = VariantClass.options.map((one) => {
    const { label, about } = CLASS_LABELS[one];
    return el(
      'tr',
      {},
      el('th', { scope: 'row' }, el('mark', { className: [one] }, text(label))),
      el('td', {}, text(about)),
      el('td', {}, text(String(result.counts[one] ?? 0))),
    );
  });
  const heads = [t('Class'), t('Meaning'), t('Places')].map((words) => el('th', { scope: 'col' }, text(words)));
  return el('table', {}, el('thead', {}, el('tr', {}, ...heads)), el('tbody', {}, ...rows));
}

/** The base as running text; what differs leads to its entry in the apparatus. */
function textOf(collation: CollationExportContent, places: readonly NumberedVariant[]): Element[] {
  const { blocks, base } = collation.result;
  const whole = collation.texts[base] ?? '';
  const language = collation.sources[base]?.language;
  const starts = paragraphStarts(whole, collation.spans?.[base]);
  const placeOf = new Map(places.map((place) => [place.blockIndex, place]));
  const paragraphs: ElementContent[][] = [[]];
  const write = (content: ElementContent) => paragraphs.at(-1)?.push(content);
  let next = 0;
  let at = 0;
  /** Passes over what is between words, and what begins a paragraph. */
  const reach = (to: number) => {
    let isNew = false;
    for (let start = starts[next]; start !== undefined && start <= to; start = starts[next]) {
      isNew ||= start > 0;
      next += 1;
    }
    if (isNew && paragraphs.at(-1)?.length) paragraphs.push([]);
    else if (to > at) write(text(' '));
    at = to;
  };
  for (const [index, block] of blocks.entries()) {
    const cell = block.cells[base];
    const place = placeOf.get(index);
    if (cell) reach(cell[0]);
    if (place) {
      write(marked(place, cell ? oneBlank(wordsOf(collation, base, cell)) : CARET));
      // Before the first word there is no blank that would part it from the caret.
      if (!cell && at === 0) write(text(' '));
    } else if (cell) {
      for (let start = starts[next]; start !== undefined && start < cell[1]; start = starts[next]) {
        write(text(oneBlank(whole.slice(at, start)).trimEnd()));
        paragraphs.push([]);
        at = start;
        next += 1;
      }
      write(text(oneBlank(whole.slice(at, cell[1]))));
    }
    if (cell) at = cell[1];
  }
  return paragraphs.map((content) => elOf('p', { dir: 'auto', ...(language ? { lang: language } : {}) }, content));
}

function marked({ number, class: kind }: NumberedVariant, words: string): Element {
  const label = t('Place {number}, {label}: {words}', {
    number,
    label: CLASS_LABELS[kind].label,
    words: words === CARET ? t('nothing here') : words,
  });
  const properties = { id: textId(number), href: `#${entryId(number)}`, className: [kind], ariaLabel: label };
  return el('a', properties, text(words), el('sup', {}, text(String(number))));
}
