/**
 * Vite's server of the window while Fonds is being worked on (`npm run dev`). Invariant: a packaged program has none,
 * whatever its environment says, and nothing but this one address of the own machine is opened to the page.
 */
import { app } from 'electron';
import { APP_CSP, APP_ORIGIN, ownAddress } from './origins.js';

export const devServer: URL | null = app.isPackaged ? null : ownAddress(process.env.FONDS_DEV_SERVER);

/** Whether the page speaks to the server, by which it hears of edits. */
export const isDevSocket = (url: URL): boolean =>
  devServer !== null && url.protocol === 'ws:' && url.host === devServer.host;

/** React's fast refresh begins with a script in the page itself. */
const devPolicy = ({ host }: URL): string =>
  APP_CSP.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'").replace(
    "connect-src 'self'",
    `connect-src 'self' ws://${host}`,
  );

/** Answers a request of the window by the server, so that the page keeps its origin. */
export async function serveFromDevServer(server: URL, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const answer = await fetch(new URL(`${pathname}${search}`, server), {
    headers: { accept: '*/*', origin: APP_ORIGIN },
  });
  const headers = new Headers({
    'content-type': answer.headers.get('content-type') ?? 'application/octet-stream',
    'content-security-policy': devPolicy(server),
    'cache-control': 'no-store',
  });
  return new Response(answer.body, { status: answer.status, headers });
}
