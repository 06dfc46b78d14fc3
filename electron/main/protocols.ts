/**
 * Serves the window (`app:`) and the stored originals (`original:`). Invariant: nothing outside dist/renderer and the
 * open archive's originals can be read through either, and an original is never given the right to run.
 */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { protocol } from 'electron';
import { type Output, type Result, Sha256 } from '../contract/index.js';
import { t } from '../wording/index.js';
import { devServer, serveFromDevServer } from './dev-server.js';
import { APP_CSP, APP_ORIGIN, ORIGINAL_CSP, ORIGINAL_ORIGIN } from './origins.js';
import { type Draw, pageAsked, servePage } from './page-images.js';
import { refusal } from './refusal.js';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  // Fonts and character maps of the PDF reader, read as bytes.
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
};

/** Must run before `ready`. */
export function registerSchemes(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true } as const;
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { ...privileges, codeCache: true } },
    { scheme: 'original', privileges: { ...privileges, stream: true } },
    { scheme: 'print', privileges },
  ]);
}

type Locate = (sha256: Sha256) => Promise<Result<Output<'original.locate'>>>;

export interface OriginalsOfService {
  /** Asks the archive service where an original lies. */
  locate: Locate;
  /** Asks it to draw a page. */
  draw: Draw;
}

/** @param rendererDir folder served as the window. */
export function serveProtocols(rendererDir: string, { locate, draw }: OriginalsOfService): void {
  protocol.handle('app', (request) =>
    devServer ? serveFromDevServer(devServer, request) : serveApp(rendererDir, request),
  );
  protocol.handle('original', (request) =>
    pageAsked(request.url) ? servePage(draw, request) : serveOriginal(locate, request),
  );
}

/**
 * Maps an address of the window to a file.
 * @returns null when the address is not one of ours, is not well formed or leaves `rendererDir`.
 */
export function appFile(rendererDir: string, address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (`${url.protocol}//${url.host}` !== APP_ORIGIN) return null;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = resolve(rendererDir, `.${path === '/' ? '/index.html' : path}`);
  return file.startsWith(rendererDir + sep) ? file : null;
}

async function serveApp(rendererDir: string, request: Request): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, t('Only reading is possible.'));
  const file = appFile(rendererDir, request.url);
  const mediaType = file === null ? undefined : MEDIA_TYPES[extname(file)];
  if (file === null || mediaType === undefined) return refusal(404, t('There is no such page.'));
  try {
    return new Response(new Uint8Array(await readFile(file)), {
      headers: {
        'content-type': mediaType,
        'content-security-policy': APP_CSP,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-cache',
      },
    });
  } catch {
    return refusal(404, t('There is no such page.'));
  }
}

/** First and last byte, both inclusive, as in RFC 9110, section 14. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a Range header of one range.
 * @returns null when there is none or it is of a form we may ignore; `'unsatisfiable'` when it asks beyond the end.
 * Source: RFC 9110, section 14.1.2.
 */
export function byteRange(header: string | null, fileBytes: number): ByteRange | 'unsatisfiable' | null {
  const match = header?.match(/^bytes=(\d*)-(\d*)$/);
  if (!match) return null;
  const [first = '', last = ''] = match.slice(1);
  if (first === '' && last === '') return null;
  if (first === '') {
    const length = Math.min(Number(last), fileBytes);
    return length === 0 ? 'unsatisfiable' : { start: fileBytes - length, end: fileBytes - 1 };
  }
  const start = Number(first);
  if (start >= fileBytes) return 'unsatisfiable';
  const end = last === '' ? fileBytes - 1 : Math.min(Number(last), fileBytes - 1);
  return end < start ? null : { start, end };
}

async function serveOriginal(locate: Locate, request: Request): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, t('Only reading is possible.'));
  const url = new URL(request.url);
  const sha256 = Sha256.safeParse(url.pathname.slice(1));
  if (`${url.protocol}//${url.host}` !== ORIGINAL_ORIGIN || !sha256.success)
    return refusal(404, t('There is no such original.'));
  const located = await locate(sha256.data);
  if (!located.ok) return refusal(404, located.error.message);
  let fileBytes: number;
  try {
    fileBytes = (await stat(located.value.path)).size;
  } catch {
    return refusal(404, t('The file of this original is missing from the archive.'));
  }
  const headers = new Headers({
    'content-type': located.value.mediaType,
    'content-security-policy': ORIGINAL_CSP,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'access-control-allow-origin': APP_ORIGIN,
    'accept-ranges': 'bytes',
    'content-disposition': 'inline',
    'cache-control': 'no-store',
  });
  const range = byteRange(request.headers.get('range'), fileBytes);
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${fileBytes}`);
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = range ?? { start: 0, end: fileBytes - 1 };
  headers.set('content-length', String(end - start + 1));
  if (range !== null) headers.set('content-range', `bytes ${start}-${end}/${fileBytes}`);
  const status = range === null ? 200 : 206;
  if (request.method === 'HEAD' || fileBytes === 0) return new Response(null, { status, headers });
  const bytes = Readable.toWeb(createReadStream(located.value.path, { start, end }));
  return new Response(bytes as ReadableStream, { status, headers });
}
