/** Lines in the order of reading to paragraphs, by the gaps between them; a line break inside one stays a line break. */
import type { Inset } from '../parsed-file.js';
import type { InsetOrigin } from './glyph-run.js';
import { type PdfLine, textOf } from './text-lines.js';

type PdfInset = Inset & { readonly origin: InsetOrigin };

export interface PdfParagraph {
  readonly text: string;
  readonly insets: readonly PdfInset[];
}

/** @param lines in the order of reading. */
export function paragraphsOf(lines: readonly PdfLine[]): PdfParagraph[] {
  const leading = usualLeading(lines);
  const paragraphs: PdfParagraph[] = [];
  let open: PdfLine[] = [];
  for (const line of lines) {
    if (open.length > 0 && beginsParagraph(line, open, leading)) {
      paragraphs.push(joined(open));
      open = [];
    }
    open.push(line);
  }
  if (open.length > 0) paragraphs.push(joined(open));
  return paragraphs;
}

/** The median distance between neighbouring lines of the page, in points; 0 when there are none. */
function usualLeading(lines: readonly PdfLine[]): number {
  const distances: number[] = [];
  for (let index = 1; index < lines.length; index += 1) {
    const distance = (lines[index - 1]?.y ?? 0) - (lines[index]?.y ?? 0);
    if (distance > 0) distances.push(distance);
  }
  distances.sort((one, other) => one - other);
  return distances[Math.floor((distances.length - 1) / 2)] ?? 0;
}

function beginsParagraph(line: PdfLine, open: readonly PdfLine[], leading: number): boolean {
  const before = open.at(-1);
  const first = open[0];
  if (!before || !first) return false;
  if (line.turn !== before.turn) return true;
  const drop = before.y - line.y;
  // The head of the next column: the paragraph goes on there unless its sentence has ended.
  if (drop <= 0) return endsSentence(textOf(before));
  const size = Math.max(line.size, before.size);
  if (Math.abs(line.size - before.size) > size * 0.15) return true;
  // A page of one-line paragraphs has a wide usual leading; a gap of two lines parts them all the same.
  if (drop > leading * 1.35 || drop > size * 1.9) return true;
  const indent = line.x - before.x;
  const isFirstLineIndent = indent > size * 0.8 && indent < size * 6;
  return isFirstLineIndent && (open.length > 1 || endsSentence(textOf(before)));
}

const endsSentence = (text: string) => /[.!?:;”"»)\]]\s*$/.test(text);

function joined(lines: readonly PdfLine[]): PdfParagraph {
  const insets: PdfInset[] = [];
  let text = '';
  for (const line of lines) {
    if (text !== '') text = `${text.trimEnd()}\n`;
    let isFirst = true;
    for (const part of line.parts) {
      if (!isFirst && !/\s$/.test(text) && !/^\s/.test(part.text)) text += ' ';
      isFirst = false;
      const start = text.length;
      text += part.text;
      const last = insets.at(-1);
      if (part.origin === null || part.text.trim() === '') continue;
      const end = start + part.text.trimEnd().length;
      if (
        last &&
        last.origin === part.origin &&
        text.slice(last.end, start).trim() === '' &&
        part.origin !== 'form-field'
      ) {
        insets[insets.length - 1] = { ...last, end };
      } else insets.push({ start: start + part.text.length - part.text.trimStart().length, end, origin: part.origin });
    }
  }
  return { text: text.trimEnd(), insets };
}
