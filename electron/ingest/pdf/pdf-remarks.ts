/** What a person should know of how the text of a PDF came about. */

import { t } from '../../wording/index.js';
import { counted } from '../parsed-file.js';
import type { InsetOrigin } from './glyph-run.js';
import type { PdfParagraph } from './paragraphs.js';

const NAMES: Readonly<Record<InsetOrigin, string>> = {
  'form-field': t('form field'),
  typed: t('typed annotation'),
  stamp: 'stamp',
};
/** Named one by one up to here. */
const MAX_PAGES = 8;
/** Control characters, private use and what stands for an unknown character; U+0000 has a remark of its own. */
const MEANINGLESS = /[\p{Cc}\p{Co}\uFFFD]/gu;

interface RemarkTally {
  count: number;
  readonly pages: string[];
}

export interface PageFindings {
  readonly paragraphs: readonly PdfParagraph[];
  /** Remarks of readers that are pinned to the page. */
  readonly notes: number;
  /** Annotations whose appearance is damaged. */
  readonly damaged: number;
  /** Texts that the document's structure gives for what is not drawn as text. */
  readonly actualTexts: number;
  /** Whether the order of the page could not be compared with its drawing. */
  readonly isLeftAsDrawn: boolean;
}

/** Counts while pages are read. */
export class PdfRemarks {
  readonly #insets = new Map<InsetOrigin, RemarkTally>();
  readonly #notes: RemarkTally = { count: 0, pages: [] };
  readonly #meaningless: RemarkTally = { count: 0, pages: [] };
  readonly #damaged: RemarkTally = { count: 0, pages: [] };
  readonly #actualTexts: RemarkTally = { count: 0, pages: [] };
  readonly #leftAsDrawn: RemarkTally = { count: 0, pages: [] };
  readonly #empty: RemarkTally = { count: 0, pages: [] };
  #pages = 0;

  page(label: string, { paragraphs, notes, damaged, actualTexts, isLeftAsDrawn }: PageFindings): void {
    this.#pages += 1;
    const counts = new Map<InsetOrigin, number>();
    let meaningless = 0;
    for (const { text, insets } of paragraphs) {
      for (const { origin } of insets) counts.set(origin, (counts.get(origin) ?? 0) + 1);
      meaningless += text.match(MEANINGLESS)?.filter((sign) => /[^\s\0]/.test(sign)).length ?? 0;
    }
    for (const [origin, count] of counts) add(this.#tally(origin), label, count);
    add(this.#notes, label, notes);
    add(this.#damaged, label, damaged);
    add(this.#actualTexts, label, actualTexts);
    add(this.#leftAsDrawn, label, isLeftAsDrawn ? 1 : 0);
    add(this.#meaningless, label, meaningless);
    add(this.#empty, label, paragraphs.length === 0 ? 1 : 0);
  }

  #tally(origin: InsetOrigin): RemarkTally {
    const tally = this.#insets.get(origin) ?? { count: 0, pages: [] };
    this.#insets.set(origin, tally);
    return tally;
  }

  /** None when no page has text: such a file is refused. */
  list(): string[] {
    if (this.#empty.count === this.#pages) return [];
    const remarks: string[] = [];
    if (this.#empty.count > 0) {
      remarks.push(
        t(
          '{count, plural, one {# page} other {# pages}} of {pages} had no text: blank, or pictures without a text layer.',
          { count: this.#empty.count, pages: this.#pages },
        ),
      );
    }
    for (const [origin, tally] of this.#insets) {
      remarks.push(
        t('{counted} read in place and marked in the text: {pages}.', {
          counted: counted(tally.count, NAMES[origin]),
          pages: pagesOf(tally),
        }),
      );
    }
    if (this.#notes.count > 0) {
      remarks.push(
        t(
          '{count, plural, one {# comment} other {# comments}} of readers not read, because the pages do not show them: {pages}.',
          { count: this.#notes.count, pages: pagesOf(this.#notes) },
        ),
      );
    }
    if (this.#damaged.count > 0) {
      remarks.push(
        t(
          '{count, plural, one {# annotation} other {# annotations}} not wholly read, because what draws them is damaged: {pages}.',
          { count: this.#damaged.count, pages: pagesOf(this.#damaged) },
        ),
      );
    }
    if (this.#actualTexts.count > 0) {
      remarks.push(
        t(
          '{count, plural, one {# replacement text} other {# replacement texts}} in the structure of the document (ActualText) not read, because the page draws no text in their place, or much more: {pages}.',
          { count: this.#actualTexts.count, pages: pagesOf(this.#actualTexts) },
        ),
      );
    }
    if (this.#leftAsDrawn.count > 0) {
      remarks.push(
        t(
          '{count, plural, one {# page} other {# pages}} read in the order of drawing, because there is too much on them to tell another: {pages}.',
          { count: this.#leftAsDrawn.count, pages: pagesOf(this.#leftAsDrawn) },
        ),
      );
    }
    if (this.#meaningless.count > 0) {
      const { count } = this.#meaningless;
      remarks.push(
        t(
          '{count, plural, one {# character} other {# characters}} without a meaning: the file does not say which letters its fonts draw: {pages}.',
          { count, pages: pagesOf(this.#meaningless) },
        ),
      );
    }
    return remarks;
  }
}

function add(tally: RemarkTally, label: string, count: number): void {
  if (count === 0) return;
  tally.count += count;
  tally.pages.push(label);
}

function pagesOf({ pages }: RemarkTally): string {
  const more = pages.length - MAX_PAGES;
  const named = pages.slice(0, MAX_PAGES).join(', ');
  return `${t('{count, plural, one {page} other {pages}}', { count: pages.length })} ${named}${more > 0 ? t(' and {more} more', { more }) : ''}`;
}
