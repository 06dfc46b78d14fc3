/**
 * Reader of plain text. Form feeds make pages and blank lines make paragraphs; nothing is guessed to be a heading, and
 * line breaks inside a paragraph stay.
 */

import { t } from '../wording/index.js';
import { decode } from './decode.js';
import { fileUnreadable, PARAGRAPH, ParsedTextBuilder, type ReadBytes } from './parsed-file.js';

/** Above this share of control characters the bytes are a program or a picture, not a text. */
const CONTROL_SHARE_LIMIT = 0.3;

export const readText: ReadBytes = async (bytes, { charset }) => {
  const { text, remark } = decode(bytes, { chosen: charset });
  if (controlShare(text) > CONTROL_SHARE_LIMIT) {
    throw fileUnreadable(
      t(
        'This file is not text, whatever its name says. Open it in the program that made it, save it as text or PDF, and import that.',
      ),
    );
  }
  const builder = new ParsedTextBuilder();
  if (remark) builder.remarks.push(remark);
  const pages = text.replace(/\r\n?/g, '\n').split('\f');
  // A form feed often ends the last page instead of beginning another.
  if (pages.length > 1 && pages.at(-1)?.trim() === '') pages.pop();
  for (const [pageIndex, page] of pages.entries()) {
    if (pages.length > 1) builder.page(String(pageIndex + 1));
    for (const paragraph of page.split(/\n(?:[^\S\n]*\n)+/)) builder.block(PARAGRAPH, paragraph);
  }
  return builder.finish({}, t('This file holds no text: it is empty or only white space.'));
};

function controlShare(text: string): number {
  const sample = text.slice(0, 64 * 1024);
  let controls = 0;
  for (let index = 0; index < sample.length; index += 1) {
    const unit = sample.charCodeAt(index);
    if (unit < 32 && (unit < 9 || unit > 13) && unit !== 27) controls += 1;
  }
  return sample.length === 0 ? 0 : controls / sample.length;
}
