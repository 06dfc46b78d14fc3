/** What Hypothesis writes when its annotations are exported, in the shape of the W3C model, whose selectors it uses. */
import { isObject, type JsonNode, type JsonObject, memberOf } from './json-node.js';

/** Its annotations have no type, but an address, a user and a list of targets. */
export const isOfHypothesis = ({ value }: JsonNode): boolean =>
  isObject(value) && typeof value.uri === 'string' && (Array.isArray(value.target) || typeof value.text === 'string');

/** `acct:name@host`: the name is who made it. */
const userOf = (user: unknown): string | undefined =>
  typeof user === 'string' ? user.replace(/^acct:/, '').replace(/@.*$/, '') : undefined;

export function asWebAnnotation(node: JsonNode): JsonNode {
  const { id, uri, text, tags, user, user_info: info, created, updated, target } = node.value as JsonObject;
  const name = memberOf({ value: info, pointer: '' }, 'display_name').value;
  const hasTarget = Array.isArray(target) && target.length > 0;
  const value = {
    type: 'Annotation',
    ...(typeof id === 'string' ? { id: `https://hypothes.is/a/${id}` } : {}),
    created,
    modified: updated,
    creator: typeof name === 'string' && name !== '' ? name : userOf(user),
    body: [
      ...(typeof text === 'string' && text !== '' ? [{ type: 'TextualBody', value: text, purpose: 'commenting' }] : []),
      ...(Array.isArray(tags) ? tags.map((tag) => ({ type: 'TextualBody', value: tag, purpose: 'tagging' })) : []),
    ],
    target: hasTarget ? target : [{ source: uri }],
  };
  return { value, pointer: node.pointer };
}
