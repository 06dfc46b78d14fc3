/** A tree of HTML in short: every word in it is escaped when it is written. */
import type { Element, ElementContent } from 'hast';

export type Properties = Element['properties'];

export const el = (tagName: string, properties: Properties, ...children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
export const text = (value: string): ElementContent => ({ type: 'text', value });
