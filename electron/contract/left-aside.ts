/** Parts of an original that its reader did not take for text of the document. */
import { z } from 'zod';

/** Every kind with its name, as it stands before a number of lines: `navigation, 41 lines`. */
export const LEFT_ASIDE_KINDS = {
  navigation: 'navigation',
  related: 'other articles',
  comments: 'readers’ comments',
  sharing: 'links for sharing',
  form: 'forms',
  notice: 'notices of the site',
  advertisement: 'advertising',
  sidebar: 'sidebars',
  footer: 'footers',
  hidden: 'hidden text',
  other: 'short lines',
} as const;
export type LeftAsideKind = keyof typeof LEFT_ASIDE_KINDS;

export const LeftAside = z.object({
  kind: z.enum(Object.keys(LEFT_ASIDE_KINDS) as [LeftAsideKind, ...LeftAsideKind[]]),
  /** Lines of the part, also of those that `text` does not hold. */
  lines: z.number().int().positive(),
  /** As the text of a version; cut, or empty, where the parts together are too long to be kept. */
  text: z.string(),
});
export type LeftAside = z.infer<typeof LeftAside>;

/** Begins the remark that counts what was left aside; where it stands, the window offers to show it. */
export const LEFT_ASIDE_REMARK = 'Left aside: ';
