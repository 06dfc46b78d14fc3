/**
 * The network and permission policy of every session and page. Invariant: no page, document or component of Chromium
 * resolves a host or opens a socket; whatever is not named here is refused.
 */
import { app, type Session, session, type WebContents } from 'electron';
import { t } from '../wording/index.js';
import { devServer, isDevSocket } from './dev-server.js';
import { APP_ORIGIN } from './origins.js';

const ALLOWED_SCHEMES: ReadonlySet<string> = new Set(['app:', 'original:', 'data:', 'blob:']);

/** Originals may be framed or fetched by the window; a top-level visit or a subresource is not a use of theirs. */
const ORIGINAL_RESOURCES: ReadonlySet<string> = new Set(['subFrame', 'xhr']);

const SWITCHES: readonly (readonly [string, string?])[] = [
  // A filter on requests does not see preconnect, DNS prefetch, WebTransport or STUN; an empty resolver stops them all.
  [
    'host-resolver-rules',
    devServer ? t('MAP * ~NOTFOUND, EXCLUDE {hostname}', { hostname: devServer.hostname }) : 'MAP * ~NOTFOUND',
  ],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['no-proxy-server'],
  ['disable-quic'],
  ['dns-prefetch-disable'],
  ['no-pings'],
  ['disable-background-networking'],
  ['disable-client-side-phishing-detection'],
  ['disable-component-update'],
  ['disable-default-apps'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['metrics-recording-only'],
  ['no-first-run'],
];

const DISABLED_FEATURES = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'SpeculationRulesPrefetchFuture',
  'WebOTP',
];

/** Must run before `ready`: Chromium reads its switches once. */
export function lockDownProcess(): void {
  for (const [name, value] of SWITCHES) {
    if (value === undefined) app.commandLine.appendSwitch(name);
    else app.commandLine.appendSwitch(name, value);
  }
  const given = app.commandLine.getSwitchValue('disable-features');
  app.commandLine.appendSwitch('disable-features', [given, ...DISABLED_FEATURES].filter(Boolean).join(','));
  app.on('session-created', lockDownSession);
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents));
}

/** For the moment after `ready`: sets what has no switch. */
export function lockDownResolver(): void {
  app.configureHostResolver({ enableBuiltInResolver: false, secureDnsMode: 'off', secureDnsServers: [] });
  // The default session may have been made before anyone listened.
  lockDownSession(session.defaultSession);
}

const locked = new WeakSet<Session>();

/** @param scheme with its colon. Developer tools are reachable only in an unpackaged run. */
function isAllowedScheme(scheme: string): boolean {
  return ALLOWED_SCHEMES.has(scheme) || (!app.isPackaged && scheme === 'devtools:');
}

function lockDownSession(target: Session): void {
  if (locked.has(target)) return;
  locked.add(target);
  target.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isAllowedRequest(details.url, details.resourceType) });
  });
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.setDisplayMediaRequestHandler(null);
  target.on('will-download', (event) => event.preventDefault());
  // Electron fetches a dictionary even with spell checking off, unless its address is local and no language is set.
  target.setSpellCheckerDictionaryDownloadURL(`${APP_ORIGIN}/no-dictionary/`);
  target.setSpellCheckerLanguages([]);
  target.setSpellCheckerEnabled(false);
}

/** A page that the service draws is an image of its own making: it can be shown as one. The bytes of a file cannot. */
const isPagePicture = (url: string, resourceType: string): boolean =>
  resourceType === 'image' && /^\/[0-9a-f]{64}\/page\/\d+$/.test(new URL(url).pathname);

/** @param resourceType Electron's name of the use, such as `subFrame`. */
export function isAllowedRequest(url: string, resourceType: string): boolean {
  if (!URL.canParse(url)) return false;
  if (isDevSocket(new URL(url))) return true;
  const scheme = new URL(url).protocol;
  if (scheme === 'original:') return ORIGINAL_RESOURCES.has(resourceType) || isPagePicture(url, resourceType);
  return isAllowedScheme(scheme);
}

function lockDownContents(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    // The window shows an original by pointing its own frame at it; every other movement is refused.
    const fromWindow = event.initiator === contents.mainFrame || event.initiator == null;
    const isOriginal = URL.canParse(event.url) && new URL(event.url).protocol === 'original:';
    const isBlank = event.url === 'about:blank' || event.url === 'about:srcdoc';
    if (event.isMainFrame || !(fromWindow && (isOriginal || isBlank))) event.preventDefault();
  });
}
