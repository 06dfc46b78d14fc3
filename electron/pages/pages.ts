/** The pages of sources as images: those of their originals one after another. */
import type { Archive, JournalChange } from '../archive/index.js';
import {
  FondsError,
  hasPages,
  type Original,
  type Page,
  type PageKey,
  type PageView,
  type PageViewChange,
  PLAIN_VIEW,
  type Sha256,
  type SourceId,
} from '../contract/index.js';
import { areCorners, type ImageDescription, type Images, type PageDrawing } from '../images/index.js';
import { t } from '../wording/index.js';
import { createPageStore, type OriginalPages } from './page-store.js';
import { createThumbnails, LARGEST_THUMBNAIL } from './thumbnails.js';

export interface OriginalToDraw extends PageKey {
  /** The longer side, in pixels; left out: as large as it is. */
  readonly fit?: number | undefined;
  /** Left out: as the page is kept to be looked at; `plain`: upright, and nothing else. */
  readonly view?: PageViewChange | 'plain' | undefined;
}

export interface DrawnPage {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** In pixels; of a drawing that was kept 0, since nobody looked. */
  readonly width: number;
  readonly height: number;
}

export interface Pages {
  /** In order; empty when no original has pages. @throws FondsError NOT_FOUND. */
  list(sourceId: SourceId): Promise<Page[]>;
  /** How many pages each original has, in their order; 0 for one without. */
  counts(originals: readonly Original[]): Promise<number[]>;
  /** One undo step. @throws FondsError NOT_FOUND, INVALID_INPUT when a crop or corners enclose nothing. */
  setView(pages: readonly PageKey[], change: PageViewChange): void;
  viewOf(page: PageKey): PageView;
  /** @throws FondsError NOT_FOUND, FILE_UNREADABLE. */
  draw(page: OriginalToDraw): Promise<DrawnPage>;
  /** Keeps what was found out of an original elsewhere, such as when it was brought in. */
  describe(sha256: Sha256, description: ImageDescription): void;
}

export interface PagesOptions {
  readonly archive: Archive;
  readonly images: Images;
  readonly newId: () => string;
}

/** Of the larger drawings, so that scrolling back waits for none. */
const MOST_CACHED_BYTES = 64 * 1024 * 1024;
/** Of JPEG: above this a drawing grows, and letters gain nothing. */
const QUALITY = 85;
/** Beyond it a page is a nuisance to send and more than a screen shows. */
const LARGEST_SIDE = 8_000;

export function createPages({ archive, images, newId }: PagesOptions): Pages {
  const store = createPageStore(archive);
  const thumbnails = createThumbnails(archive.dir, newId);
  const described = new Map<Sha256, Promise<OriginalPages>>();
  const drawings = new Map<string, DrawnPage>();
  let cachedBytes = 0;

  const keep = (sha256: Sha256, facts: OriginalPages): void => {
    if (archive.access === 'write') store.putFacts(sha256, facts);
  };

  const factsOf = (original: Original): Promise<OriginalPages> => {
    const { sha256, fileName } = original;
    const known = store.facts(sha256);
    if (known) return Promise.resolve(known);
    let asked = described.get(sha256);
    if (!asked) {
      const file = { path: archive.originals.locate(sha256).path, name: fileName };
      asked = images.describe(file).then(
        (description) => factsFrom(description),
        (error: unknown) => {
          if (!(error instanceof FondsError) || error.code !== 'FILE_UNREADABLE') throw error;
          return { ...NOTHING_KNOWN, problem: error.message };
        },
      );
      described.set(sha256, asked);
      // What went wrong for another reason may go better next time.
      asked.then(
        // What could not be opened may be there again, or find more memory, the next time.
        (facts) => (facts.pages.length > 0 ? keep(sha256, facts) : undefined),
        () => described.delete(sha256),
      );
    }
    return asked;
  };

  const viewOf = (page: PageKey): PageView => store.view(page) ?? PLAIN_VIEW;

  const remember = (key: string, drawn: DrawnPage): void => {
    cachedBytes += drawn.bytes.byteLength;
    drawings.set(key, drawn);
    for (const [oldest, { bytes }] of drawings) {
      if (cachedBytes <= MOST_CACHED_BYTES) break;
      drawings.delete(oldest);
      cachedBytes -= bytes.byteLength;
    }
  };

  const pagesOf = async (original: Original, position: number): Promise<Omit<Page, 'index'>[]> => {
    if (!hasPages(original)) return [];
    const { pages, problem, ...shot } = await factsOf(original);
    const views = store.views(original.sha256);
    // One that cannot be opened stands in its place all the same, and says why.
    const shown = pages.length === 0 ? [{ width: 0, height: 0 }] : pages;
    return shown.map(({ width, height }, pageIndex) => ({
      sha256: original.sha256,
      pageIndex,
      position,
      fileName: original.fileName,
      width,
      height,
      ...shot,
      view: views.get(pageIndex) ?? PLAIN_VIEW,
      problem,
    }));
  };

  return {
    list: async (sourceId) => {
      const { originals } = archive.sources.get(sourceId);
      const pages = await Promise.all(originals.map(pagesOf));
      return pages.flat().map((page, index) => ({ ...page, index }));
    },
    counts: async (originals) => {
      const pages = await Promise.all(originals.map(pagesOf));
      return pages.map(({ length }) => length);
    },
    viewOf,
    setView: (pages, change) => {
      for (const { sha256 } of pages) archive.originals.locate(sha256);
      archive.history.step(() => {
        const changes: JournalChange[] = [];
        for (const page of pages) {
          const next = checked({ ...viewOf(page), ...defined(change) });
          const made = store.setView(page, isPlain(next) ? null : next);
          if (made) changes.push(made);
        }
        const label = t(
          '{count, plural, one {Change how a page is looked at} other {Change how # pages are looked at}}',
          {
            count: changes.length,
          },
        );
        return { label, changes, scopes: ['sources'] };
      });
    },
    draw: async ({ sha256, pageIndex, fit = LARGEST_SIDE, view }) => {
      const { path } = archive.originals.locate(sha256);
      const kept = view === 'plain' ? PLAIN_VIEW : viewOf({ sha256, pageIndex });
      const shown = view === undefined || view === 'plain' ? kept : checked({ ...kept, ...defined(view) });
      const size = Math.min(fit, LARGEST_SIDE);
      const key = `${sha256} ${pageIndex} ${size} ${JSON.stringify(shown)}`;
      const cached = drawings.get(key);
      if (cached) return cached;
      const isSmall = size <= LARGEST_THUMBNAIL;
      const small = isSmall ? await thumbnails.get(key) : null;
      if (small) return { mediaType: 'image/jpeg', bytes: small, width: 0, height: 0 };
      const drawing: PageDrawing = { ...drawingOf(shown), fit: size, as: 'jpeg', quality: QUALITY };
      const { bytes, width, height } = await images.draw({ path, name: nameOf(sha256) }, pageIndex, drawing);
      const drawn = { mediaType: 'image/jpeg', bytes, width, height };
      // A view that is being tried comes once; the others come again.
      const comesAgain = view === 'plain' || JSON.stringify(shown) === JSON.stringify(viewOf({ sha256, pageIndex }));
      if (isSmall && archive.access === 'write' && comesAgain) await thumbnails.put(key, bytes);
      else remember(key, drawn);
      return drawn;
    },
    describe: (sha256, description) => keep(sha256, factsFrom(description)),
  };

  function nameOf(sha256: Sha256): string {
    const source = archive.sources.findByHash(sha256);
    const original = source && archive.sources.get(source.id).originals.find((one) => one.sha256 === sha256);
    return original?.fileName ?? sha256;
  }
}

const NOTHING_KNOWN: OriginalPages = { pages: [], takenAt: null, place: null, camera: null, problem: null };

function factsFrom({ pages, takenAt, place, camera, isCut }: ImageDescription): OriginalPages {
  const problem = isCut
    ? t('The file ends before its image does: what is there of it is shown. Copy it again from where it came from.')
    : null;
  return { pages: pages.map(({ width, height }) => ({ width, height })), takenAt, place, camera, problem };
}

const defined = (change: PageViewChange): Partial<PageView> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

const isPlain = (view: PageView): boolean => JSON.stringify(view) === JSON.stringify(PLAIN_VIEW);

/** With its fields in one order, so that equal views are equal as text. @throws FondsError INVALID_INPUT. */
function checked({ turn, corners, crop, brightness, contrast, isInverted }: PageView): PageView {
  if (corners && !areCorners(corners))
    throw new FondsError('INVALID_INPUT', t('The four corners do not go clockwise around a sheet. Place them again.'));
  if (crop && !(crop.left < crop.right && crop.top < crop.bottom))
    throw new FondsError('INVALID_INPUT', t('The part of the page that is to be shown is empty.'));
  return { turn, corners, crop, brightness, contrast, isInverted };
}

const drawingOf = ({ corners, crop, ...view }: PageView): Omit<PageDrawing, 'as'> => ({
  ...view,
  ...(corners ? { corners } : {}),
  ...(crop ? { crop } : {}),
});
