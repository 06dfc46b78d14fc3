/**
 * Formats of bytes, told by their first bytes. Only signatures that no text begins with by chance: what is here is
 * never read as text, whatever its name says.
 */
import { t } from '../../wording/index.js';

/** What a file is by its bytes. */
export interface BinaryFormat {
  readonly format: string;
  /** As a message names it, with its article. */
  readonly says: string;
  /** Lower-case, with the dot: names that agree with it. */
  readonly extensions: readonly string[];
}

const PDF: BinaryFormat = { format: 'pdf', says: t('a PDF document'), extensions: ['.pdf'] };
const ZIP: BinaryFormat = { format: 'zip', says: t('a ZIP archive'), extensions: ['.zip'] };

const ZIP_MARKS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];
/** Kinds of ZIP, by what stands in their first 64 KB. */
const ZIPS: readonly (BinaryFormat & { readonly holds: RegExp })[] = [
  {
    format: 'docx',
    says: t('a Word document (.docx)'),
    extensions: ['.docx', '.docm', '.dotx'],
    holds: /word\/document/,
  },
  { format: 'xlsx', says: t('an Excel workbook (.xlsx)'), extensions: ['.xlsx', '.xlsm'], holds: /xl\/workbook/ },
  { format: 'pptx', says: t('a presentation (.pptx)'), extensions: ['.pptx', '.ppsx'], holds: /ppt\/presentation/ },
  {
    format: 'ooxml',
    says: t('an Office document'),
    extensions: ['.docx', '.xlsx', '.pptx'],
    holds: /\[Content_Types\]\.xml/,
  },
  {
    format: 'odt',
    says: t('an OpenDocument text (.odt)'),
    extensions: ['.odt', '.ott'],
    holds: /mimetypeapplication\/vnd\.oasis\.opendocument\.text/,
  },
  {
    format: 'opendocument',
    says: t('an OpenDocument file'),
    extensions: ['.ods', '.odp', '.odg'],
    holds: /mimetypeapplication\/vnd\.oasis\.opendocument/,
  },
  { format: 'epub', says: t('an e-book (.epub)'), extensions: ['.epub'], holds: /mimetypeapplication\/epub\+zip/ },
];

const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const OLE_FILE: BinaryFormat = {
  format: 'ole2',
  says: t('a file of Office 97–2003 (Word, Excel, Outlook)'),
  extensions: ['.doc', '.dot', '.xls', '.ppt', '.msg', '.docx', '.xlsx', '.pptx'],
};
/** A name of a stream, in two bytes a letter. */
const stream = (name: string) => new RegExp([...name].map((letter) => `${letter}\\0`).join(''));
/** Kinds of files of Office 97–2003, by the streams that are named in their first 64 KB. */
const OLES: readonly (BinaryFormat & { readonly holds: RegExp })[] = [
  {
    format: 'doc',
    says: t('a Word document of 1997–2003 (.doc)'),
    extensions: ['.doc', '.dot'],
    holds: stream('WordDocument'),
  },
  { format: 'xls', says: t('an Excel workbook of 1997–2003 (.xls)'), extensions: ['.xls'], holds: stream('Workbook') },
  {
    format: 'msg',
    says: t('a message of Outlook (.msg)'),
    extensions: ['.msg'],
    holds: stream('__properties_version1'),
  },
];

/** A character is a byte, and `?` any byte; in order, since `ftyp` alone begins many formats. */
const SIGNATURES: readonly (BinaryFormat & { readonly begins: readonly string[] })[] = [
  { format: 'jpeg', says: t('a JPEG image'), extensions: ['.jpg', '.jpeg', '.jpe', '.jfif'], begins: ['\xff\xd8\xff'] },
  { format: 'png', says: t('a PNG image'), extensions: ['.png'], begins: ['\x89PNG\r\n\x1a\n'] },
  { format: 'gif', says: t('a GIF image'), extensions: ['.gif'], begins: ['GIF87a', 'GIF89a'] },
  {
    format: 'tiff',
    says: t('a TIFF image'),
    extensions: ['.tif', '.tiff'],
    begins: ['II*\0', 'II+\0', 'MM\0*', 'MM\0+'],
  },
  { format: 'webp', says: t('a WebP image'), extensions: ['.webp'], begins: ['RIFF????WEBP'] },
  { format: 'bmp', says: t('a BMP image'), extensions: ['.bmp', '.dib'], begins: ['BM????\0\0\0\0'] },
  {
    format: 'heic',
    says: t('a HEIC image'),
    extensions: ['.heic', '.heif', '.hif'],
    begins: ['hei?', 'hev?', 'mif1', 'msf1'].map((brand) => `\0\0\0?ftyp${brand}`),
  },
  { format: 'avif', says: t('an AVIF image'), extensions: ['.avif'], begins: ['\0\0\0?ftypavi?'] },
  {
    format: 'jp2',
    says: t('a JPEG 2000 image'),
    extensions: ['.jp2', '.jpx', '.j2k', '.jpf', '.j2c'],
    begins: ['\0\0\0\x0cjP  \r\n\x87\n', '\xff\x4f\xff\x51'],
  },
  { format: 'psd', says: t('a Photoshop image'), extensions: ['.psd'], begins: ['8BPS\0'] },
  { format: 'djvu', says: t('a DjVu document'), extensions: ['.djvu', '.djv'], begins: ['AT&TFORM'] },
  { format: 'rtf', says: t('an RTF document'), extensions: ['.rtf'], begins: ['{\\rtf'] },
  { format: 'gzip', says: t('a gzip archive'), extensions: ['.gz', '.tgz'], begins: ['\x1f\x8b\x08'] },
  { format: 'bzip2', says: t('a bzip2 archive'), extensions: ['.bz2'], begins: ['BZh?1AY&SY'] },
  { format: 'xz', says: t('an xz archive'), extensions: ['.xz'], begins: ['\xfd7zXZ\0'] },
  { format: '7z', says: t('a 7-Zip archive'), extensions: ['.7z'], begins: ['7z\xbc\xaf\x27\x1c'] },
  { format: 'rar', says: t('a RAR archive'), extensions: ['.rar'], begins: ['Rar!\x1a\x07'] },
  { format: 'sqlite', says: t('a database'), extensions: ['.db', '.sqlite'], begins: ['SQLite format 3\0'] },
  { format: 'elf', says: t('a program'), extensions: ['.so'], begins: ['\x7fELF'] },
  {
    format: 'exe',
    says: t('a program'),
    extensions: ['.exe', '.dll'],
    begins: ['MZ??\x03\0', 'MZ??\x02\0', 'MZ??\x04\0'],
  },
  { format: 'wav', says: t('a sound recording'), extensions: ['.wav'], begins: ['RIFF????WAVE'] },
  { format: 'avi', says: t('a film'), extensions: ['.avi'], begins: ['RIFF????AVI '] },
  { format: 'ogg', says: t('a sound recording'), extensions: ['.ogg', '.oga', '.opus', '.ogv'], begins: ['OggS\0'] },
  { format: 'flac', says: t('a sound recording'), extensions: ['.flac'], begins: ['fLaC\0'] },
  {
    format: 'mp3',
    says: t('a sound recording'),
    extensions: ['.mp3'],
    begins: ['ID3\x02\0', 'ID3\x03\0', 'ID3\x04\0'],
  },
  {
    format: 'mp4',
    says: t('a film or a sound recording'),
    extensions: ['.mp4', '.m4a', '.m4v', '.mov', '.3gp'],
    begins: ['\0\0\0?ftyp'],
  },
  { format: 'matroska', says: t('a film'), extensions: ['.mkv', '.webm'], begins: ['\x1aE\xdf\xa3'] },
];

/** Names of formats of bytes whose contents are told by a signature: a text under such a name is mislabelled. */
export const BINARY_EXTENSIONS: ReadonlySet<string> = new Set(
  [PDF, ZIP, ...ZIPS, OLE_FILE, ...OLES, ...SIGNATURES].flatMap(({ extensions }) => extensions),
);

/** Readers of PDF look for the mark among so many bytes; mail programs and scanners put lines of their own before it. */
const PDF_MARK_WITHIN = 1_024;

/** @param head the first bytes as Latin-1. @returns null when it is none of these: a text, or something unknown. */
export function binaryFormat(head: string): BinaryFormat | null {
  if (isPdf(head)) return PDF;
  if (ZIP_MARKS.some((mark) => head.startsWith(mark))) return ZIPS.find(({ holds }) => holds.test(head)) ?? ZIP;
  if (head.startsWith(OLE)) return OLES.find(({ holds }) => holds.test(head)) ?? OLE_FILE;
  return SIGNATURES.find(({ begins }) => begins.some((mark) => beginsWith(head, mark))) ?? null;
}

const beginsWith = (head: string, mark: string): boolean =>
  [...mark].every((byte, at) => byte === '?' || head[at] === byte) && head.length >= mark.length;

function isPdf(head: string): boolean {
  const at = head.slice(0, PDF_MARK_WITHIN + 5).indexOf('%PDF-');
  if (at < 0) return false;
  if (/^(?:\xef\xbb\xbf)?[\s\0]*$/.test(head.slice(0, at))) return true;
  // Behind other words it is one only if objects of a PDF follow: a text may speak of the mark.
  return (
    /^%PDF-\d\.\d[^\n\r]{0,8}[\r\n]/.test(head.slice(at, at + 20)) && /[\r\n]\s*\d+ \d+ obj\b/.test(head.slice(at))
  );
}
