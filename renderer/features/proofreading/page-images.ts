/**
 * Page images in the window. The window fetches them, as it may take no image from an original itself, and keeps the last
 * few: all lines of a page are cut out of the same one.
 */
import { useEffect, useState } from 'react';

/** The page that is worked on, its neighbours, and one to go back to. */
const MOST_KEPT = 4;
const kept = new Map<string, Promise<string>>();

async function fetched(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(await answer.text());
  return URL.createObjectURL(await answer.blob());
}

/** @returns the address of a copy in the window. @throws Error when the page cannot be drawn. */
export function loadPageImage(address: string): Promise<string> {
  const known = kept.get(address) ?? fetched(address);
  // The one that was asked for last goes last.
  kept.delete(address);
  kept.set(address, known);
  known.catch(() => kept.delete(address));
  for (const [oldest, copy] of kept) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
    // What shows it already keeps it.
    copy.then(URL.revokeObjectURL, () => undefined);
  }
  return known;
}

export interface PageImage {
  /** Null while it is loading, and when it cannot be drawn. */
  readonly copy: string | null;
  readonly problem: string | null;
}

const NOTHING: PageImage = { copy: null, problem: null };

export function usePageImage(address: string | null): PageImage {
  const [loaded, setLoaded] = useState<PageImage & { readonly address: string | null }>({ ...NOTHING, address: null });
  useEffect(() => {
    if (address === null) return;
    let isMeant = true;
    loadPageImage(address).then(
      (copy) => isMeant && setLoaded({ address, copy, problem: null }),
      (error: unknown) =>
        isMeant && setLoaded({ address, copy: null, problem: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isMeant = false;
    };
  }, [address]);
  return loaded.address === address ? loaded : NOTHING;
}
