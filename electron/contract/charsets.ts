/**
 * The character sets that a text can be read in, as a person chooses among them. An `id` is the lower-case name of the
 * WHATWG Encoding Standard where that has the set, else the usual name of the code page.
 */
import { z } from 'zod';
import { t } from '../wording/index.js';

export const CHARSET_GROUPS = [
  'Unicode',
  t('Western European'),
  t('Central European'),
  t('Baltic and Nordic'),
  t('Cyrillic'),
  t('Greek'),
  t('Turkish'),
  t('Hebrew and Arabic'),
  t('East Asian'),
  t('Thai and Vietnamese'),
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
  ['windows-1252', 'windows-1252 (ISO-8859-1)', t('Western European')],
  ['iso-8859-15', 'ISO-8859-15', t('Western European')],
  ['macintosh', t('Mac Roman'), t('Western European')],
  ['cp437', t('CP437 (DOS, United States)'), t('Western European')],
  ['cp850', t('CP850 (DOS, Western European)'), t('Western European')],
  ['cp858', t('CP858 (DOS, with the euro sign)'), t('Western European')],
  ['cp860', t('CP860 (DOS, Portuguese)'), t('Western European')],
  ['cp863', t('CP863 (DOS, French Canadian)'), t('Western European')],
  ['iso-8859-3', t('ISO-8859-3 (Maltese, Esperanto)'), t('Western European')],
  ['iso-8859-14', 'ISO-8859-14 (Celtic)', t('Western European')],
  ['windows-1250', 'windows-1250', t('Central European')],
  ['iso-8859-2', 'ISO-8859-2', t('Central European')],
  ['iso-8859-16', 'ISO-8859-16 (Romanian)', t('Central European')],
  ['cp852', t('CP852 (DOS, Central European)'), t('Central European')],
  ['mac-ce', t('Mac Central European'), t('Central European')],
  ['mac-croatian', t('Mac Croatian'), t('Central European')],
  ['mac-romanian', t('Mac Romanian'), t('Central European')],
  ['windows-1257', 'windows-1257', t('Baltic and Nordic')],
  ['iso-8859-4', 'ISO-8859-4', t('Baltic and Nordic')],
  ['iso-8859-10', 'ISO-8859-10', t('Baltic and Nordic')],
  ['iso-8859-13', 'ISO-8859-13', t('Baltic and Nordic')],
  ['cp775', t('CP775 (DOS, Baltic)'), t('Baltic and Nordic')],
  ['cp861', t('CP861 (DOS, Icelandic)'), t('Baltic and Nordic')],
  ['cp865', t('CP865 (DOS, Nordic)'), t('Baltic and Nordic')],
  ['mac-icelandic', t('Mac Icelandic'), t('Baltic and Nordic')],
  ['windows-1251', 'windows-1251', t('Cyrillic')],
  ['koi8-r', 'KOI8-R', t('Cyrillic')],
  ['koi8-u', 'KOI8-U', t('Cyrillic')],
  ['iso-8859-5', 'ISO-8859-5', t('Cyrillic')],
  ['ibm866', t('CP866 (DOS, Russian)'), t('Cyrillic')],
  ['cp855', t('CP855 (DOS, Serbian, Macedonian, Bulgarian)'), t('Cyrillic')],
  ['cp1125', t('CP1125 (DOS, Ukrainian)'), t('Cyrillic')],
  ['mik', t('MIK (DOS, Bulgarian)'), t('Cyrillic')],
  ['x-mac-cyrillic', t('Mac Cyrillic'), t('Cyrillic')],
  ['windows-1253', 'windows-1253', t('Greek')],
  ['iso-8859-7', 'ISO-8859-7', t('Greek')],
  ['cp737', t('CP737 (DOS, Greek)'), t('Greek')],
  ['cp869', t('CP869 (DOS, Greek)'), t('Greek')],
  ['mac-greek', t('Mac Greek'), t('Greek')],
  ['windows-1254', 'windows-1254 (ISO-8859-9)', t('Turkish')],
  ['cp857', t('CP857 (DOS, Turkish)'), t('Turkish')],
  ['mac-turkish', t('Mac Turkish'), t('Turkish')],
  ['windows-1255', 'windows-1255 (Hebrew)', t('Hebrew and Arabic')],
  ['iso-8859-8-i', 'ISO-8859-8 (Hebrew)', t('Hebrew and Arabic')],
  ['cp862', t('CP862 (DOS, Hebrew)'), t('Hebrew and Arabic')],
  ['windows-1256', 'windows-1256 (Arabic)', t('Hebrew and Arabic')],
  ['iso-8859-6', 'ISO-8859-6 (Arabic)', t('Hebrew and Arabic')],
  ['cp720', t('CP720 (DOS, Arabic)'), t('Hebrew and Arabic')],
  ['gb18030', t('GB18030 (GBK, simplified Chinese)'), t('East Asian')],
  ['big5', t('Big5 (traditional Chinese)'), t('East Asian')],
  ['shift_jis', t('Shift_JIS (Japanese)'), t('East Asian')],
  ['euc-jp', t('EUC-JP (Japanese)'), t('East Asian')],
  ['iso-2022-jp', t('ISO-2022-JP (Japanese)'), t('East Asian')],
  ['euc-kr', t('EUC-KR (Korean)'), t('East Asian')],
  ['windows-874', 'windows-874 (Thai)', t('Thai and Vietnamese')],
  ['windows-1258', 'windows-1258 (Vietnamese)', t('Thai and Vietnamese')],
] as const satisfies readonly (readonly [string, string, CharsetGroup])[];

export type CharsetId = (typeof rows)[number][0];

export const CHARSETS: readonly Charset[] = rows.map(([id, name, group]) => ({ id, name, group }));

export const CharsetId = z.enum(rows.map(([id]) => id));

/** Ends a remark on a character set that may be wrong; where it stands, the window offers the way out beside it. */
export const REREAD_HINT = t('If letters look wrong, read it again with another character set.');

const names: ReadonlyMap<CharsetId, string> = new Map(CHARSETS.map(({ id, name }) => [id, name]));

export const charsetName = (id: CharsetId): string => names.get(id) ?? id;
