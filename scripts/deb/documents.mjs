/** What stands under /usr/share/doc and /usr/share/man: the licences and the manual page. */

const indented = (text) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => (line.trim() === '' ? ' .' : ` ${line.trimEnd()}`))
    .join('\n');

/**
 * The copyright file. Source: Machine-readable debian/copyright file, version 1.0.
 * @param licence the text of the AGPL. @param electronLicence the text that comes with Electron.
 */
export function copyrightFile({ manifest, licence, electronLicence }) {
  return `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Fonds
Upstream-Contact: ${manifest.author}
Comment: Packages of npm that Fonds is made of lie with their licences in
 /opt/Fonds/resources/app.asar. Licences of Chromium and what it is made of are
 in /opt/Fonds/LICENSES.chromium.html.

Files: *
Copyright: the Fonds authors
License: AGPL-3.0-or-later

Files: opt/Fonds/*
Copyright: Electron contributors, 2013-2020 GitHub Inc., the Chromium authors
License: Expat

License: Expat
${indented(electronLicence)}

License: AGPL-3.0-or-later
${indented(licence)}
`;
}

/** A text as roff takes it: no line of it is a request, no sign of it an escape. */
const roff = (text) =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/gm, '\\&$1');

/** The manual page, made of what `fonds help` says: two lines a verb, the second further in. */
export function manualPage({ manifest, help, at }) {
  const verbs = [...help.matchAll(/^ {2}(fonds .+)\n {6}(.+)$/gm)].map(
    ([, line, about]) => `.TP\n.B ${roff(line)}\n${roff(about)}`,
  );
  if (verbs.length === 0) throw new Error('“fonds help” lists no verbs.');
  const closing = help.trimEnd().split('\n').slice(-2).join('\n');
  return `.TH FONDS 1 "${at.toISOString().slice(0, 10)}" "Fonds ${roff(manifest.version)}" "User Commands"
.SH NAME
fonds \\- archival research, offline
.SH SYNOPSIS
.B fonds
[\\fIARCHIVE\\fR]
.br
.B fonds
\\fIVERB\\fR \\fIDIR\\fR \\fR...
.SH DESCRIPTION
Without a word, or with an archive, Fonds opens its window. With a verb it does one thing in the terminal and ends.
.SH VERBS
${verbs.join('\n')}
.SH NOTES
${roff(closing)}
`;
}
