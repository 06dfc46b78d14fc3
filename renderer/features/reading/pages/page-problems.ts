/** Messages for originals and pages that cannot be drawn. */
import type { ErrorStateProps } from '../../../ui/index.js';
import type { PageProblemKind } from './page-source.js';

type ProblemText = Pick<ErrorStateProps, 'title' | 'remedy'>;

const SAFE = 'Its text can still be read, and the original is kept byte for byte.';

/** For the original as a whole. */
export const ORIGINAL_PROBLEMS: Readonly<Record<PageProblemKind, ProblemText>> = {
  missing: {
    title: 'The original is not in its place',
    remedy: `The text can still be read. Run Verify originals from the File menu: it says what is missing, and a backup has it.`,
  },
  locked: {
    title: 'The pages are locked with a password',
    remedy: `${SAFE} Import a copy that was saved without a password to see its pages.`,
  },
  broken: {
    title: 'The pages cannot be drawn: the file is damaged',
    remedy: `${SAFE} Open the file in another program, or fetch it again and import that.`,
  },
  slow: {
    title: 'The pages take too long to draw',
    remedy: `${SAFE} The file may be damaged, or made to keep its reader busy. Try again, or open it in another program.`,
  },
  size: {
    title: 'The picture has a shape that no screen can show',
    remedy: `${SAFE} Open the file in another program.`,
  },
  large: {
    title: 'The picture is too large to be shown here',
    remedy: `${SAFE} Pictures of up to 160 million pixels are shown. Import a smaller copy beside it.`,
  },
};

/** For one page among others. */
export const PAGE_PROBLEMS: Readonly<Record<PageProblemKind, string>> = {
  missing: 'The bytes of this page are not in the archive. Verify originals says what is missing.',
  locked: 'This page is locked with a password.',
  broken: 'This page is damaged and cannot be drawn. The other pages are not touched.',
  slow: 'This page takes too long to draw.',
  size: 'This page has a shape that no screen can show.',
  large: 'This page is too large to be drawn.',
};
