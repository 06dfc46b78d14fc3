/**
 * Makes a Debian package of the unpacked program, with `dpkg-deb` and nothing else: no root, no network. Nothing of ours
 * runs when it is installed: the type of an archive, the entry of the menu and the icon become known by the triggers of
 * shared-mime-info, desktop-file-utils and the icon theme.
 *
 * `node scripts/deb/index.mjs [--unpacked DIR] [--out DIR] [--compression xz|zstd|gzip|none] [--suffix +test]`
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { root } from '../lib/run.mjs';
import { architectureOf, changelog, controlFile, debianVersion } from './control.mjs';
import { copyrightFile, manualPage } from './documents.mjs';

// Electron's own fs would take the packed app for a folder.
process.noAsar = true;

const ICON_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];

/** When this version was made, so that the same sources give the same package. */
function madeAt() {
  const given = process.env.SOURCE_DATE_EPOCH;
  if (given) return new Date(Number(given) * 1000);
  try {
    const seconds = execFileSync('git', ['log', '-1', '--format=%ct'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return new Date(Number(seconds) * 1000);
  } catch {
    return new Date();
  }
}

/** Everything below `folder`, in order. */
const everything = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .sort();

/** Whatever this person's umask is, everybody may read what is installed, and only root write it. */
function setModes(stage) {
  for (const path of [stage, ...everything(stage)]) {
    const { mode } = lstatSync(path);
    if (lstatSync(path).isSymbolicLink()) continue;
    chmodSync(path, lstatSync(path).isDirectory() || mode & 0o111 ? 0o755 : 0o644);
  }
  // Chromium makes its sandbox of user namespaces; where the system forbids these it asks this helper, as root.
  chmodSync(join(stage, 'opt/Fonds/chrome-sandbox'), 0o4755);
}

function layOut(stage, { unpacked, manifest, at }) {
  const put = (path, content) => {
    mkdirSync(dirname(join(stage, path)), { recursive: true });
    writeFileSync(join(stage, path), content);
  };
  const own = (path) => readFileSync(join(root, path));
  const zipped = (text) => gzipSync(text, { level: 9 });

  mkdirSync(join(stage, 'opt'));
  execFileSync('cp', ['-a', unpacked, join(stage, 'opt/Fonds')]);
  mkdirSync(join(stage, 'usr/bin'), { recursive: true });
  // Absolute, as Debian Policy 10.5 asks of links from one top-level folder into another.
  symlinkSync('/opt/Fonds/fonds', join(stage, 'usr/bin/fonds'));
  put('usr/share/applications/fonds.desktop', own('build/linux/fonds.desktop'));
  put('usr/share/mime/packages/fonds.xml', own('build/linux/fonds.xml'));
  put('usr/share/lintian/overrides/fonds', own('build/linux/lintian-overrides'));
  for (const size of ICON_SIZES)
    put(`usr/share/icons/hicolor/${size}x${size}/apps/fonds.png`, own(`build/icons/${size}x${size}.png`));
  put('usr/share/icons/hicolor/scalable/apps/fonds.svg', own('build/icon.svg'));
  const licence = own('LICENSE').toString('utf8');
  const electronLicence = readFileSync(join(unpacked, 'LICENSE.electron.txt'), 'utf8');
  put('usr/share/doc/fonds/copyright', copyrightFile({ manifest, licence, electronLicence }));
  put('usr/share/doc/fonds/changelog.gz', zipped(changelog({ manifest, at })));
  put('usr/share/doc/fonds/CHANGELOG.md.gz', zipped(own('CHANGELOG.md')));
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const help = execFileSync(join(unpacked, 'fonds'), ['help'], { encoding: 'utf8', env });
  put('usr/share/man/man1/fonds.1.gz', zipped(manualPage({ manifest, help, at })));
}

/** Adds what dpkg is told, once everything else lies there. Source: deb-control(5), Debian Policy 5.6.20. */
function describe(stage, { manifest, architecture }) {
  const paths = everything(stage);
  const files = paths.filter((path) => lstatSync(path).isFile());
  const blocks = files.reduce((sum, path) => sum + Math.ceil(lstatSync(path).size / 1024), 0);
  const sums = files.map((path) => {
    const md5 = createHash('md5').update(readFileSync(path)).digest('hex');
    return `${md5}  ${relative(stage, path)}\n`;
  });
  const installedKiB = blocks + paths.length - files.length;
  mkdirSync(join(stage, 'DEBIAN'));
  writeFileSync(join(stage, 'DEBIAN/control'), controlFile({ manifest, architecture, installedKiB }));
  writeFileSync(join(stage, 'DEBIAN/md5sums'), sums.join(''));
  for (const name of ['', '/control', '/md5sums']) chmodSync(join(stage, `DEBIAN${name}`), name === '' ? 0o755 : 0o644);
}

/**
 * @param options.unpacked folder that `npm run package` made.
 * @param options.out folder that the package is put into, under its own name.
 * @param options.compression what dpkg-deb calls it; `none` is quick and large.
 * @param options.suffix is added to the version, to tell a package that a test made from one of a person.
 * @returns the path of the package.
 */
export function makeDeb({ unpacked, out, compression = 'xz', suffix = '' }) {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const manifest = { ...own, version: own.version + suffix };
  const architecture = architectureOf(readFileSync(join(unpacked, 'fonds-bin')).subarray(0, 64));
  const at = madeAt();
  const stage = mkdtempSync(join(tmpdir(), 'fonds-deb-'));
  try {
    layOut(stage, { unpacked, manifest, at });
    setModes(stage);
    describe(stage, { manifest, architecture });
    const deb = join(out, `fonds_${debianVersion(manifest.version)}_${architecture}.deb`);
    mkdirSync(out, { recursive: true });
    execFileSync('dpkg-deb', ['--root-owner-group', `-Z${compression}`, '--build', stage, deb], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, SOURCE_DATE_EPOCH: String(Math.floor(at.getTime() / 1000)) },
    });
    return deb;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const string = { type: 'string' };
  const { values } = parseArgs({ options: { unpacked: string, out: string, compression: string, suffix: string } });
  const release = join(root, 'release');
  console.log(makeDeb({ unpacked: join(release, 'linux-unpacked'), out: release, ...values }));
}
