/** Messages for originals and pages that cannot be drawn. */

import { t } from '../../../../electron/wording/index.js';
import type { ErrorStateProps } from '../../../ui/index.js';
import type { PageProblemKind } from './page-source.js';

type ProblemText = Pick<ErrorStateProps, 'title' | 'remedy'>;

const SAFE = t('Its text can still be read, and the original is kept byte for byte.');

/** For the original as a whole. */
export const ORIGINAL_PROBLEMS: Readonly<Record<PageProblemKind, ProblemText>> = {
  missing: {
    title: t('The original is not in its place'),
    remedy: t(
      `The text can still be read. Run Verify originals from the File menu: it says what is missing, and a backup has it.`,
    ),
  },
  locked: {
    title: t('The pages are locked with a password'),
    remedy: t('{SAFE} Import a copy that was saved without a password to see its pages.', { SAFE }),
  },
  broken: {
    title: t('The pages cannot be drawn: the file is damaged'),
    remedy: t('{SAFE} Open the file in another program, or fetch it again and import that.', { SAFE }),
  },
  slow: {
    title: t('The pages take too long to draw'),
    remedy: t(
      '{SAFE} The file may be damaged, or made to keep its reader busy. Try again, or open it in another program.',
      { SAFE },
    ),
  },
  size: {
    title: t('The picture has a shape that no screen can show'),
    remedy: t('{SAFE} Open the file in another program.', { SAFE }),
  },
  large: {
    title: t('The picture is too large to be shown here'),
    remedy: t('{SAFE} Pictures of up to 160 million pixels are shown. Import a smaller copy beside it.', { SAFE }),
  },
};

/** For one page among others. */
export const PAGE_PROBLEMS: Readonly<Record<PageProblemKind, string>> = {
  missing: t('The bytes of this page are not in the archive. Verify originals says what is missing.'),
  locked: t('This page is locked with a password.'),
  broken: t('This page is damaged and cannot be drawn. The other pages are not touched.'),
  slow: t('This page takes too long to draw.'),
  size: t('This page has a shape that no screen can show.'),
  large: t('This page is too large to be drawn.'),
};
