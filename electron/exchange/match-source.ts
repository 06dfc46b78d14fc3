/** Which source of this archive a file means: by its id, the bytes of an original, its text, or its address. */
import type { Archive } from '../archive/index.js';
import { FondsError, type Source, SourceId } from '../contract/index.js';
import { t } from '../wording/index.js';
import type { ExchangeSource } from './exchange-model.js';

/** The source, or why there is none. */
export type SourceMatch = { readonly source: Source } | { readonly reason: string };

type SourceLookup = Pick<Archive['sources'], 'get' | 'findByHash' | 'findByText' | 'findByUrl'>;

/** Each source of the file is looked for once. */
export function sourceMatcher(sources: SourceLookup): (source: ExchangeSource) => SourceMatch {
  const known = new Map<string, SourceMatch>();
  return (source) => {
    const key = JSON.stringify([source.ids, source.originals, source.texts, source.urls]);
    const matched = known.get(key) ?? match(source, sources);
    known.set(key, matched);
    return matched;
  };
}

function match({ ids, originals, texts, urls, title }: ExchangeSource, sources: SourceLookup): SourceMatch {
  const named = ids.map((id) => findById(id, sources)).filter((source) => source !== null);
  const live = named.find(({ deletedAt }) => deletedAt === null);
  if (live) return { source: live };
  const finds = [
    ...originals.map((sha256) => () => sources.findByHash(sha256)),
    ...texts.map((sha256) => () => sources.findByText(sha256)),
    ...urls.map((url) => () => sources.findByUrl(url)),
  ];
  for (const find of finds) {
    const found = find();
    if (found) return { source: sources.get(found.id) };
  }
  if (named[0]) {
    const binned = named[0].description.title || t('Untitled');
    return {
      reason: t('Its source “{binned}” is in the bin. Take it out of there and take the file in again.', { binned }),
    };
  }
  const name = title || urls[0] || t('without a name');
  return {
    reason: t('Its source is not in this archive: “{name}”. Import that first and take the file in again.', { name }),
  };
}

function findById(text: string, sources: SourceLookup): Source | null {
  const id = SourceId.safeParse(text);
  if (!id.success) return null;
  try {
    return sources.get(id.data);
  } catch (error) {
    if (error instanceof FondsError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}
