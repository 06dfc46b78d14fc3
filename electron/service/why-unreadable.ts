/** Why a file of a person cannot be read, with what to do. */
export function whyUnreadable(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'There is no file of this name any more. Check the place and choose it again.';
  if (code === 'EACCES' || code === 'EPERM')
    return 'You may not read this file. Change its permissions and choose it again.';
  return `The file cannot be opened (${code ?? String(error)}).`;
}
