/** The items of the palette for the input, and which one is highlighted: Enter runs that one and no other. */
import { COMMANDS, type CommandId, type SourceId, type SourceRow } from '../../electron/contract/index.js';
import { rank } from './fuzzy.js';

export type PaletteItem =
  | { readonly key: string; readonly kind: 'command'; readonly id: CommandId; readonly title: string }
  | { readonly key: string; readonly kind: 'source'; readonly id: SourceId; readonly row: SourceRow };

/** Sources as the archive answered: `stale` while the answer to what is typed now is under way. */
export interface SourceMatches {
  readonly rows: readonly SourceRow[];
  readonly state: 'current' | 'stale';
}

export interface PaletteItems {
  readonly all: readonly PaletteItem[];
  /** The item that Enter runs when none was highlighted by hand; null while it is not known, or nothing was typed. */
  readonly first: PaletteItem | null;
}

export function paletteItems(typed: string, enabled: ReadonlySet<CommandId>, found: SourceMatches): PaletteItems {
  const commands = rank(
    typed,
    COMMANDS.filter(({ id }) => id !== 'palette.open' && enabled.has(id)),
    ({ title }) => title,
  ).map(({ id, title }): PaletteItem => ({ key: `command:${id}`, kind: 'command', id, title }));
  const sources = found.rows.map((row): PaletteItem => ({ key: `source:${row.id}`, kind: 'source', id: row.id, row }));
  const first = commands[0] ?? (found.state === 'current' ? sources[0] : undefined) ?? null;
  return { all: [...commands, ...sources], first: typed.trim() === '' ? null : first };
}

/** @param chosen the key of what the person marked; null when nothing was. @returns what is marked. */
export const highlightedItem = ({ all, first }: PaletteItems, chosen: string | null): PaletteItem | null =>
  all.find(({ key }) => key === chosen) ?? first;

/** Choices that a page key moves by. */
const PAGE = 8;

/** @returns the choice a key leads to from the marked one; null when the key does not move. */
export function moveHighlight(key: string, { all }: PaletteItems, marked: PaletteItem | null): PaletteItem | null {
  const at = marked ? all.findIndex((choice) => choice.key === marked.key) : -1;
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? all.length - 1 : at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: all.length - 1,
  }[key];
  return to === undefined ? null : (all[Math.max(0, Math.min(all.length - 1, to))] ?? null);
}
