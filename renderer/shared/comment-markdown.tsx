/**
 * A comment drawn from its Markdown. Nothing in it acts: addresses are words, pictures are their descriptions, raw HTML
 * is shown as it was typed, and only the elements listed by the sanitiser pass.
 */
import type { Root } from 'hast';
import { defaultSchema, sanitize } from 'hast-util-sanitize';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import type { ReactNode } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { t } from '../../electron/wording/index.js';
import css from './AnnotationComment.module.css';

const SCHEMA = { ...defaultSchema, tagNames: (defaultSchema.tagNames ?? []).filter((name) => name !== 'picture') };

interface Inner {
  readonly children?: ReactNode;
}

const components = {
  a: ({ href, children }: Inner & { readonly href?: string }) => (
    <span className={css.address} title={href}>
      {children}
    </span>
  ),
  img: ({ alt }: { readonly alt?: string }) => <span className={css.address}>{alt || t('a picture')}</span>,
  // Headings inside a card would stand among the headings of the document.
  h1: ({ children }: Inner) => <p className={css.heading}>{children}</p>,
  h2: ({ children }: Inner) => <p className={css.heading}>{children}</p>,
  h3: ({ children }: Inner) => <p className={css.heading}>{children}</p>,
  h4: ({ children }: Inner) => <p className={css.heading}>{children}</p>,
  h5: ({ children }: Inner) => <p className={css.heading}>{children}</p>,
  h6: ({ children }: Inner) => <p className={css.heading}>{children}</p>,
  input: ({ checked }: { readonly checked?: boolean }) => <span>{checked ? '☑ ' : '☐ '}</span>,
};

/** @param markdown as a person typed it; hostile when it came with a file. */
export function renderMarkdown(markdown: string): ReactNode {
  const parsed = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const tree = sanitize(toHast(parsed), SCHEMA) as Root;
  return toJsxRuntime(tree, { Fragment, jsx, jsxs, components, ignoreInvalidStyle: true });
}
