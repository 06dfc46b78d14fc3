/** What is printed is laid out and nothing else: it runs nothing and asks nobody, whatever a document holds. */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read } from '../../electron/ingest/index.js';
import { createPrinter, type Printer } from '../../electron/service/printer.js';
import { spawnPrintProcess } from '../../electron/service/spawn-print-process.js';
import { electronPath } from '../support/app.js';
import { root, type ServiceUnderTest, startService } from '../support/service.js';

let server: Server;
let address: string;
const asked: string[] = [];
let service: ServiceUnderTest;
let printer: Printer;
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('no');
  });
  server.on('connection', () => asked.push('a connection'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  service = await startService();
  await service.call('archive.create', { dir: service.dir });
  printer = createPrinter((ends) => spawnPrintProcess(root, ends));
});
afterAll(async () => {
  await printer.close();
  await service.close();
  server.close();
});

const never = new AbortController().signal;
const page = (html: string): Uint8Array => new TextEncoder().encode(html);
const wordsOf = async (pdf: Uint8Array): Promise<string> => (await read(pdf, 'a.pdf')).text;

describe('a hostile note', () => {
  it('is printed as its words, and nothing is asked for', async () => {
    const attacks = [
      `<img src="${address}/img">`,
      `<script>fetch('${address}/script')</script>`,
      `</style><link rel="stylesheet" href="${address}/link">`,
      `<iframe src="${address}/frame"></iframe>`,
      `<meta http-equiv="refresh" content="0;url=${address}/refresh">`,
      `![picture](${address}/picture)`,
      `[words](javascript:fetch('${address}/click'))`,
    ];
    const title = `</title><script>fetch('${address}/title')</script>`;
    const body = `# ${attacks[1]}\n\n${attacks.join('\n\n')}\n\nThe end of it.[^1]\n\n[^1]: ${attacks[0]}\n`;
    const { id } = await service.call('note.create', { title, body });
    const file = join(service.folder, 'hostile.pdf');
    const what = { kind: 'notes', ids: [id] } as const;
    const { jobId } = await service.call('export.start', { what: { ...what, ids: [id] }, format: 'pdf', file });
    expect((await service.finish(jobId)).error).toBeNull();
    expect(asked).toEqual([]);
  });
});

describe('the window that prints', () => {
  it('runs nothing and asks for nothing, even when hostile HTML comes into it', async () => {
    const html = `<!doctype html><html lang="en"><title>x</title>
      <link rel="stylesheet" href="${address}/css"><link rel="preconnect" href="${address}"><link rel="prefetch" href="${address}/prefetch">
      <style>@import url(${address}/import); @font-face { font-family: F; src: url(${address}/font); } p { font-family: F; background: url(${address}/background); }</style>
      <script>document.title = 'ran'; document.body.append('RAN'); fetch('${address}/fetch'); new WebSocket('${address.replace('http', 'ws')}');</script>
      <p onclick="x" style="background: url(${address}/style)">Only words.</p>
      <img src="${address}/img" onerror="document.body.append('RAN')"><img src="file:///etc/passwd"><img src="app://fonds/index.html">
      <iframe src="${address}/frame"></iframe><iframe src="file:///etc/passwd"></iframe><object data="${address}/object"></object><embed src="${address}/embed">
      <svg><image href="${address}/svg"/><script>document.body.append('RAN')</script></svg>
      <video src="${address}/video" autoplay></video><form action="${address}/form"><input autofocus></form>
      <meta http-equiv="refresh" content="0;url=${address}/refresh">`;
    const printing = printer.pdf(page(html), never);
    // A font that cannot be had is a failure, never words that are left out in silence.
    await expect(printing).rejects.toMatchObject({ code: 'PRINTING_FAILED' });
    const text = await wordsOf(await printer.pdf(page(html.replace(/@font-face \{.*?\}/, '')), never));
    expect(text).toContain('Only words.');
    expect(text).not.toContain('RAN');
    expect(asked).toEqual([]);
  });

  it('prints what is as long as may be and refuses what is longer, with what to do', async () => {
    const limit = 12 * 1024 * 1024;
    const start = '<!doctype html><html lang="en"><title>x</title><p>Long.</p><!--';
    const whole = page(`${start}${'x'.repeat(limit - start.length - 3)}-->`);
    expect(whole).toHaveLength(limit);
    expect(await wordsOf(await printer.pdf(whole, never))).toContain('Long.');
    await expect(printer.pdf(new Uint8Array(limit + 1), never)).rejects.toMatchObject({
      code: 'PRINTING_FAILED',
      message: expect.stringContaining('Export it as HTML or Word'),
    });
  });

  it('stops at once when it is asked to, and prints the next page', async () => {
    const stop = new AbortController();
    const long = printer.pdf(
      page(`<!doctype html><title>x</title>${'<p>Words of the river.'.repeat(20_000)}`),
      stop.signal,
    );
    // Over to the process that prints, before it can have done more than begin.
    setImmediate(() => stop.abort());
    await expect(long).rejects.toMatchObject({ name: 'AbortError' });
    expect(await wordsOf(await printer.pdf(page('<!doctype html><title>x</title><p>Next.'), never))).toContain('Next.');
    await expect(printer.pdf(page('<p>x'), stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('is gone when the process that asked is killed, and its folder with the next', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fonds-killed-'));
    try {
      const note = join(folder, 'note.md');
      await writeFile(note, 'Words of the river.\n');
      const fonds = (...args: string[]) =>
        spawn(electronPath, [join(root, 'dist', 'electron', 'cli.js'), ...args], {
          env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', TMPDIR: folder },
          stdio: 'ignore',
        });
      const archive = join(folder, 'A.fonds');
      for (const args of [
        ['create', archive],
        ['note', archive, '--title', 'Long', '--from', note],
      ]) {
        expect(await new Promise((resolve) => fonds(...args).once('exit', resolve))).toBe(0);
      }
      const file = join(folder, 'out.pdf');
      const again = () => fonds('export', archive, '--what', 'notes', '--out', file);
      const child = again();
      const named = async (prefix: string) => (await readdir(folder)).filter((name) => name.startsWith(prefix));
      await expect.poll(() => named('fonds-printing-'), { timeout: 60_000 }).toHaveLength(1);
      const [own = ''] = await named('fonds-printing-');
      child.kill('SIGKILL');
      await expect.poll(() => processesOf(own), { timeout: 60_000 }).toEqual([]);
      expect(await named('out.pdf')).toEqual([]);
      // What Chromium wrote while it ended goes with the next.
      expect(await new Promise((resolve) => again().once('exit', resolve))).toBe(0);
      expect(await named('fonds-printing-')).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  });
});

/** Ids of running processes that name `folder` on their command line; Linux only. */
async function processesOf(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (command.includes(folder)) found.push(pid);
  }
  return found;
}
