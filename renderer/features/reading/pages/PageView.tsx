/**
 * The pages of originals as pictures, one below the other. Where the line is drawn: a PDF by itself is drawn in the window,
 * as long as all its pages are looked at as they are; everything else is drawn by the archive's service.
 */

import { isPdf } from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';
import { ErrorState, Loading } from '../../../ui/index.js';
import { LoadedPages, type PageViewProps } from './LoadedPages.js';
import { isPlainView } from './looking.js';
import { ORIGINAL_PROBLEMS } from './page-problems.js';
import { useLooking } from './use-looking.js';
import { useDrawnPages, usePdfPages, useSourcePages } from './use-pages.js';

export function PageView(props: PageViewProps) {
  const [only, ...others] = props.originals;
  const pdf = only && others.length === 0 && isPdf(only) ? only : null;
  const known = useSourcePages(props.sourceId);
  const looking = useLooking(known.pages);
  const drawn = useDrawnPages(known, looking.trial);
  const ownPdf = usePdfPages(pdf);
  const isChanged = looking.trial !== null || known.pages?.some(({ view }) => !isPlainView(view)) === true;
  const answer = pdf === null || (drawn.status === 'ready' && isChanged) ? drawn : ownPdf;
  switch (answer.status) {
    case 'loading':
      return <Loading>{t('Opening the pages')}</Loading>;
    case 'error':
      return <ErrorState {...ORIGINAL_PROBLEMS[answer.problem]} retry={answer.retry} />;
    case 'ready':
      return <LoadedPages {...props} answer={answer} looking={looking} />;
  }
}
