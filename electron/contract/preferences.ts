/** What a person sets for the program, whatever archive is open. */
import { z } from 'zod';

/** Where a locale of citations is asked for: the language that the style names itself. */
export const STYLE_LOCALE = 'style';

export const Preferences = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  readingSize: z.number().min(14).max(26),
  measure: z.number().min(50).max(90),
  /** Id of a style that `cite.styles` lists. */
  citationStyle: z.string().default('chicago-fullnote-bibliography'),
  /** BCP 47 tag of the words a citation uses: “and”, “page”; or AS_STYLE_SAYS. */
  citationLocale: z.string().default(STYLE_LOCALE),
  /** BCP 47 tags of the dictionaries that notes are checked against; none: no checking. */
  spelling: z.array(z.string()).default(['en-GB']),
  /** Sizes and visibility of panes, by the name the window gives them. */
  layout: z.record(z.string(), z.unknown()),
});
export type Preferences = z.infer<typeof Preferences>;
