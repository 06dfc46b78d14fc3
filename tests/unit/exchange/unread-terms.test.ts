/** Whatever a file of exchange says that cannot be read is told with its number, its place and the reason. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExchangeFile } from '../../../electron/exchange/read-exchange-file.js';
import { readWebAnnotations } from '../../../electron/exchange/web-annotation/read-annotations.js';

const ID = (last: string) => `01890000-0000-7000-8000-00000000000${last}`;
const HASH = 'a'.repeat(64);

describe('what Fonds wrote into web annotations', () => {
  const target = { source: 'https://example.org/a', selector: { type: 'TextQuoteSelector', exact: 'noon' } };
  const read = (more: object, inTarget: object = {}, inFile: object = {}) =>
    readWebAnnotations(JSON.stringify({ type: 'Annotation', target: { ...target, ...inTarget }, ...more, ...inFile }));
  const anchor = (more: object = {}) => ({
    versionId: ID('1'),
    textSha256: HASH,
    anchor: { state: 'placed', start: 0, end: 4, method: 'made', score: 1, similarity: 1, ...more },
  });

  it('is read without a remark where it is as it should be', () => {
    const { annotations, losses } = read({ 'fonds:anchors': [anchor()] });
    expect(losses).toEqual([]);
    expect(annotations).toMatchObject([{ remarks: [], anchors: [{ versionId: ID('1') }] }]);
  });

  it('keeps the anchors that can be read and counts the others, with the reason', () => {
    const { annotations } = read({ 'fonds:anchors': [anchor({ score: 7 }), anchor(), anchor({ start: -1 })] });
    expect(annotations[0]?.anchors).toHaveLength(1);
    expect(annotations[0]?.remarks).toEqual([
      expect.stringMatching(/^2 of 3 places of it in texts \(fonds:anchors\) .*“anchor\/score”/),
    ]);
  });

  it('reports anchors that are no list', () => {
    expect(read({ 'fonds:anchors': 'none' }).annotations[0]).toMatchObject({
      anchors: [],
      remarks: [expect.stringMatching(/fonds:anchors.*not a list/)],
    });
  });

  it('keeps the tags that can be read and reports each other one by its path and its place', () => {
    const good = { path: 'Person/Envoy', colour: 3, description: 'Sent' };
    const { tags, losses } = read(
      {},
      {},
      { 'fonds:tags': [good, { ...good, path: 'Day', colour: 99 }, 5, { ...good, path: ' / ' }] },
    );
    expect(tags.map(({ name }) => name)).toEqual(['Person', 'Envoy']);
    expect(losses).toEqual([
      { kind: 'tag', location: '“Day” (/fonds:tags/1)', reason: expect.stringContaining('“colour”'), count: 1 },
      { kind: 'tag', location: '/fonds:tags/2', reason: expect.stringContaining('cannot be read'), count: 1 },
      { kind: 'tag', location: '/fonds:tags/3', reason: expect.stringContaining('no name'), count: 1 },
    ]);
  });

  it('reports tags that are no list', () => {
    expect(read({}, {}, { 'fonds:tags': { Person: 1 } }).losses).toEqual([
      { kind: 'tag', location: '/fonds:tags', reason: expect.stringContaining('not a list'), count: 1 },
    ]);
  });

  it.each([
    ['its region', {}, { 'fonds:region': { pageIndex: -1 } }, /fonds:region.*“sha256”/],
    ['its colour', {}, { styleClass: 'fonds-mark-9' }, /colour.*fonds-mark-9/],
    [
      'the text its position counts in',
      {},
      {
        'fonds:textSha256': 'no hash',
        selector: [target.selector, { type: 'TextPositionSelector', start: 0, end: 4 }],
      },
      /fonds:textSha256/,
    ],
    [
      'an original of its source',
      {},
      { source: { id: 'https://example.org/a', 'fonds:originals': [HASH, 'x'] } },
      /1 of 2 originals.*fonds:originals/,
    ],
    ['when it was made', { created: 'yesterday' }, {}, /“created”.*“yesterday”/],
    ['a body that says nothing', { body: [{ type: 'Dataset' }] }, {}, /body.*Dataset/],
  ])('tells of %s where that cannot be read', (_name, more, inTarget, remark) => {
    const { annotations } = read(more, inTarget);
    expect(annotations[0]?.remarks).toEqual([expect.stringMatching(remark)]);
  });
});

describe('what a project of REFI-QDA says', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fonds-unread-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  async function read({ selection = '', source = '', sets = '', codes = '', notes = '', origin = 'SomeQDA' }) {
    const file = join(folder, 'project.qde');
    await writeFile(
      file,
      `<Project xmlns="urn:QDA-XML:project:1.0" name="x" origin="${origin}">
      <CodeBook><Codes><Code guid="${ID('C')}" name="Person" isCodable="true"/>${codes}</Codes></CodeBook>
      <Sources><TextSource guid="${ID('F')}" name="Memo">${source}<PlainTextContent>The envoy at noon.</PlainTextContent>
      <PlainTextSelection guid="${ID('0')}" name="envoy" startPosition="4" endPosition="8" ${selection}</PlainTextSelection></TextSource></Sources>
      <Notes>${notes}</Notes><Sets>${sets}</Sets></Project>`,
    );
    return readExchangeFile({ file });
  }

  it('keeps a passage whose instruction cannot be read, with a remark', async () => {
    for (const [body, reason] of [
      ['{"id": 5', /JSON/],
      ['{"id": 5}', /“id”/],
    ] as const) {
      const { annotations } = await read({ selection: `><?fonds-annotation ${body}?>`, origin: 'Fonds' });
      expect(annotations[0]).toMatchObject({ target: { quote: { exact: 'envoy' } } });
      expect(annotations[0]?.remarks).toEqual([expect.stringMatching(reason)]);
    }
  });

  it('reports an annotation that stands in an instruction alone, which cannot be read', async () => {
    const { losses } = await read({ selection: '>', source: '<?fonds-annotation {"id": 5}?>', origin: 'Fonds' });
    expect(losses).toEqual([
      {
        kind: 'annotation',
        location: expect.stringMatching(/“Memo”.*line 3/),
        reason: expect.stringContaining('“id”'),
        count: 1,
      },
    ]);
  });

  it.each([
    ['a time that is none', 'creationDateTime="soon">', '', /creationDateTime.*“soon”/],
    ['a note that is not there', `><NoteRef targetGUID="${ID('9')}"/>`, '', /note.*not in the file/],
    [
      'a note whose text is not there',
      `><NoteRef targetGUID="${ID('8')}"/>`,
      `<Note guid="${ID('8')}" name="Thought" plainTextPath="internal://gone.txt"/>`,
      /note “Thought”/,
    ],
  ])('has a remark for %s', async (_name, selection, notes, remark) => {
    const { annotations } = await read({ selection, notes });
    expect(annotations[0]?.remarks).toEqual([expect.stringMatching(remark)]);
  });

  it('counts members of a set that are no codes of the file', async () => {
    const sets = `<Set guid="${ID('7')}" name="Actors"><MemberCode targetGUID="${ID('C')}"/><MemberCode targetGUID="${ID('6')}"/></Set>`;
    const { tags } = await read({ selection: '>', sets });
    expect(tags.find(({ kind }) => kind === 'set')?.description).toContain('1 code that is not in the file');
  });

  it('tells where the name or the meaning of a code was cut, and of a colour that is none', async () => {
    const codes = `<Code guid="${ID('4')}" name="${'n'.repeat(201)}" isCodable="true" color="red"><Description>${'d'.repeat(20_001)}</Description></Code>`;
    const { losses } = await read({ selection: '>', codes });
    expect(losses.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['tag', expect.stringMatching(/name was cut/)],
      ['tag', expect.stringMatching(/meaning was cut/)],
      ['tag', expect.stringMatching(/colour “red”/)],
    ]);
  });
});
