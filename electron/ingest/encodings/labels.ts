/**
 * Which character set a label means. Labels of the web mean what the WHATWG Encoding Standard says (section 4.2):
 * `iso-8859-1` and `us-ascii` mean windows-1252. The code pages of DOS and the Macintosh, which the web never had,
 * go by the names of IBM, Microsoft and the IANA registry.
 */
import { normalizeEncoding } from '@exodus/bytes/encoding.js';
import { CharsetId } from '../../contract/index.js';

/** Sets of the Standard that are another one here, because the other holds every character of it. */
const INSTEAD: Readonly<Record<string, CharsetId>> = {
  gbk: 'gb18030',
  'iso-8859-8': 'iso-8859-8-i',
};

const OTHER_LABELS: Readonly<Record<string, CharsetId>> = {
  'mac-roman': 'macintosh',
  macroman: 'macintosh',
  'x-mac-ce': 'mac-ce',
  'mac-latin2': 'mac-ce',
  'mac-centraleurope': 'mac-ce',
  maccentraleurope: 'mac-ce',
  maccenteuro: 'mac-ce',
  'x-mac-centraleurroman': 'mac-ce',
  'mac-cyrillic': 'x-mac-cyrillic',
  maccyrillic: 'x-mac-cyrillic',
  'x-mac-croatian': 'mac-croatian',
  maccroatian: 'mac-croatian',
  'x-mac-romanian': 'mac-romanian',
  macromania: 'mac-romanian',
  'x-mac-icelandic': 'mac-icelandic',
  maciceland: 'mac-icelandic',
  'x-mac-greek': 'mac-greek',
  macgreek: 'mac-greek',
  'x-mac-turkish': 'mac-turkish',
  macturkish: 'mac-turkish',
  'utf-16': 'utf-16le',
  'utf-32': 'utf-32le',
  utf32le: 'utf-32le',
  utf32be: 'utf-32be',
  'koi8-ru': 'koi8-u',
  ruscii: 'cp1125',
  'bulgaria-mik': 'mik',
  'x-sjis': 'shift_jis',
};

const isKnown = (id: string): id is CharsetId => CharsetId.safeParse(id).success;

/** @returns the set that `label` means, whatever its case; null when no set has that label. */
export function charsetOf(label: string): CharsetId | null {
  const key = label.trim().toLowerCase();
  const standard = normalizeEncoding(key);
  if (standard !== null) {
    const id = INSTEAD[standard] ?? standard;
    return isKnown(id) ? id : null;
  }
  if (isKnown(key)) return key;
  if (Object.hasOwn(OTHER_LABELS, key)) return OTHER_LABELS[key] ?? null;
  // `ibm850`, `cp-850`, `dos850`, `850`, `windows-1250`, `win1250`, `mac-10029`.
  const page = /^(?:(?:cs)?(?:ibm|pc)|cp|ms|dos|win(?:dows)?)?[-_]?0*(\d{3,5})$/.exec(key)?.[1];
  return page === undefined ? null : codePage(page);
}

function codePage(page: string): CharsetId | null {
  const numbered: Readonly<Record<string, CharsetId>> = {
    '874': 'windows-874',
    '932': 'shift_jis',
    '936': 'gb18030',
    '949': 'euc-kr',
    '950': 'big5',
    '1200': 'utf-16le',
    '1201': 'utf-16be',
    '10000': 'macintosh',
    '10006': 'mac-greek',
    '10007': 'x-mac-cyrillic',
    '10029': 'mac-ce',
    '10079': 'mac-icelandic',
    '10081': 'mac-turkish',
    '10082': 'mac-croatian',
    '10010': 'mac-romanian',
    '20866': 'koi8-r',
    '21866': 'koi8-u',
    '65001': 'utf-8',
  };
  const id = [numbered[page], `cp${page}`, `ibm${page}`, `windows-${page}`].find((name) => name && isKnown(name));
  return (id as CharsetId | undefined) ?? null;
}

/**
 * What the declaration inside a page means, by section 13.2.3.2 of the HTML Standard: whoever could read the
 * declaration byte by byte is not reading UTF-16, and `x-user-defined` is windows-1252.
 */
export function declaredInside(label: string): CharsetId | null {
  if (label.trim().toLowerCase() === 'x-user-defined') return 'windows-1252';
  const id = charsetOf(label);
  return id === 'utf-16le' || id === 'utf-16be' ? 'utf-8' : id;
}
