/** Why a file of a person cannot be read, with what to do. */
import { t } from '../wording/index.js';
export function whyUnreadable(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return t('There is no file of this name any more. Check the place and choose it again.');
  if (code === 'EACCES' || code === 'EPERM')
    return t('You may not read this file. Change its permissions and choose it again.');
  return t('The file cannot be opened ({code}).', { code: code ?? String(error) });
}
