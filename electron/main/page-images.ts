/**
 * Pages of originals as images, for the `original:` protocol. Invariant: what is answered is an image that was drawn here,
 * whatever the original is; the bytes of a stranger go out by no page address.
 */
import { type Input, type Output, type PageViewChange, type Result, Sha256 } from '../contract/index.js';
import { t } from '../wording/index.js';
import { APP_ORIGIN, ORIGINAL_CSP, ORIGINAL_ORIGIN } from './origins.js';
import { refusal } from './refusal.js';

export type Draw = (page: Input<'page.draw'>) => Promise<Result<Output<'page.draw'>>>;

const DRAWN_TYPES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** `/<sha256>/page/<index>`, with `fit` in pixels, and `view`: `plain`, or JSON of a change that is being tried. */
const PAGE_PATH = /^\/([0-9a-f]{64})\/page\/(\d{1,7})$/;

export function pageAsked(address: string): Input<'page.draw'> | null {
  const url = new URL(address);
  const [, sha256, page] = PAGE_PATH.exec(url.pathname) ?? [];
  if (`${url.protocol}//${url.host}` !== ORIGINAL_ORIGIN || sha256 === undefined) return null;
  const fit = url.searchParams.get('fit');
  const view = url.searchParams.get('view');
  return {
    sha256: Sha256.parse(sha256),
    pageIndex: Number(page),
    ...(fit === null ? {} : { fit: Number(fit) }),
    ...(view === null ? {} : { view: view === 'plain' ? view : viewFrom(view) }),
  };
}

/** What is no view is refused by the service, which reads it by its schema. */
function viewFrom(json: string): PageViewChange {
  try {
    return JSON.parse(json) as PageViewChange;
  } catch {
    return { turn: Number.NaN as 0 };
  }
}

export async function servePage(draw: Draw, request: Request): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, t('Only reading is possible.'));
  const asked = pageAsked(request.url);
  if (!asked) return refusal(404, t('There is no such original.'));
  const drawn = await draw(asked);
  if (!drawn.ok) return refusal(drawn.error.code === 'NOT_FOUND' ? 404 : 422, drawn.error.message);
  const { mediaType, bytes } = drawn.value;
  if (!DRAWN_TYPES.has(mediaType)) throw new Error(`A page was drawn as ${mediaType}`);
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType,
      'content-length': String(bytes.byteLength),
      'content-security-policy': ORIGINAL_CSP,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'access-control-allow-origin': APP_ORIGIN,
      // A view may change; the service has what it drew at hand.
      'cache-control': 'no-store',
    },
  });
}
