/** The headings of a note, where they stand. What is in code is no heading. */
import { markdownLanguage } from '@codemirror/lang-markdown';
import { noteMarks } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';

export interface NoteHeading {
  /** 1 to 6. */
  readonly level: number;
  readonly text: string;
  /** UTF-16 offset of its line. */
  readonly start: number;
}

export function noteOutline(markdown: string): NoteHeading[] {
  const headings: NoteHeading[] = [];
  markdownLanguage.parser.parse(markdown).iterate({
    enter: ({ name, from, to }) => {
      const level = /^(?:ATX|Setext)Heading(\d)$/.exec(name)?.[1];
      if (level === undefined) return;
      headings.push({ level: Number(level), text: plainHeading(markdown.slice(from, to)), start: from });
    },
  });
  return headings;
}

function plainHeading(source: string): string {
  let line = source.replace(/\n[=-]+\s*$/, '').replace(/^\s*#+\s*|\s+#+\s*$/g, '');
  for (const mark of noteMarks(line).toReversed()) {
    line = line.slice(0, mark.start) + (mark.kind === 'link' ? mark.label : '') + line.slice(mark.end);
  }
  return (
    line
      .replace(/[*_`~]+/g, '')
      .replace(/\s+/g, ' ')
      .trim() || t('Without words')
  );
}
