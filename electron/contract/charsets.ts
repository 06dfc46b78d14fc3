/**
 * The character sets that a text can be read in, as a person chooses among them. An `id` is the lower-case name of the
 * WHATWG Encoding Standard where that has the set, else the usual name of the code page.
 */
import { z } from 'zod';

export const CHARSET_GROUPS = [
  'Unicode',
  'Western European',
  'Central European',
  'Baltic and Nordic',
  'Cyrillic',
  'Greek',
  'Turkish',
  'Hebrew and Arabic',
  'East Asian',
  'Thai and Vietnamese',
] as const;
export type CharsetGroup = (typeof CHARSET_GROUPS)[number];

export interface Charset {
  readonly id: CharsetId;
  /** As remarks and lists show it; begins with the name by which the set is best known. */
  readonly name: string;
  readonly group: CharsetGroup;
}

const rows = [
  ['utf-8', 'UTF-8', 'Unicode'],
  ['utf-16le', 'UTF-16LE', 'Unicode'],
  ['utf-16be', 'UTF-16BE', 'Unicode'],
  ['utf-32le', 'UTF-32LE', 'Unicode'],
  ['utf-32be', 'UTF-32BE', 'Unicode'],
  ['windows-1252', 'windows-1252 (ISO-8859-1)', 'Western European'],
  ['iso-8859-15', 'ISO-8859-15', 'Western European'],
  ['macintosh', 'Mac Roman', 'Western European'],
  ['cp437', 'CP437 (DOS, United States)', 'Western European'],
  ['cp850', 'CP850 (DOS, Western European)', 'Western European'],
  ['cp858', 'CP858 (DOS, with the euro sign)', 'Western European'],
  ['cp860', 'CP860 (DOS, Portuguese)', 'Western European'],
  ['cp863', 'CP863 (DOS, French Canadian)', 'Western European'],
  ['iso-8859-3', 'ISO-8859-3 (Maltese, Esperanto)', 'Western European'],
  ['iso-8859-14', 'ISO-8859-14 (Celtic)', 'Western European'],
  ['windows-1250', 'windows-1250', 'Central European'],
  ['iso-8859-2', 'ISO-8859-2', 'Central European'],
  ['iso-8859-16', 'ISO-8859-16 (Romanian)', 'Central European'],
  ['cp852', 'CP852 (DOS, Central European)', 'Central European'],
  ['mac-ce', 'Mac Central European', 'Central European'],
  ['mac-croatian', 'Mac Croatian', 'Central European'],
  ['mac-romanian', 'Mac Romanian', 'Central European'],
  ['windows-1257', 'windows-1257', 'Baltic and Nordic'],
  ['iso-8859-4', 'ISO-8859-4', 'Baltic and Nordic'],
  ['iso-8859-10', 'ISO-8859-10', 'Baltic and Nordic'],
  ['iso-8859-13', 'ISO-8859-13', 'Baltic and Nordic'],
  ['cp775', 'CP775 (DOS, Baltic)', 'Baltic and Nordic'],
  ['cp861', 'CP861 (DOS, Icelandic)', 'Baltic and Nordic'],
  ['cp865', 'CP865 (DOS, Nordic)', 'Baltic and Nordic'],
  ['mac-icelandic', 'Mac Icelandic', 'Baltic and Nordic'],
  ['windows-1251', 'windows-1251', 'Cyrillic'],
  ['koi8-r', 'KOI8-R', 'Cyrillic'],
  ['koi8-u', 'KOI8-U', 'Cyrillic'],
  ['iso-8859-5', 'ISO-8859-5', 'Cyrillic'],
  ['ibm866', 'CP866 (DOS, Russian)', 'Cyrillic'],
  ['cp855', 'CP855 (DOS, Serbian, Macedonian, Bulgarian)', 'Cyrillic'],
  ['cp1125', 'CP1125 (DOS, Ukrainian)', 'Cyrillic'],
  ['mik', 'MIK (DOS, Bulgarian)', 'Cyrillic'],
  ['x-mac-cyrillic', 'Mac Cyrillic', 'Cyrillic'],
  ['windows-1253', 'windows-1253', 'Greek'],
  ['iso-8859-7', 'ISO-8859-7', 'Greek'],
  ['cp737', 'CP737 (DOS, Greek)', 'Greek'],
  ['cp869', 'CP869 (DOS, Greek)', 'Greek'],
  ['mac-greek', 'Mac Greek', 'Greek'],
  ['windows-1254', 'windows-1254 (ISO-8859-9)', 'Turkish'],
  ['cp857', 'CP857 (DOS, Turkish)', 'Turkish'],
  ['mac-turkish', 'Mac Turkish', 'Turkish'],
  ['windows-1255', 'windows-1255 (Hebrew)', 'Hebrew and Arabic'],
  ['iso-8859-8-i', 'ISO-8859-8 (Hebrew)', 'Hebrew and Arabic'],
  ['cp862', 'CP862 (DOS, Hebrew)', 'Hebrew and Arabic'],
  ['windows-1256', 'windows-1256 (Arabic)', 'Hebrew and Arabic'],
  ['iso-8859-6', 'ISO-8859-6 (Arabic)', 'Hebrew and Arabic'],
  ['cp720', 'CP720 (DOS, Arabic)', 'Hebrew and Arabic'],
  ['gb18030', 'GB18030 (GBK, simplified Chinese)', 'East Asian'],
  ['big5', 'Big5 (traditional Chinese)', 'East Asian'],
  ['shift_jis', 'Shift_JIS (Japanese)', 'East Asian'],
  ['euc-jp', 'EUC-JP (Japanese)', 'East Asian'],
  ['iso-2022-jp', 'ISO-2022-JP (Japanese)', 'East Asian'],
  ['euc-kr', 'EUC-KR (Korean)', 'East Asian'],
  ['windows-874', 'windows-874 (Thai)', 'Thai and Vietnamese'],
  ['windows-1258', 'windows-1258 (Vietnamese)', 'Thai and Vietnamese'],
] as const satisfies readonly (readonly [string, string, CharsetGroup])[];

export type CharsetId = (typeof rows)[number][0];

export const CHARSETS: readonly Charset[] = rows.map(([id, name, group]) => ({ id, name, group }));

export const CharsetId = z.enum(rows.map(([id]) => id));

/** Ends a remark on a character set that may be wrong; where it stands, the window offers the way out beside it. */
export const REREAD_HINT = 'If letters look wrong, read it again with another character set.';

const names: ReadonlyMap<CharsetId, string> = new Map(CHARSETS.map(({ id, name }) => [id, name]));

export const charsetName = (id: CharsetId): string => names.get(id) ?? id;
