/** The templates of notes that come with Fonds: Markdown files with a title and a word about them in their front matter. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NoteTemplate } from '../contract/index.js';

const FILE = /^(?<id>[a-z-]+)\.md$/;
const FRONT_MATTER = /^---\n(?<fields>[\s\S]*?)\n---\n+(?<body>[\s\S]*)$/;

/**
 * @param dir folder of the templates; their ids are the names of the files.
 * @returns in order of title. Placeholders are left for `fillTemplate` of the contract: only a client knows the title.
 * @throws Error for a file without title or about: they are part of the program.
 */
export function readTemplates(dir: string): NoteTemplate[] {
  const templates = readdirSync(dir).flatMap((name): NoteTemplate[] => {
    const id = FILE.exec(name)?.groups?.id;
    return id === undefined ? [] : [{ id, ...parts(name, readFileSync(join(dir, name), 'utf8')) }];
  });
  return templates.sort((a, b) => (a.title < b.title ? -1 : 1));
}

function parts(name: string, text: string): Omit<NoteTemplate, 'id'> {
  const { fields = '', body = '' } = FRONT_MATTER.exec(text.replaceAll('\r\n', '\n'))?.groups ?? {};
  const field = (wanted: string) => new RegExp(`^${wanted}: *(.+)$`, 'm').exec(fields)?.[1]?.trim();
  const [title, about] = [field('title'), field('about')];
  if (!title || !about) throw new Error(`The template ${name} does not say its title and what it is for`);
  return { title, about, body };
}
