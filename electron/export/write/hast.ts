/** A tree of HTML in short: every word in it is escaped when it is written. */
import type { Element, ElementContent } from 'hast';

export type HastProperties = Element['properties'];

/** With as many children as there are: arguments of a call are bounded. */
export const elOf = (tagName: string, properties: HastProperties, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
export const el = (tagName: string, properties: HastProperties, ...children: ElementContent[]): Element =>
  elOf(tagName, properties, children);
export const text = (value: string): ElementContent => ({ type: 'text', value });
