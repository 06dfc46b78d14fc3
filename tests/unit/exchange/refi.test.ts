/** Projects of other programs are read as they mean them; a file that means harm is refused and costs nothing. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExchangeFile } from '../../../electron/exchange/read-exchange-file.js';
import { type PageBox, toCorners, toFractions } from '../../../electron/exchange/refi/page-box.js';
import { zipStream } from '../../../electron/exchange/refi/zip-stream.js';

const TEXT = 'The envoy 🜚 was received at noon.\nNobody spoke of the sluice.';
const ID = (last: string) => `01890000-0000-7000-8000-00000000000${last}`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-refi-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let count = 0;
async function read(bytes: Uint8Array | string) {
  count += 1;
  const file = join(folder, `file-${count}`);
  await writeFile(file, bytes);
  return readExchangeFile({ file });
}
const zip = (files: Record<string, string | Uint8Array>) =>
  zipSync(
    Object.fromEntries(Object.entries(files).map(([name, of]) => [name, typeof of === 'string' ? strToU8(of) : of])),
  );

const points = (words: string): [number, number] => {
  const start = Array.from(TEXT.slice(0, TEXT.indexOf(words))).length;
  return [start, start + Array.from(words).length];
};
/** @param shift 0: the end is the character after the last. */
function projectOf(words: readonly string[], shift: 0 | -1, origin = 'SomeQDA 1.0', file = 'a.txt'): string {
  const selections = words.map((word, index) => {
    const [start, end] = points(word);
    return `<PlainTextSelection guid="${ID(String(index))}" startPosition="${start}" endPosition="${end + shift}" creatingUser="{${ID('A')}}" creationDateTime="2024-02-03T04:05:06Z">
      <Description>On ${word}</Description>
      <Coding guid="${ID('B')}"><CodeRef targetGUID="${ID('D').toUpperCase()}"/><NoteRef targetGUID="${ID('e')}"/></Coding></PlainTextSelection>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
    <Project xmlns="urn:QDA-XML:project:1.0" name="x" origin="${origin}">
    <Users><User guid="${ID('A')}" name="Reader"/></Users>
    <CodeBook><Codes><Code guid="${ID('C')}" name="Person" isCodable="true"><Code guid="${ID('D')}" name="Envoy/Herald" isCodable="true" color="#B03C6E"><Description>Sent</Description></Code></Code></Codes></CodeBook>
    <Sources><TextSource guid="${ID('F')}" name="Memo" plainTextPath="internal://${file}">${selections.join('')}</TextSource></Sources>
    <Notes><Note guid="${ID('E')}" name="Memo"><PlainTextContent>Remember</PlainTextContent></Note></Notes></Project>`;
}
const exacts = ({ annotations }: Awaited<ReturnType<typeof read>>) =>
  annotations.map(({ target }) => (target.kind === 'text' ? target.quote?.exact : 'region'));

describe('projects of other programs', () => {
  const words = ['envoy 🜚 was', 'noon', 'Nobody', 'the sluice'];

  it.each([
    ['the last character', -1, 0],
    ['the character after it', 0, 1],
  ] as const)('mean by the end %s, which follows from where their words end', async (_name, shift, remarks) => {
    const file = await read(zip({ 'project.qde': projectOf(words, shift), 'Sources/a.txt': `\uFEFF${TEXT}` }));
    expect(exacts(file)).toEqual(words);
    expect(file.annotations[0]).toMatchObject({
      id: ID('0'),
      comment: 'On envoy 🜚 was\n\nRemember',
      tags: ['Person/Envoy-Herald'],
      who: 'Reader',
      createdAt: '2024-02-03T04:05:06.000Z',
      colour: 6,
      source: { ids: [ID('f')], title: 'Memo' },
    });
    expect(file.annotations[0]?.remarks).toHaveLength(remarks);
    expect(file.tags).toEqual([
      { name: 'Person', parentIndex: null, kind: 'code', colour: null, description: '' },
      { name: 'Envoy-Herald', parentIndex: 0, kind: 'code', colour: 6, description: 'Sent' },
    ]);
  });

  it('are recognised by their text whatever ends their lines, and with other letters of names', async () => {
    const other = projectOf(words, -1)
      .replaceAll('startPosition', 'StartPosition')
      .replaceAll('targetGUID', 'TargetGuid');
    const plain = await read(zip({ 'project.qde': other, 'sources/a.txt': TEXT }));
    const windows = await read(
      zip({ 'project.qde': projectOf(['envoy 🜚 was'], -1), 'sources/a.txt': TEXT.replace('\n', '\r\n') }),
    );
    expect(exacts(plain)).toEqual(words);
    const [hash] = plain.annotations[0]?.source.texts ?? [];
    expect(windows.annotations[0]?.source.texts).toContain(hash);
  });

  it('tell what is left out: selections past the text, of texts outside of the file, of recordings', async () => {
    const past = projectOf(words, -1).replace(/endPosition="\d+"/, 'endPosition="9999"');
    expect((await read(zip({ 'project.qde': past, 'sources/a.txt': TEXT }))).losses).toMatchObject([
      { reason: expect.stringContaining('9999') },
    ]);
    for (const path of ['../../../etc/passwd', '/etc/passwd', 'none.txt']) {
      const { annotations, losses } = await read(zip({ 'project.qde': projectOf(words, -1, 'X', path) }));
      expect(annotations).toEqual([]);
      expect(losses).toHaveLength(words.length);
    }
    const absolute = projectOf(words, -1).replace('internal://a.txt', 'absolute:///etc/passwd');
    expect((await read(zip({ 'project.qde': absolute }))).annotations).toEqual([]);
    const audio =
      '<Project xmlns="urn:QDA-XML:project:1.0" name="x"><Sources><AudioSource guid="x" name="Tape"><AudioSelection begin="1" end="2"/></AudioSource></Sources></Project>';
    expect((await read(audio)).losses).toMatchObject([
      { location: 'Tape', reason: expect.stringContaining('A selection left out') },
    ]);
  });
});

describe('the text of a project', () => {
  const words = ['noon'];
  const withPath = (path: string | null) => {
    const project = projectOf(words, -1);
    return path === null
      ? project.replace(/ plainTextPath="[^"]*"/, '')
      : project.replace('internal://a.txt', path.replaceAll('&', '&amp;'));
  };

  it.each([
    'internal://a b.txt',
    'internal:///a b.txt',
    'internal://Sources/a b.txt',
    'a b.txt',
    'sources/a b.txt',
    'a%20b.txt',
    'relative://a b.txt',
    'relative:///sources\\a b.txt',
    'absolute:///C:/Users/reader/Project/a b.txt',
    'C:\\Users\\reader\\Project\\A B.TXT',
    'file:///home/reader/a%20b.txt',
    '../../a b.txt',
  ])('is found in the file however its path is written: %s', async (path) => {
    const file = await read(zip({ 'project.qde': withPath(path), 'sources/a b.txt': TEXT }));
    expect(exacts(file)).toEqual(words);
    expect(file.annotations[0]?.remarks).toEqual([]);
  });

  it('is found beside the project and below a folder, and by the id or the name of its source', async () => {
    expect(exacts(await read(zip({ 'project.qde': withPath('a.txt'), 'a.txt': TEXT })))).toEqual(words);
    expect(exacts(await read(zip({ 'project.qde': withPath('a.txt'), 'sources/1/a.txt': TEXT })))).toEqual(words);
    expect(exacts(await read(zip({ 'project.qde': withPath(null), [`sources/${ID('f')}.txt`]: TEXT })))).toEqual(words);
    expect(exacts(await read(zip({ 'project.qde': withPath(null), 'sources/Memo.txt': TEXT })))).toEqual(words);
  });

  it('is none when several may be meant', async () => {
    const both = { 'sources/1/a.txt': TEXT, 'sources/2/a.txt': TEXT };
    const { annotations, losses } = await read(zip({ 'project.qde': withPath('a.txt'), ...both }));
    expect(annotations).toEqual([]);
    expect(losses).toMatchObject([{ reason: expect.stringContaining('neither in the file nor beside it') }]);
  });

  it('is read from beside the file, which is reported, and never from outside of its folder', async () => {
    const home = await mkdtemp(join(folder, 'home-'));
    await mkdir(join(home, 'inside', 'texts'), { recursive: true });
    await writeFile(join(home, 'outside.txt'), TEXT);
    await symlink(join(home, 'outside.txt'), join(home, 'inside', 'link.txt'));
    await writeFile(join(home, 'inside', 'texts', 'a.txt'), TEXT);
    await writeFile(join(home, 'inside', 'b.txt'), TEXT);
    const at = async (path: string) => {
      const file = join(home, 'inside', 'project.qde');
      await writeFile(file, withPath(path));
      return readExchangeFile({ file });
    };
    const file = await at('relative://texts/a.txt');
    expect(exacts(file)).toEqual(words);
    expect(file.annotations[0]?.remarks).toEqual(['Its text was read from “a.txt” beside the file.']);
    expect(exacts(await at('D:\\elsewhere\\b.txt'))).toEqual(words);
    for (const path of [
      '../outside.txt',
      join(home, 'outside.txt'),
      'relative://../outside.txt',
      'link.txt',
      'texts',
    ]) {
      expect(exacts(await at(path))).toEqual([]);
    }
  });

  it('that is not there is reported with the words, the place, the source and the codes of each passage', async () => {
    const named = withPath('none.txt').replace('<PlainTextSelection ', '<PlainTextSelection name="noon" ');
    expect((await read(zip({ 'project.qde': named }))).losses).toMatchObject([
      { location: '“noon” (characters 28 to 31 of “Memo”, coded “Person/Envoy-Herald”, line 5)' },
    ]);
    expect((await read(zip({ 'project.qde': withPath('none.txt') }))).losses[0]?.location).toBe(
      'Characters 28 to 31 of “Memo”, coded “Person/Envoy-Herald”, line 5',
    );
  });
});

describe('sets and notes of a project', () => {
  it('are tags where they hold codes, and are reported where they hold sources or say nothing of a passage', async () => {
    const member = (kind: string, last: string) => `<Member${kind} targetGUID="${ID(last)}"/>`;
    const sets = `<Sets><Set guid="${ID('1')}" name="Actors">${member('Code', 'D')}${member('Source', 'F')}</Set>
      <Set guid="${ID('2')}" name="First batch">${member('Source', 'F')}${member('Note', 'E')}</Set></Sets>`;
    const project = projectOf(['noon'], -1).replace(
      '</Notes>',
      `<Note guid="${ID('7')}" name="Diary"><PlainTextContent>Of the day</PlainTextContent></Note></Notes>${sets}`,
    );
    const { tags, losses, annotations } = await read(zip({ 'project.qde': project, 'sources/a.txt': TEXT }));
    expect(tags.slice(2)).toEqual([
      {
        name: 'Actors',
        parentIndex: null,
        kind: 'set',
        colour: null,
        description: 'A set of these codes:\n\n- Person/Envoy-Herald\n\nBeside them it held 1 source.',
      },
    ]);
    expect(losses).toEqual([
      { kind: 'set', location: 'First batch (1 source and 1 note)', reason: '', count: 1 },
      { kind: 'note', location: 'Diary', reason: '', count: 1 },
    ]);
    expect(annotations[0]?.comment).toContain('Remember');
  });

  it('may hold 150,000 codes below one', async () => {
    const codes = Array.from({ length: 150_000 }, (_, index) => `<Code guid="g${index}" name="c${index}"/>`).join('');
    const codebook = `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="all" name="All">${codes}</Code></Codes></CodeBook>`;
    const { tags } = await read(codebook);
    expect(tags).toHaveLength(150_001);
    expect(tags.slice(1).every(({ parentIndex: above }) => above === 0)).toBe(true);
  });
});

describe('files that mean harm', () => {
  const refusal = async (bytes: Uint8Array | string) =>
    read(bytes).then(
      () => 'was taken',
      (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
    );
  const whole = () => zip({ 'project.qde': projectOf(['noon'], -1), 'sources/a.txt': TEXT });

  it('are refused when they are cut short anywhere', async () => {
    const bytes = whole();
    for (const length of [4, 40, bytes.length >> 1, bytes.length - 1]) {
      expect(await refusal(bytes.subarray(0, length))).toMatch(/^EXCHANGE_INVALID: .*Nothing was taken in/);
    }
  });

  it('are refused when a file in them leaves it, is there twice, or is damaged', async () => {
    expect(await refusal(zip({ '../project.qde': '<x/>' }))).toMatch(
      /^EXCHANGE_INVALID: .*relative path|cannot be followed/,
    );
    expect(await refusal(zip({ 'project.qde': projectOf(['noon'], -1), 'PROJECT.qde': 'x' }))).toMatch(/in it twice/);
    const bytes = whole();
    const at = Buffer.from(bytes).indexOf('a.txt') + 12;
    bytes.fill(0xff, at, at + 20);
    expect(await refusal(bytes)).toMatch(/^EXCHANGE_INVALID: “sources\/a.txt” in it is damaged/);
  });

  it('are refused when they swell: a bomb, elements deep in each other, entities', async () => {
    const bomb = zip({ 'project.qde': new Uint8Array(300 * 1024 ** 2) });
    expect(await refusal(bomb)).toMatch(/^EXCHANGE_INVALID: “project.qde” in it would be 314572800 bytes/);
    const deep = `<Project xmlns="urn:QDA-XML:project:1.0" name="x">${'<a>'.repeat(100_000)}`;
    expect(await refusal(zip({ 'project.qde': deep }))).toMatch(
      /project.qde, line 1, column \d+: elements lie more than 500 deep/,
    );
    const laughs = '<!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><Project name="x">&b;</Project>';
    expect(await refusal(zip({ 'project.qde': laughs }))).toMatch(/declares a document type/);
    expect(await refusal('<Project xmlns="urn:QDA-XML:project:1.0" name="x">&unknown;</Project>')).toMatch(
      /not well-formed/,
    );
  });

  it('are refused with the line when they are no project, or break the standard', async () => {
    expect(await refusal(zip({ 'readme.txt': 'x' }))).toMatch(/no REFI-QDA project/);
    expect(await refusal(zip({ 'project.qde': '<html/>' }))).toMatch(/not a REFI-QDA project/);
    expect(await refusal('<svg xmlns="http://www.w3.org/2000/svg"/>')).toMatch(/neither a REFI-QDA codebook/);
    const broken = projectOf(['noon'], -1);
    expect(await refusal(broken.replace(/startPosition="\d+"/, 'startPosition="x"'))).toMatch(
      /line 5: startPosition .*“x”/,
    );
    expect(await refusal(broken.replace(/startPosition="\d+"/, ''))).toMatch(/startPosition .*is missing/);
    expect(await refusal(broken.replace(ID('D').toUpperCase(), ID('9')))).toMatch(/a code that is not in the codebook/);
    expect(await refusal(broken.replace('name="Person"', ''))).toMatch(/a code must have a name/);
    expect(await refusal(new Uint8Array([0xff, 0x00, 0x80, 0x80]))).toMatch(/not text in UTF-8/);
  });
});

describe('a zip that is written piece by piece', () => {
  it('holds every file, whatever its size and how it comes', async () => {
    const long = '𠀋 and on '.repeat(60_000);
    const parts: Uint8Array[] = [];
    const entries = [
      { name: 'a.txt', method: 'deflated', chunks: [long.slice(0, 300_001), long.slice(300_001)] },
      { name: 'b.bin', method: 'stored', chunks: [new Uint8Array(700_000).fill(7)] },
      { name: 'empty.txt', method: 'deflated', chunks: [''] },
    ] as const;
    for await (const part of zipStream(entries, new AbortController().signal)) parts.push(part);
    const { unzipSync, strFromU8 } = await import('fflate');
    const files = unzipSync(new Uint8Array(Buffer.concat(parts)));
    expect(strFromU8(files['a.txt'] as Uint8Array)).toBe(long);
    expect(files['b.bin']).toEqual(new Uint8Array(700_000).fill(7));
    expect(files['empty.txt']).toHaveLength(0);
  });

  const all = async (parts: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const _ of parts);
  };
  const failing = async function* () {
    yield 'begun';
    throw new Error('The original cannot be read.');
  };

  it('ends with what went wrong in a file of it', async () => {
    const entries = [{ name: 'a.txt', method: 'deflated', chunks: failing() }] as const;
    await expect(all(zipStream(entries, new AbortController().signal))).rejects.toThrow('cannot be read');
  });

  it('ends when it is cancelled, and asks for no file more', async () => {
    const controller = new AbortController();
    let asked = 0;
    const entries = function* () {
      for (; asked < 100; asked += 1) {
        yield { name: `${asked}.bin`, method: 'stored', chunks: [new Uint8Array(300_000)] } as const;
        controller.abort(new Error('Cancelled.'));
      }
    };
    await expect(all(zipStream(entries(), controller.signal))).rejects.toThrow('Cancelled.');
    expect(asked).toBeLessThan(3);
  });

  it('closes the file it reads when nobody listens any more', async () => {
    const closed = Promise.withResolvers<true>();
    const endless = async function* () {
      try {
        for (;;) yield new Uint8Array(300_000);
      } finally {
        closed.resolve(true);
      }
    };
    const entries = [{ name: 'a.bin', method: 'stored', chunks: endless() }] as const;
    for await (const part of zipStream(entries, new AbortController().signal)) if (part.length > 100_000) break;
    expect(await closed.promise).toBe(true);
  });
});

describe('a rectangle of a page', () => {
  it('is in points of the PDF what it is on the page as shown, however that is turned', () => {
    const fraction = fc.double({ min: 0, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(fraction, fraction, fc.constantFrom(0, 90, 180, 270), (x, y, rotate) => {
        const box: PageBox = { view: [10, 20, 605, 862], rotate };
        const there = toFractions(toCorners({ x, y, width: 0.4, height: 0.3 }, box), box);
        expect(there?.x).toBeCloseTo(x, 2);
        expect(there?.y).toBeCloseTo(y, 2);
        expect(there?.width).toBeCloseTo(0.4, 2);
        expect(there?.height).toBeCloseTo(0.3, 2);
      }),
    );
    // The upper left corner of a page that is not turned is its highest point.
    expect(toCorners({ x: 0, y: 0, width: 1, height: 1 }, { view: [0, 0, 600, 800], rotate: 0 })).toEqual({
      firstX: 0,
      firstY: 800,
      secondX: 600,
      secondY: 0,
    });
    // Turned clockwise, what was its lower left corner is on top.
    expect(toCorners({ x: 0, y: 0, width: 1, height: 1 }, { view: [0, 0, 600, 800], rotate: 90 })).toMatchObject({
      firstX: 0,
      firstY: 0,
    });
  });
});

describe('a comment that is longer than one may be', () => {
  it.each([
    [100_000, []],
    [100_001, ['Its comment was cut: it is longer than 100,000 characters.']],
  ])('of %i characters is said to be cut where it is', async (length, remarks) => {
    const project = projectOf(['envoy'], -1)
      .replace('On envoy', 'x'.repeat(length))
      .replace(/<NoteRef[^>]*>/, '');
    const file = await read(zip({ 'project.qde': project, 'Sources/a.txt': TEXT }));
    expect(file.annotations[0]?.comment).toHaveLength(100_000);
    expect(file.annotations[0]?.remarks).toEqual(remarks);
  });
});
