import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { terminal, terminalJson } from '../support/terminal.js';

let folder: string;
let archive: string;
let source: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-cite-'));
  archive = join(folder, 'A.fonds');
  await writeFile(join(folder, 'minutes.txt'), 'The lock stays shut.');
  await terminalJson('create', archive);
  await terminalJson('import', archive, join(folder, 'minutes.txt'));
  const { sources } = await terminalJson<{ sources: { id: string }[] }>('sources', archive);
  source = sources[0]?.id ?? '';
  await terminalJson(
    ...['describe', archive, source, 'title=Minutes of the lock committee', 'documentType=Minutes'],
    ...['dateWritten=1999-09-06/1999-09-08', 'box=4', 'fonds=Lock Office', 'repository=River Archive, Drenova'],
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('fonds cite', () => {
  it('prints the note, the entry of the bibliography and what is missing', async () => {
    const { code, stdout } = await terminal('cite', archive, source, '--locator', 'pp. 3-5');
    expect(stdout).toBe(
      [
        'Note: Minutes of the lock committee, September 6–8, 1999, box 4, pp. 3–5, Lock Office, River Archive, Drenova.',
        'Bibliography: Minutes of the lock committee. September 6–8, 1999. Box 4. Lock Office. River Archive, Drenova.',
        'Missing: Folder',
        '',
      ].join('\n'),
    );
    expect(code).toBe(0);
  });

  it('draws in the language of the style when none is asked for, and says which', async () => {
    const style = 'modern-humanities-research-association';
    const { stdout } = await terminal('cite', archive, source, '--style', style);
    expect(stdout).toContain('Note: Minutes of the lock committee, 6–8 September 1999, ');
    const answer = await terminalJson<{ locale: string }>('cite', archive, source, '--style', style);
    expect(answer.locale).toBe('en-GB');
  });

  it('says which names it took for no person’s', async () => {
    await terminalJson('describe', archive, source, 'creators=Consul General;Doe, Jane');
    const { stdout } = await terminal('cite', archive, source);
    expect(stdout).toContain('\nGuessed: “Consul General” is taken for an office, not a person\n');
    await terminalJson('describe', archive, source, 'creators={Consul General};Doe, Jane');
    expect((await terminal('cite', archive, source)).stdout).not.toContain('Guessed');
  });

  it('draws in another style and language', async () => {
    const { stdout } = await terminal(
      'cite',
      archive,
      source,
      '--style',
      'modern-language-association',
      '--locale',
      'fr-FR',
    );
    expect(stdout).toContain('Lock Office, River Archive, Drenova, carton 4.');
  });

  it('lists styles and languages, adds a style, and removes it again', async () => {
    const file = join(folder, 'house.csl');
    const csl = `<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
      <info><title>House style</title><id>https://example.org/house</id></info>
      <citation><layout><text variable="title"/></layout></citation></style>`;
    await writeFile(file, csl);
    const added = await terminal('cite', archive, '--add-style', file);
    expect(added).toMatchObject({ code: 0, stdout: 'Added “House style”: --style https://example.org/house\n' });
    const { styles, locales } = await terminalJson<{ styles: { id: string }[]; locales: { id: string }[] }>(
      ...['cite', archive, '--styles'],
    );
    expect(styles.map(({ id }) => id)).toContain('https://example.org/house');
    expect(locales.map(({ id }) => id)).toContain('sr-RS');
    const drawn = await terminal('cite', archive, source, '--style', 'https://example.org/house');
    expect(drawn.stdout).toContain('Note: Minutes of the lock committee\n');
    const remove = () => terminal('cite', archive, '--remove-style', 'https://example.org/house');
    expect(await remove()).toMatchObject({ code: 0, stdout: 'Removed https://example.org/house\n' });
    expect((await terminal('cite', archive, '--styles')).stdout).not.toContain('House style');
    expect(await remove()).toMatchObject({ code: 1 });
  });

  it('says what is wrong: no source, a file that is no style, a style that is not here', async () => {
    expect(await terminal('cite', archive)).toMatchObject({ code: 2 });
    const file = join(folder, 'broken.csl');
    await writeFile(file, '<style>\n  <info>\n</style>');
    const refused = await terminal('cite', archive, '--add-style', file);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/^Line 3: the XML is broken/);
    const stranger = await terminal('cite', archive, source, '--style', 'nobody');
    expect(stranger).toMatchObject({ code: 1 });
    expect(stranger.stderr).toContain('This archive has no citation style “nobody”.');
  });
});
