/** Page images of files that mean harm, are damaged, or use what is rarely used: nobody is reached, and what is shown is true. */
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { Source } from '../../electron/contract/index.js';
import { axe, launch, type RunningApp, roundTrip } from '../support/app.js';
import { type Canaries, startCanaries } from '../support/canaries.js';
import { makePdf, runningText } from '../support/make-pdf.js';
import { outward, readNetLog } from '../support/net-log.js';
import { inkOf, openSource, pageImages, pictureOf } from '../support/page-images.js';
import { story } from '../support/story.js';
import { terminalJson } from '../support/terminal.js';

const it = story();
let folder: string;
let archive: string;
let netLog: string;
let canaries: Canaries;
let running: RunningApp;

const TEXT = runningText(['Minutes of a meeting that took place on paper only.']);
const uint32 = (value: number) => value.toString(16).padStart(8, '0');

/** 64 white rows of CCITT group 4: each is one "vertical 0"; drawn as black by its Decode array. */
const FAX = {
  width: 64,
  height: 64,
  entries:
    '/ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0] /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 64 /Rows 64 >>',
  hex: `${'ff'.repeat(8)}001001`,
};
/** A JBIG2 page without any region, black by default. */
const JBIG2 = {
  width: 64,
  height: 64,
  entries: '/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode',
  hex: `00000000 30 00 01 00000013 ${uint32(64)} ${uint32(64)} 00000000 00000000 04 0000`,
};
/** A JPEG 2000 codestream whose one packet is empty: middle grey. */
const JPX = {
  width: 16,
  height: 16,
  entries: '/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /JPXDecode',
  hex: `ff4f ff51 0029 0000 ${uint32(16)} ${uint32(16)} 00000000 00000000 ${uint32(16)} ${uint32(16)} 00000000 00000000 0001 07 01 01
    ff52 000c 00 00 0001 00 00 04 04 00 01  ff5c 0004 40 40  ff90 000a 0000 0000000f 00 01 ff93 00 ffd9`,
};

beforeAll(async () => {
  canaries = await startCanaries();
  folder = await mkdtemp(join(tmpdir(), 'fonds-pages-hostile-'));
  archive = join(folder, 'Hostile.fonds');
  netLog = join(folder, 'net-log.json');
  const incoming = join(folder, 'incoming');
  await mkdir(incoming);
  const address = `http://127.0.0.1:${canaries.tcpPort}/`;
  const script = `(app.launchURL\\("${address}js"\\); this.getURL\\("${address}url"\\); app.alert\\("here"\\);)`;
  const act = `<< /S /JavaScript /JS ${script} >>`;
  const files: Record<string, Uint8Array> = {
    'hostile.pdf': makePdf({
      pages: [TEXT, TEXT],
      info: { Title: 'A hostile meeting' },
      catalog: `/OpenAction ${act} /AA << /WC ${act} >> /URI << /Base (${address}) >>
        /AcroForm << /XFA (<xdp/>) /Fields [] /CO [] >> /Names << /JavaScript << /Names [(a) ${act}] >> >>`,
      page: `/AA << /O << /S /URI /URI (${address}open) >> /C << /S /Launch /F (/bin/sh) >> >>
        /Annots [
          << /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << /S /URI /URI (${address}link) >> >>
          << /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << /S /Launch /F (/bin/sh) >> >>
          << /Type /Annot /Subtype /Screen /Rect [0 0 99 99] /A << /S /Rendition /OP 0 >> /AA << /PO ${act} >> >>
        ]`,
    }),
    'pictures.pdf': makePdf({ pages: [TEXT, FAX, JBIG2, JPX], info: { Title: 'Pictures of a meeting' } }),
    'damaged.pdf': makePdf({ pages: [TEXT], info: { Title: 'A damaged meeting' } }),
    'missing.pdf': makePdf({ pages: [TEXT, []], info: { Title: 'A missing meeting' } }),
  };
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(incoming, name), bytes);
  await terminalJson('create', archive);
  await terminalJson('import', archive, incoming);
  await spoil('A damaged meeting', (path, bytes) => writeFile(path, bytes.fill(0x20, 20)));
  await spoil('A missing meeting', (path) => rm(path));
  running = await launch([`--log-net-log=${netLog}`, '--net-log-capture-mode=Everything', '--archive', archive], {
    folder,
  });
});
afterAll(async () => {
  await running?.close();
  await canaries?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** Does something to the stored original of a source, as a failing disk would. */
async function spoil(title: string, how: (path: string, bytes: Buffer) => Promise<void>): Promise<void> {
  const { sources } = await terminalJson<{ sources: { id: string; title: string }[] }>('sources', archive);
  const id = sources.find((source) => source.title === title)?.id ?? '';
  const { originals } = await terminalJson<Source>('show', archive, id);
  const name = originals[0]?.sha256 ?? '';
  const files = await readdir(join(archive, 'originals'), { recursive: true, withFileTypes: true });
  const entry = files.find((file) => file.isFile() && file.name === name);
  if (!entry) throw new Error(`no original of ${title}`);
  const path = join(entry.parentPath, entry.name);
  await chmod(path, 0o600);
  await how(path, await readFile(path));
}

async function openOriginal(title: string): Promise<void> {
  await openSource(running.page, title);
  await running.page.getByRole('button', { name: 'Original', exact: true }).click();
}

describe('a PDF with scripts, links, launches and forms', () => {
  it('is drawn as any other, and nothing of it happens, also where its links are clicked', async () => {
    const { app, page } = running;
    await openOriginal('A hostile meeting');
    await expect.poll(() => inkOf(page, 'p. 1')).toBeGreaterThan(50);
    const before = page.url();
    await pictureOf(page, 'p. 1').click();
    await pageImages(page).focus();
    await page.keyboard.press('PageDown');
    await expect.poll(() => inkOf(page, 'p. 2')).toBeGreaterThan(50);
    // What went out until the window closed is in the log, which is read last.
    await roundTrip(page);
    expect(canaries.received).toEqual([]);
    expect(page.url()).toBe(before);
    expect(app.windows()).toHaveLength(1);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.evaluate(() => document.querySelectorAll('a[href^="http"], iframe, object, embed').length)).toBe(
      0,
    );
  });
});

describe('pictures of the rarer kinds', () => {
  it('are drawn without WebAssembly: fax, JBIG2 and JPEG 2000', async () => {
    const { page } = running;
    await openOriginal('Pictures of a meeting');
    await pageImages(page).focus();
    for (const name of ['p. 2', 'p. 3', 'p. 4']) {
      await page.keyboard.press('PageDown');
      // A square of 400 by 400 points; the words of a text would be some hundred pixels.
      await expect.poll(() => inkOf(page, name)).toBeGreaterThan(20_000);
    }
  });
});

describe('an original that is not what it was', () => {
  it('says that it is damaged, what is safe and what to do, and the text can be read', async () => {
    const { page } = running;
    await openOriginal('A damaged meeting');
    await page.getByRole('alert').filter({ hasText: 'the file is damaged' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Original', exact: true }).click();
    await page
      .getByRole('region', { name: 'Text of A damaged meeting' })
      .getByText('took place on paper only')
      .waitFor();
  });

  it('says that it is not in its place', async () => {
    await openOriginal('A missing meeting');
    await running.page.getByRole('alert').filter({ hasText: 'not in its place' }).waitFor();
  });
});

describe('the network', () => {
  it('hears of none of it: no host is looked up and no socket connected', async () => {
    await running.close();
    const events = await readNetLog(netLog);
    expect(events.length).toBeGreaterThan(0);
    expect(outward(events).map(({ type, params }) => `${type} ${params}`.slice(0, 300))).toEqual([]);
    expect(canaries.received).toEqual([]);
  });
});
