/**
 * Programs that are not ours, asked as judges of what Fonds writes. Where one is not installed, what asks it is skipped
 * and says so in its name; with FONDS_JUDGES=required, as in CI, it is asked all the same and fails.
 */

export interface Judge {
  /** Whether tests ask it. */
  readonly isAsked: boolean;
  /** For the name of a test that is skipped without it. */
  readonly unlessInstalled: string;
}

export function judge(name: string, isInstalled: boolean, wanted = process.env.FONDS_JUDGES): Judge {
  if (wanted !== undefined && wanted !== '' && wanted !== 'required') {
    throw new Error(`FONDS_JUDGES is “${wanted}”: it may be “required” or nothing.`);
  }
  const isAsked = isInstalled || wanted === 'required';
  return { isAsked, unlessInstalled: isAsked ? '' : ` (skipped: ${name} is not installed here)` };
}
