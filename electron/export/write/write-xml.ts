/** XML piece by piece, so that what is written reads back the same: line ends and blanks of attributes are escaped too. */
import { xmlText } from './xml-text.js';

type XmlAttributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};
const escapedSign = (sign: string): string => ESCAPES[sign] ?? sign;

/** @returns the words as they stand between tags. */
export const escapeXml = (text: string): string => xmlText(text).replace(/[&<>\r]/g, escapedSign);

/** Attributes that are null or undefined are left out. */
const attributes = (values: XmlAttributes): string =>
  Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${xmlText(String(value)).replace(/[&<>"\r\n\t]/g, escapedSign)}"`)
    .join('');

/** @param values attributes; those that are null or undefined are left out. */
export const openTag = (name: string, values: XmlAttributes = {}): string => `<${name}${attributes(values)}>`;
export const closeTag = (name: string): string => `</${name}>`;
export const emptyTag = (name: string, values: XmlAttributes = {}): string => `<${name}${attributes(values)}/>`;
/** @returns '' for '': what is empty is not there. */
export const xmlElement = (name: string, text: string): string =>
  text === '' ? '' : `${openTag(name)}${escapeXml(text)}${closeTag(name)}`;

/** Any XML may hold one, whatever its schema; who does not know its name passes over it. Source: XML 1.0, section 2.6. */
export const xmlInstruction = (name: string, value: unknown): string => {
  const json = JSON.stringify(value).replace(/[>\uFFFE\uFFFF\u007F-\u009F]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `<?${name} ${json}?>`;
};
