/** The verb of page images: what pages a source has, how they are looked at, where their words are, a page as a file. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page, PageKey, PageViewChange } from '../contract/index.js';
import { t } from '../wording/index.js';
import { type CommandLine, textOption, UsageError } from './command-line.js';
import { dir, open, operand, sourceId, type Terminal, type VerbHandler, type VerbOutput } from './verb-model.js';

const sayPage = ({ index, width, height, fileName, takenAt, view, problem }: Page): string =>
  [
    t('page {number}', { number: index + 1 }),
    width > 0 ? `${width} × ${height}` : '',
    fileName,
    takenAt ?? '',
    view.turn === 0 ? '' : t('turned by {turn}°', { turn: view.turn }),
    problem ?? '',
  ]
    .filter((part) => part !== '')
    .join('  ');

/** Pages as `1,3-5`, from 1; all of them when nothing is said. @throws UsageError. */
export function choosePages(pages: readonly Page[], asked: string | undefined): Page[] {
  if (asked === undefined) return [...pages];
  return asked.split(',').flatMap((part) => {
    const [, first = '', last = first] = /^(\d+)(?:-(\d+))?$/.exec(part.trim()) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (!(from >= 1 && from <= to && to <= pages.length))
      throw new UsageError(
        t('There {count, plural, one {is # page} other {are # pages}}; “{part}” names none of them.', {
          count: pages.length,
          part,
        }),
      );
    return pages.slice(from - 1, to);
  });
}

const numberOf = (line: CommandLine, name: string): number | undefined => {
  const value = textOption(line, name);
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isInteger(number)) throw new UsageError(t('--{name} takes a whole number.', { name }));
  return number;
};

/** @returns null when the line asks for no change of the view. */
function viewChange(line: CommandLine): PageViewChange | null {
  const turn = numberOf(line, 'turn');
  if (turn !== undefined && turn !== 0 && turn !== 90 && turn !== 180 && turn !== 270)
    throw new UsageError(t('--turn takes 0, 90, 180 or 270, clockwise.'));
  const crop = textOption(line, 'crop');
  const change: PageViewChange = {
    turn,
    brightness: numberOf(line, 'brightness'),
    contrast: numberOf(line, 'contrast'),
    isInverted: line.options.invert === true ? true : undefined,
    crop: crop === undefined ? undefined : cropFrom(crop),
  };
  if (line.options.plain === true)
    return { turn: 0, corners: null, crop: null, brightness: 0, contrast: 0, isInverted: false };
  return Object.values(change).every((value) => value === undefined) ? null : change;
}

function cropFrom(text: string): NonNullable<PageViewChange['crop']> {
  const [left = Number.NaN, top = Number.NaN, right = Number.NaN, bottom = Number.NaN] = text.split(',').map(Number);
  if (![left, top, right, bottom].every((value) => value >= 0 && value <= 1))
    throw new UsageError(t('--crop takes left,top,right,bottom as fractions of the page, such as 0.1,0,0.9,1.'));
  return { left, top, right, bottom };
}

async function drawPage(terminal: Terminal, line: CommandLine, page: PageKey, to: string): Promise<VerbOutput> {
  const fit = numberOf(line, 'fit');
  const drawn = await terminal.call('page.draw', { sha256: page.sha256, pageIndex: page.pageIndex, fit });
  const file = resolve(to);
  await writeFile(file, drawn.bytes, { flag: 'wx' });
  return { json: { file, fileBytes: drawn.bytes.byteLength }, text: t('Written: {file}', { file }) };
}

const pages: VerbHandler = async (terminal, line) => {
  const change = viewChange(line);
  const to = textOption(line, 'to');
  await open(terminal, dir(line), change ? 'write' : 'best');
  const id = sourceId(operand(line, 1));
  const all = await terminal.call('page.list', { sourceId: id });
  if (line.options.words === true) {
    const source = await terminal.call('source.get', { id });
    const current = source.versions.find(({ isCurrent }) => isCurrent);
    const words = current ? await terminal.call('page.words', { versionId: current.id }) : [];
    const count = words.reduce((sum, page) => sum + page.words.length, 0);
    return { json: words, text: t('{count, plural, one {# word} other {# words}} with a place', { count }) };
  }
  const chosen = choosePages(all, textOption(line, 'pages'));
  if (to !== undefined) {
    const [page, ...others] = chosen;
    if (!page || others.length > 0) throw new UsageError(t('--to writes one page: name it by --pages N.'));
    return drawPage(terminal, line, page, to);
  }
  if (change) {
    const keys = chosen.map(({ sha256, pageIndex }) => ({ sha256, pageIndex }));
    if (keys.length > 0) await terminal.call('page.setView', { pages: keys, view: change });
    const seen = await terminal.call('page.list', { sourceId: id });
    return { json: seen, text: seen.map(sayPage).join('\n') };
  }
  return { json: chosen, text: chosen.map(sayPage).join('\n') || t('This source has no pages to look at.') };
};

export const pagesVerb = { pages } satisfies Record<string, VerbHandler>;
