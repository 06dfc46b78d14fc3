/** Parts of an original that its reader did not take for text of the document. */
import { z } from 'zod';
import { t } from '../wording/index.js';

/** Every kind with its name, as it stands before a number of lines: `navigation, 41 lines`. */
export const LEFT_ASIDE_KINDS = {
  navigation: 'navigation',
  related: t('other articles'),
  comments: t('readers’ comments'),
  sharing: t('links for sharing'),
  form: 'forms',
  notice: t('notices of the site'),
  advertisement: 'advertising',
  sidebar: 'sidebars',
  footer: 'footers',
  hidden: t('hidden text'),
  other: t('short lines'),
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
export const LEFT_ASIDE_REMARK = t('Left aside: ');
