/** What a source is called when it comes in, by the rule that a person picked. Pure. */
import { basename, extname } from 'node:path';
import type { TitleRule } from '../contract/index.js';

/** What is known of a file when it is named. */
export interface FileToName {
  /** From the dropped folder on, with `/`. */
  readonly name: string;
  /** As the file itself says it. */
  readonly ownTitle?: string | undefined;
  readonly text: string;
}

const LONGEST = 200;

/** @returns never '': where a rule gives nothing, the file's name is left. */
export function titleBy(rule: TitleRule, { name, ownTitle, text }: FileToName): string {
  const fileName = basename(name);
  const bare = basename(fileName, extname(fileName)) || fileName;
  switch (rule) {
    case 'content':
      return ownTitle || bare;
    case 'name':
      return bare;
    case 'path':
      return name.slice(0, name.length - fileName.length) + bare;
    case 'first-line':
      return firstLine(text) || bare;
  }
}

/** Whether the text of a file has to be read to name it. */
export const readsText = (rule: TitleRule): boolean => rule === 'content' || rule === 'first-line';

/** The first line with a letter or a figure, cut at a word where it is too long. */
function firstLine(text: string): string {
  const line = /^.*[\p{L}\p{N}].*$/mu.exec(text.slice(0, 20_000))?.[0].replace(/\s+/g, ' ').trim() ?? '';
  if (line.length <= LONGEST) return line;
  const cut = line.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).toWellFormed()}…`;
}
