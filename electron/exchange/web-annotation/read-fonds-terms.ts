/**
 * What Fonds itself wrote into web annotations, its `fonds:` terms. Each is read or reported with the reason: a term that
 * another program changed, or that was cut short, never goes in silence.
 */
import type { z } from 'zod';
import { Colour, foldedKey, pathNames, Sha256 } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { firstFault, firstWords } from '../annotation-label.js';
import type { ExchangeAnchor, ExchangeLoss, ExchangePosition, ExchangeRegion, ExchangeTag } from '../exchange-model.js';
import { AnchorTerm, PositionTerm, RegionTerm, TagTerm } from '../fonds-terms.js';
import { itemsOf, type JsonNode, memberOf, stringOf } from './json-node.js';

const MAX_ANCHORS = 10_000;

/** @returns those that can be read, and of all others together one sentence. */
export function readAnchors(place: JsonNode): { anchors: ExchangeAnchor[]; remarks: string[] } {
  const { value } = memberOf(place, 'fonds:anchors');
  if (value === undefined || value === null) return { anchors: [], remarks: [] };
  if (!Array.isArray(value)) {
    return { anchors: [], remarks: [t('Its places in texts (fonds:anchors) are not a list and were passed over.')] };
  }
  const anchors: ExchangeAnchor[] = [];
  const faults: string[] = [];
  for (const one of value.slice(0, MAX_ANCHORS)) {
    const term = AnchorTerm.safeParse(one);
    if (term.success) anchors.push(term.data);
    else faults.push(firstFault(term.error));
  }
  if (value.length > MAX_ANCHORS) faults.push(t('more than {MAX_ANCHORS} are not read.', { MAX_ANCHORS }));
  const left = value.length - anchors.length;
  const remarks =
    left === 0
      ? []
      : [
          t('{left} of {count} places of it in texts (fonds:anchors) passed over; the first: {fault}', {
            left,
            count: value.length,
            fault: faults[0] ?? '',
          }),
        ];
  return { anchors, remarks };
}

/** Tags by path as tags below each other: what lies above one may be missing. */
export function readTags(document: JsonNode): { tags: ExchangeTag[]; losses: ExchangeLoss[] } {
  const list = memberOf(document, 'fonds:tags');
  const tags: ExchangeTag[] = [];
  const losses: ExchangeLoss[] = [];
  const lose = (place: string, reason: string) => void losses.push({ kind: 'tag', location: place, reason, count: 1 });
  if (list.value === undefined || list.value === null) return { tags, losses };
  if (!Array.isArray(list.value)) {
    lose(list.pointer, t('The tags of the file are not a list: their colours and meanings were passed over.'));
    return { tags, losses };
  }
  const indexOf = new Map<string, number>();
  for (const place of itemsOf(list)) {
    const term = TagTerm.safeParse(place.value);
    if (!term.success) {
      const path = firstWords(stringOf(memberOf(place, 'path')) ?? '');
      lose(
        path === '' ? place.pointer : `“${path}” (${place.pointer})`,
        t('This tag cannot be read: {firstFault}', { firstFault: firstFault(term.error) }),
      );
      continue;
    }
    const { path, colour, description } = term.data;
    const names = pathNames(path);
    if (names.length === 0) lose(place.pointer, t('This tag cannot be read: there is no name in its path.'));
    let above: number | null = null;
    let key = '';
    for (const [depth, name] of names.entries()) {
      key += `/${foldedKey(name)}`;
      const isSaid = depth === names.length - 1;
      const held = indexOf.get(key);
      const said = isSaid ? { colour, description } : { colour: null, description: '' };
      if (held === undefined) tags.push({ name, parentIndex: above, kind: 'code', ...said });
      else if (isSaid) tags[held] = { ...(tags[held] as ExchangeTag), ...said };
      above = held ?? tags.length - 1;
      indexOf.set(key, above);
    }
  }
  return { tags, losses };
}

/** @returns what a term of a target says; null where there is none. Of one that cannot be read a sentence is added. */
export function readRegion(target: JsonNode, remarks: string[]): ExchangeRegion | null {
  const { value } = memberOf(target, 'fonds:region');
  return value === undefined ? null : readable(RegionTerm.safeParse(value), t('Its region (fonds:region)'), remarks);
}

/** A position in a text that Fonds named. @param position code points. */
export function readPosition(
  target: JsonNode,
  position: { readonly start: number; readonly end: number },
  remarks: string[],
): ExchangePosition {
  const [versionId, textSha256] = ['fonds:versionId', 'fonds:textSha256'].map((key) => memberOf(target, key).value);
  const isNamed = versionId !== undefined || textSha256 !== undefined;
  const own = PositionTerm.safeParse({ versionId, textSha256, ...position });
  if (own.success) return own.data;
  const said = t('The text that its position counts in (fonds:versionId, fonds:textSha256)');
  if (isNamed) readable(own, said, remarks);
  return { versionId: null, textSha256: Sha256.safeParse(textSha256).data ?? null, ...position };
}

export function readOriginals(source: JsonNode, remarks: string[]): Sha256[] {
  const reported = itemsOf(memberOf(source, 'fonds:originals'));
  const originals = reported.flatMap(({ value }) => Sha256.safeParse(value).data ?? []);
  const left = reported.length - originals.length;
  if (left > 0) {
    remarks.push(
      t(
        '{left} of {count} originals of its source (fonds:originals) passed over: a SHA-256 has 64 hexadecimal digits.',
        { left, count: reported.length },
      ),
    );
  }
  return originals;
}

export function readColour(target: JsonNode, remarks: string[]): Colour | null {
  const [, number] = /(?:^|\s)fonds-mark-(\S*)/.exec(stringOf(memberOf(target, 'styleClass')) ?? '') ?? [];
  if (number === undefined) return null;
  const colour = /^\d$/.test(number) ? Colour.safeParse(Number(number)) : null;
  if (colour?.success) return colour.data;
  remarks.push(
    t('Its colour “fonds-mark-{number}” is none of the eight and was passed over.', { number: number.slice(0, 20) }),
  );
  return null;
}

function readable<T>(term: z.ZodSafeParseResult<T>, what: string, remarks: string[]): T | null {
  if (term.success) return term.data;
  remarks.push(
    t('{what} cannot be read and was passed over: {firstFault}', { what, firstFault: firstFault(term.error) }),
  );
  return null;
}
