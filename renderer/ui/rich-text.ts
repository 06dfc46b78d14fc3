/** A message with elements in it. */
import { createElement, Fragment, type ReactNode } from 'react';
import { type RichValues, richParts } from '../../electron/wording/index.js';

/**
 * @param message a literal in ICU MessageFormat with tags: `'Press <key>F7</key> to go on.'`.
 * @param values an argument is text or an element; a tag is a function of the words inside.
 */
export const rich = (message: string, values: RichValues<ReactNode>): ReactNode =>
  createElement(Fragment, null, ...richParts<ReactNode>(message, values));
