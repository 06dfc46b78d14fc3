/** Bodies of a web annotation as a comment in Markdown and tags. A body that lies elsewhere becomes a link, never loaded. */

import { t } from '../../wording/index.js';
import { type Faults, idOf, isObject, itemsOf, type JsonNode, memberOf, stringOf, typesOf } from './json-node.js';

export interface ParsedBodies {
  readonly comment: string;
  readonly tags: readonly string[];
  /** What was read otherwise than it was written, in sentences. */
  readonly remarks: readonly string[];
}

const PURPOSES_OF_TAGS: ReadonlySet<string> = new Set(['tagging', 'classifying', 'identifying']);
const ADDRESS = /^(https?|urn|doi|mailto|ftp|info|tag):\S+$/i;

const purposes = (node: JsonNode, key: string): string[] =>
  itemsOf(memberOf(node, key)).flatMap((one) => stringOf(one)?.replace(/^.*[:#/]/, '') ?? []);

/** A link that Markdown shows; anything that is not an address is words. */
const linkOr = (text: string): string => (/^https?:\/\/[^\s<>]+$/i.test(text) ? `<${text}>` : text);

export function readBodies(annotation: JsonNode, faults: Faults): ParsedBodies {
  const comments: string[] = [];
  const tags: string[] = [];
  const remarks: string[] = [];
  const motivations = purposes(annotation, 'motivation');
  const take = (text: string, isTag: boolean): void => {
    // A comment stays as it is, a blank one too: it may have been written by Fonds.
    if (isTag && text.trim() !== '') tags.push(text.trim());
    if (!isTag && text !== '') comments.push(text);
  };

  const literal = memberOf(annotation, 'bodyValue');
  if (literal.value !== undefined) {
    if (typeof literal.value !== 'string') faults.add(literal, t('a bodyValue must be a string.'));
    else take(literal.value, motivations.includes('tagging'));
    if (memberOf(annotation, 'body').value !== undefined)
      faults.add(literal, t('an annotation has a body or a bodyValue, not both.'));
  }

  // Those to come, the next one last.
  const waiting = itemsOf(memberOf(annotation, 'body')).reverse();
  for (let body = waiting.pop(); body; body = waiting.pop()) {
    if (typeof body.value === 'string') {
      // The model means an address here; several programs write the comment itself.
      take(ADDRESS.test(body.value) ? linkOr(body.value) : body.value, false);
      continue;
    }
    if (!isObject(body.value)) {
      faults.add(body, t('a body must be an object, an address or a string.'));
      continue;
    }
    const types = typesOf(body);
    if (types.some((type) => /^(Choice|Composite|List|Independents)$/.test(type))) {
      const items = [...itemsOf(memberOf(body, 'items')), ...itemsOf(memberOf(body, 'item'))];
      const isChoice = types.includes('Choice');
      if (isChoice && items.length > 1)
        remarks.push(t('Of {count} bodies to choose from the first is taken.', { count: items.length }));
      for (const item of (isChoice ? items.slice(0, 1) : items).reverse()) waiting.push(item);
      continue;
    }
    const own = purposes(body, 'purpose');
    const isTag =
      own.length > 0
        ? own.some((purpose) => PURPOSES_OF_TAGS.has(purpose))
        : types.some((type) => /Tag$/.test(type)) ||
          (motivations.includes('tagging') && !motivations.includes('commenting'));
    const value =
      stringOf(memberOf(body, 'value')) ?? stringOf(memberOf(body, 'chars')) ?? stringOf(memberOf(body, 'rdf:value'));
    if (value !== undefined) {
      const isHtml = stringOf(memberOf(body, 'format')) === 'text/html';
      take(isHtml ? withoutHtml(value) : value, isTag);
      continue;
    }
    if (types.includes('TextualBody') || types.includes('EmbeddedContent')) {
      faults.add(memberOf(body, 'value'), t('a TextualBody must have a value, once, as a string.'));
      continue;
    }
    const source = memberOf(body, 'source');
    const address = stringOf(source) ?? idOf(source) ?? idOf(body);
    const label = stringOf(memberOf(body, 'label')) ?? stringOf(memberOf(source, 'label'));
    if (isTag && label !== undefined) take(label, true);
    else if (address !== undefined) take(linkOr(address), isTag);
    else
      remarks.push(
        t('A body of the kind “{types}” has neither words nor an address: passed over.', {
          types: types.join(', ') || t('unknown'),
        }),
      );
  }
  return { comment: comments.join('\n\n'), tags: [...new Set(tags)], remarks };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** Words of a piece of HTML: a comment of Fonds holds no markup that anything would run. */
function withoutHtml(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<br\s*\/?>|<\/(p|div|li|h[1-6]|blockquote)\s*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
