/** What dpkg is told of the package: its control file, its changelog, and what it needs of the system. */

/**
 * Packages that hold the libraries which the executable is linked to, as `dpkg-shlibdeps` finds them on Debian 12. From
 * Debian 13 and Ubuntu 24.04 on some bear a new name, which stands first: there others provide the old one as well.
 */
const DEPENDS = [
  'libasound2t64 | libasound2 (>= 1.0.17)',
  'libatk-bridge2.0-0t64 | libatk-bridge2.0-0 (>= 2.5.3)',
  'libatk1.0-0t64 | libatk1.0-0 (>= 2.32.0)',
  'libatspi2.0-0t64 | libatspi2.0-0 (>= 2.9.90)',
  'libc6 (>= 2.34)',
  'libcairo2 (>= 1.6.0)',
  'libcups2t64 | libcups2 (>= 1.7.0)',
  'libdbus-1-3 (>= 1.9.14)',
  'libexpat1 (>= 2.1~beta3)',
  'libgbm1 (>= 21.1.0)',
  'libgcc-s1 (>= 4.2)',
  'libglib2.0-0t64 | libglib2.0-0 (>= 2.39.4)',
  'libgtk-3-0t64 | libgtk-3-0 (>= 3.9.10)',
  'libnspr4 (>= 2:4.9-2~)',
  'libnss3 (>= 2:3.30)',
  'libpango-1.0-0 (>= 1.14.0)',
  'libudev1 (>= 183)',
  'libx11-6 (>= 2:1.4.99.1)',
  'libxcb1 (>= 1.9.2)',
  'libxcomposite1 (>= 1:0.4.5)',
  'libxdamage1 (>= 1:1.1)',
  'libxext6',
  'libxfixes3',
  'libxkbcommon0 (>= 0.5.0)',
  'libxrandr2',
];

/** What makes a desktop know the type of an archive, and show the folder of a file. Without them Fonds works. */
const RECOMMENDS = ['desktop-file-utils', 'shared-mime-info', 'xdg-utils'];

const DESCRIPTION = `Description: archival research, offline
 Fonds brings in documents, describes and searches them as an archive does,
 marks and compares their texts, and cites them in archival form. An archive is
 one folder, which can be moved, copied and backed up.
 .
 Nothing leaves the machine: Fonds has no network of its own. What its window
 does, the terminal program "fonds" does as well.
`;

/** A version of npm as one of Debian: what comes before a release sorts before it. */
export const debianVersion = (version) => version.replace('-', '~');

/**
 * @param manifest what is in package.json.
 * @param architecture Debian's name of it.
 * @param installedKiB what the files take, as Debian Policy 5.6.20 counts.
 */
export function controlFile({ manifest, architecture, installedKiB }) {
  return [
    'Package: fonds',
    `Version: ${debianVersion(manifest.version)}`,
    'Section: science',
    'Priority: optional',
    `Architecture: ${architecture}`,
    `Maintainer: ${manifest.author}`,
    `Installed-Size: ${installedKiB}`,
    `Depends: ${DEPENDS.join(', ')}`,
    `Recommends: ${RECOMMENDS.join(', ')}`,
    DESCRIPTION,
  ].join('\n');
}

/** @param at when this version was made. Source: Debian Policy 4.4. */
export function changelog({ manifest, at }) {
  const date = at.toUTCString().replace('GMT', '+0000');
  return `fonds (${debianVersion(manifest.version)}) stable; urgency=medium

  * What has changed is in CHANGELOG.md, beside this file.

 -- ${manifest.author}  ${date}
`;
}

/** Debian's name of what an ELF executable runs on. Source: elf(5), `e_machine`. @throws Error for any other. */
export function architectureOf(header) {
  const machine = header.readUInt16LE(18);
  const name = { 62: 'amd64', 183: 'arm64', 40: 'armhf' }[machine];
  if (name === undefined) throw new Error(`Debian has no name here for the ELF machine ${machine}.`);
  return name;
}
