/** A document that tries to call home by every way we know, opened for reading and shown as it came. */

import { createSocket } from 'node:dgram';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FondsBridge, Source } from '../../electron/contract/index.js';
import { type Canaries, startCanaries } from '../support/canaries.js';
import { type NetEvent, outward, parseTruncated, readNetLog } from '../support/net-log.js';
import { type SandboxedApp, type SandboxedHome, sandboxedHome, sandboxedPages } from '../support/sandboxed-app.js';
import { story } from '../support/story.js';
import { terminalJson } from '../support/terminal.js';

declare global {
  interface Window {
    readonly fonds: FondsBridge;
  }
}

const TITLE = 'Minutes of a hostile meeting';
/**
 * Waits until what the page had set for later was due: a timer of the window that is set after its refresh of one second,
 * and is due after it, has run, by one clock. What went out until the window closed is in the log, which is read last.
 */
const untilDue = (page: Page) => page.evaluate(() => new Promise((due) => setTimeout(due, 1_100)));

describe('a hostile document', () => {
  const it = story();
  let canaries: Canaries;
  let home: SandboxedHome;
  let running: SandboxedApp;
  let source: Source;
  let netLog: string;

  beforeAll(async () => {
    canaries = await startCanaries();
    home = await sandboxedHome();
    const template = await readFile(join(import.meta.dirname, '../fixtures/hostile/page.html'), 'utf8');
    const page = template
      .replaceAll('__TCP__', String(canaries.tcpPort))
      .replaceAll('__UDP__', String(canaries.udpPort));
    const incoming = join(home.folder, 'incoming');
    await mkdir(incoming);
    await writeFile(join(incoming, 'minutes.html'), page);
    const archive = join(home.folder, 'Hostile.fonds');
    await terminalJson('create', archive);
    await terminalJson('import', archive, incoming);
    const { sources } = await terminalJson<{ sources: { id: string }[] }>('sources', archive);
    source = await terminalJson<Source>('show', archive, sources[0]?.id ?? '');
    netLog = join(home.folder, 'net-log.json');
    running = await home.launch([`--log-net-log=${netLog}`, '--net-log-capture-mode=Everything', '--archive', archive]);
  });

  afterAll(async () => {
    await running?.close();
    await canaries?.close();
    await home?.remove();
  });

  it.skipIf(process.platform !== 'linux')('is opened with the sandbox of Chromium really on', async () => {
    if (process.getuid?.() !== 0)
      return expect(await running.app.evaluate(({ app }) => app.commandLine.hasSwitch('no-sandbox'))).toBe(false);
    const pages = await sandboxedPages();
    expect(pages.length).toBeGreaterThan(0);
    expect(pages).not.toContain(false);
  });

  it('reaches nobody while it is read', async () => {
    const { page } = running;
    await page.getByText(TITLE).first().click();
    await page.getByText('betrays its reader').first().waitFor();
    await untilDue(page);
    expect(canaries.received).toEqual([]);
  });

  it('reaches nobody while its original is shown, and runs no script', async () => {
    const { page } = running;
    const address = `original://archive/${source.originals[0]?.sha256}`;
    await page.getByRole('button', { name: 'Original', exact: true }).click();
    await page.frameLocator(`iframe[src="${address}"]`).locator('h1').waitFor();
    await untilDue(page);
    const frame = page.frames().find((candidate) => candidate.url() === address);
    // Playwright asks from outside; the page's own script would have changed the title.
    const shown = [await frame?.locator('h1').textContent(), await frame?.title()];
    expect(shown).toEqual([TITLE, TITLE]);
    expect(canaries.received).toEqual([]);
  });

  it('would reach nobody even if it had taken over the window itself', async () => {
    const { page } = running;
    const attempts = await page.evaluate(
      async ({ tcp, udp }) => {
        const tried: string[] = [];
        const attempt = (name: string, work: () => unknown): void => {
          tried.push(name);
          try {
            Promise.resolve(work()).catch(() => undefined);
          } catch {
            // Refused at once, as it should be.
          }
        };
        for (const rel of [
          'preconnect',
          'dns-prefetch',
          'prefetch',
          'prerender',
          'preload',
          'icon',
          'stylesheet',
          'manifest',
        ]) {
          for (const host of [`http://127.0.0.1:${tcp}`, 'https://canary.invalid']) {
            attempt(`link ${rel}`, () => {
              const link = document.createElement('link');
              link.rel = rel;
              if (rel === 'preload') link.as = 'image';
              link.href = `${host}/${rel}`;
              document.head.append(link);
            });
          }
        }
        attempt('WebRTC', async () => {
          const iceServers = [{ urls: `stun:127.0.0.1:${udp}` }, { urls: 'stun:canary.invalid:3478' }];
          const peer = new RTCPeerConnection({ iceServers });
          peer.createDataChannel('canary');
          await peer.setLocalDescription(await peer.createOffer());
        });
        attempt('WebTransport', () => new WebTransport(`https://127.0.0.1:${udp}/`).ready);
        attempt('WebTransport by name', () => new WebTransport('https://canary.invalid/').ready);
        attempt('WebSocket', () => new WebSocket(`ws://127.0.0.1:${tcp}/`));
        attempt('fetch', () => fetch(`http://127.0.0.1:${tcp}/`, { mode: 'no-cors' }));
        attempt('beacon', () => navigator.sendBeacon(`http://127.0.0.1:${tcp}/`, 'x'));
        attempt('window', () => window.open(`http://127.0.0.1:${tcp}/window`));
        attempt('spelling', () => {
          const field = document.createElement('textarea');
          field.spellcheck = true;
          field.value = 'Mispeled wrods';
          document.body.append(field);
          field.focus();
        });
        return tried;
      },
      { tcp: canaries.tcpPort, udp: canaries.udpPort },
    );
    // What was tried is not cut short by the window's going elsewhere.
    await untilDue(page);
    await page.evaluate((tcp) => window.location.assign(`http://127.0.0.1:${tcp}/navigation`), canaries.tcpPort);
    await untilDue(page);
    expect(attempts.length).toBeGreaterThan(20);
    expect(page.url()).toMatch(/^app:\/\/fonds\//);
    expect(canaries.received).toEqual([]);
  });

  it('leaves no host looked up and no socket connected in the log of the network, DNS included', async () => {
    await running.close();
    const events = await readNetLog(netLog);
    expect(events.length).toBeGreaterThan(0);
    expect(outward(events).map(line)).toEqual([]);
  });
});

describe('the canaries and the log', () => {
  it('notice a plain program that calls them', async () => {
    const canaries = await startCanaries();
    await fetch(`http://127.0.0.1:${canaries.tcpPort}/hello`);
    const udp = createSocket('udp4');
    await new Promise((sent) => udp.send('hello', canaries.udpPort, '127.0.0.1', sent));
    await expect.poll(() => [...canaries.received].sort()).toEqual(['tcp: GET /hello HTTP/1.1', 'udp: 5 bytes']);
    udp.close();
    await canaries.close();
  });

  it('are read also when the program died while writing', () => {
    const torn = '{"constants":{"logEventTypes":{"TCP_CONNECT":1}},\n"events": [\n{"type":1},\n{"type":1},\n{"ty';
    expect(parseTruncated(torn)).toMatchObject({ events: [{ type: 1 }, { type: 1 }] });
  });
});

const line = ({ type, params }: NetEvent): string => `${type} ${params}`.slice(0, 300);
