/** Fonds as a Debian package: put onto a machine, used in the terminal and as a window, opened by a file, and removed. */
import { execFile } from 'node:child_process';
import { existsSync, lstatSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { root } from '../support/app.js';
import { type Installed, install, installing, onPath } from '../support/installed.js';
import { story } from '../support/story.js';

const run = promisify(execFile);
const built = process.env.FONDS_PACKAGED ?? join(root, 'release', 'linux-unpacked', 'fonds');
const { how, skipped } = installing();
/** The desktop's own way of opening a file by its type. */
const hasDesktop = ['gio', 'update-mime-database', 'update-desktop-database'].every(onPath);

/** Also a link that leads nowhere. */
const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** @returns of each page of the installed program, whether the kernel filters its calls. Source: proc(5), `Seccomp`. */
async function sandboxedPages(program: string): Promise<boolean[]> {
  const found: boolean[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    try {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
      if (!command.startsWith(program) || !command.includes('--type=renderer')) continue;
      found.push(/^Seccomp:\t2$/m.test(await readFile(`/proc/${pid}/status`, 'utf8')));
    } catch {
      // The process ended while we looked.
    }
  }
  return found;
}

describe.skipIf(skipped)(`the Debian package (${how})`, () => {
  const it = story();
  let fonds: Installed;
  let files: string[];
  const letters = () => join(fonds.home, 'Letters.fonds');
  const diaries = () => join(fonds.home, 'Diaries.fonds');

  beforeAll(async () => {
    fonds = await install(built);
    const { stdout } = await run('dpkg-deb', ['--fsys-tarfile', fonds.deb], { encoding: 'buffer', maxBuffer: 2 ** 30 });
    const listing = run('tar', ['-t']);
    listing.child.stdin?.end(stdout);
    files = (await listing).stdout
      .trimEnd()
      .split('\n')
      .filter((name) => !name.endsWith('/'))
      .map((name) => `${fonds.prefix}${name.slice(1)}`);
  });
  afterAll(() => fonds?.cleanUp());

  it('puts its files where a system looks for them, belonging to root, and writable by nobody else', async () => {
    expect(files.map((path) => path.slice(fonds.prefix.length))).toEqual(
      expect.arrayContaining([
        '/opt/Fonds/fonds-bin',
        '/usr/bin/fonds',
        '/usr/share/applications/fonds.desktop',
        '/usr/share/icons/hicolor/48x48/apps/fonds.png',
        '/usr/share/mime/packages/fonds.xml',
        '/usr/share/man/man1/fonds.1.gz',
        '/usr/share/doc/fonds/copyright',
        '/usr/share/doc/fonds/changelog.gz',
      ]),
    );
    const { stdout } = await run('dpkg-deb', ['-c', fonds.deb]);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.filter((line) => !/^(d|l|-)\S+ root\/root /.test(line))).toEqual([]);
    // A link has no rights of its own.
    expect(lines.filter((line) => !line.startsWith('l') && /^.{5}w|^.{8}w/.test(line))).toEqual([]);
    const helper = await stat(join(fonds.prefix, '/opt/Fonds/chrome-sandbox'));
    if (fonds.isByDpkg) expect([helper.uid, helper.mode & 0o7777]).toEqual([0, 0o4755]);
  });

  it.skipIf(!onPath('dpkg-shlibdeps'))('asks for every library that it is linked to', async () => {
    const folder = join(fonds.home, 'source');
    await mkdir(join(folder, 'debian'), { recursive: true });
    await writeFile(join(folder, 'debian', 'control'), 'Source: fonds\n\nPackage: fonds\nArchitecture: any\n');
    const program = join(fonds.prefix, '/opt/Fonds');
    const asks = ['-O', '--ignore-missing-info', `-l${program}`, join(program, 'fonds-bin')];
    const { stdout } = await run('dpkg-shlibdeps', asks, { cwd: folder });
    const needed = stdout.replace('shlibs:Depends=', '').trim().split(', ');
    const { stdout: declared } = await run('dpkg-deb', ['-f', fonds.deb, 'Depends']);
    const names = declared.split(/[,|]/).map((one) => one.trim().split(' ')[0]);
    expect(names).toEqual(expect.arrayContaining(needed.map((one) => one.split(' ')[0])));
  });

  it('says in the terminal which Fonds it is', async () => {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(await fonds.exec('fonds', '--version')).toEqual({ code: 0, stdout: `Fonds ${version}\n`, stderr: '' });
  });

  it('brings a paper in and finds it again, in the terminal', async () => {
    const paper = join(fonds.home, 'letter.txt');
    await writeFile(paper, 'The ferryman was seen at noon.\n');
    await fonds.lend();
    expect(await fonds.exec('fonds', 'create', letters())).toMatchObject({ code: 0, stderr: '' });
    expect(await fonds.exec('fonds', 'import', letters(), paper)).toMatchObject({ code: 0, stderr: '' });
    const { stdout } = await fonds.exec('fonds', 'search', letters(), 'ferryman', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ total: 1, hits: [{ title: 'letter' }] });
    expect(await fonds.exec('fonds', 'create', diaries())).toMatchObject({ code: 0 });
  });

  it.skipIf(!hasDesktop)(
    'gives an archive a type, by what is in it, and leaves folders to the file manager',
    async () => {
      const type = async (path: string) =>
        (await fonds.exec('gio', 'info', '-a', 'standard::content-type', path)).stdout;
      expect(await type(join(letters(), 'archive.db'))).toContain('content-type: application/x-fonds');
      expect(await type(letters())).toContain('content-type: inode/directory');
      expect((await fonds.exec('gio', 'mime', 'inode/directory')).stdout).not.toContain('fonds.desktop');
      await fonds.exec('fonds', 'backup', letters(), join(fonds.home, 'Letters.fonds-backup'));
      expect(await type(join(fonds.home, 'Letters.fonds-backup'))).toContain('application/x-fonds-backup');
    },
  );

  it('opens its window on an archive, sandboxed where dpkg installed it; and another one by its file, in the same window', async () => {
    const { page, close } = await fonds.window(letters());
    try {
      const open = () =>
        page.evaluate(async () => {
          const info = await window.fonds.invoke('archive.info', undefined);
          return info.ok ? info.value.name : info.error.message;
        });
      await expect.poll(open).toBe('Letters');
      await page.getByText('letter', { exact: true }).first().waitFor();
      if (fonds.isByDpkg) expect(await sandboxedPages('/opt/Fonds/fonds-bin')).toEqual([true]);
      await openByType(join(diaries(), 'archive.db'));
      await expect.poll(open).toBe('Diaries');
    } finally {
      await close();
    }
  });

  /** As a double click does; where there is no desktop to ask, by the line of the menu's entry that it would carry out. */
  async function openByType(file: string): Promise<void> {
    if (hasDesktop) {
      expect(await fonds.exec('gio', 'open', file)).toMatchObject({ code: 0 });
      return;
    }
    const entry = await readFile(`${fonds.prefix}/usr/share/applications/fonds.desktop`, 'utf8');
    const [, line = ''] = /^Exec=(.*)$/m.exec(entry) ?? [];
    const [program = '', ...args] = line.split(' ').map((word) => (word === '%f' ? file : word));
    await fonds.exec(program, ...args);
  }

  it.skipIf(!onPath('lintian'))('keeps to the rules of Debian, but for what Electron brings along', async () => {
    // The package of this test is made in a hurry.
    const hurry = 'uses-no-compression-for-data-tarball,uses-no-compression-for-control-tarball';
    const { stdout } = await run('lintian', ['--allow-root', '--suppress-tags', hurry, fonds.deb]).catch(
      (error: { stdout: string }) => error,
    );
    expect(stdout).toBe('');
  });

  it('leaves nothing behind when it is removed', async () => {
    expect(files.filter((path) => !isThere(path))).toEqual([]);
    await fonds.uninstall();
    expect(files.filter(isThere)).toEqual([]);
    expect(existsSync(join(fonds.prefix, '/opt/Fonds'))).toBe(false);
    if (!fonds.isByDpkg) return;
    expect(
      (await run('dpkg-query', ['-W', 'fonds']).catch((error: { code: number }) => error)) as unknown,
    ).toMatchObject({
      code: 1,
    });
    for (const known of ['mime/types', 'mime/magic', 'applications/mimeinfo.cache']) {
      const path = join('/usr/share', known);
      if (existsSync(path)) expect([known, (await readFile(path, 'latin1')).includes('fonds')]).toEqual([known, false]);
    }
    expect(existsSync(letters())).toBe(true);
  });
});
