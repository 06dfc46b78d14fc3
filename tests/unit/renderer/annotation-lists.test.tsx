// @vitest-environment jsdom
/** Lists of annotations and tags: what is offered, what passes a filter, what is selected; and comments that cannot act. */
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import type {
  Annotation,
  AnnotationId,
  Colour,
  SourceId,
  SourceRow,
  Tag,
  TagId,
} from '../../../electron/contract/index.js';
import { tagTree } from '../../../electron/contract/index.js';

beforeAll(() => {
  Object.assign(window, {
    fonds: {
      invoke: () => new Promise(() => undefined),
      shell: () => new Promise(() => undefined),
      subscribe: () => () => undefined,
    },
  });
});
const feature = () => import('../../../renderer/shared/filter-annotations.js');

const tag = (id: string, name: string, parentId: string | null = null): Tag => ({
  id: id as TagId,
  name,
  parentId: parentId as TagId | null,
  colour: null,
  description: '',
  sourceCount: 0,
  annotationCount: 0,
  reachCount: 0,
});
const tree = tagTree([
  tag('person', 'Person'),
  tag('president', 'Président', 'person'),
  tag('vice', 'Vice-president', 'person'),
  tag('presence', 'Presence'),
]);
const annotation = (id: string, over: Partial<Annotation> & { exact?: string }): Annotation => ({
  id: id as AnnotationId,
  sourceId: 's' as SourceId,
  sourceTitle: 'A memorandum',
  target: {
    kind: 'text',
    versionId: 'v' as never,
    start: 0,
    end: 4,
    quote: { exact: over.exact ?? 'gate', prefix: '', suffix: '' },
  },
  anchor: null,
  pageLabel: '2',
  colour: 1 as Colour,
  comment: '',
  tagIds: [],
  who: 'E. Varga',
  createdAt: '2026-01-01T00:00:00Z',
  changedAt: '2026-01-01T00:00:00Z',
  ...over,
});

describe('tags offered for what is typed', () => {
  it('are those whose name begins so, whatever case and accents, before those that only hold it', async () => {
    const { matchTags } = await import('../../../renderer/shared/match-tags.js');
    const names = (typed: string, excluded: readonly TagId[] = []) =>
      matchTags(typed, tree, new Set(excluded)).map(({ name }) => name);
    expect(names('PRESI')).toEqual(['Président', 'Vice-president']);
    expect(names('per/pres')).toEqual(['Président', 'Vice-president']);
    expect(names('pres', ['president' as TagId])).toEqual(['Presence', 'Vice-president']);
    expect(names('pres/per')).toEqual([]);
    expect(names('')).toHaveLength(4);
  });
});

describe('the filter of a list', () => {
  it('looks at words of quotation and comment, at the colour, and at a tag with all below it', async () => {
    const { filterAnnotations, NO_FILTER } = await feature();
    const all = [
      annotation('a', { exact: 'Врата града', comment: 'the *Gate*' }),
      annotation('b', { colour: 4 as Colour, tagIds: ['president' as TagId], exact: 'naïve' }),
    ];
    const ids = (filter: Partial<typeof NO_FILTER>) =>
      filterAnnotations(all, { ...NO_FILTER, ...filter }, tree).map(({ id }) => id);
    expect(ids({})).toEqual(['a', 'b']);
    expect(ids({ words: 'GATE' })).toEqual(['a']);
    expect(ids({ words: 'naive' })).toEqual(['b']);
    expect(ids({ colour: 4 as Colour })).toEqual(['b']);
    expect(ids({ tagId: 'person' as TagId })).toEqual(['b']);
    expect(ids({ tagId: 'person' as TagId, colour: 1 as Colour })).toEqual([]);
  });
});

describe('rows that are selected', () => {
  it('follow the key or the click as in every list', async () => {
    const { EMPTY_SELECTION, applyGesture } = await import('../../../renderer/features/annotation/list-selection.js');
    const ids = ['a', 'b', 'c', 'd'];
    const second = applyGesture(EMPTY_SELECTION, ids, 1, 'only');
    expect([...second.ids]).toEqual(['b']);
    const extended = applyGesture(second, ids, 3, 'extend');
    expect([...extended.ids]).toEqual(['b', 'c', 'd']);
    expect([...applyGesture(extended, ids, 0, 'extend').ids]).toEqual(['a', 'b']);
    expect([...applyGesture(extended, ids, 2, 'toggle').ids]).toEqual(['b', 'd']);
    expect([...applyGesture(extended, ids, 0, 'move').ids]).toEqual(['b', 'c', 'd']);
    expect(applyGesture(extended, ids, 99, 'only').active).toBe(3);
    expect(applyGesture(extended, [], 0, 'only')).toEqual(EMPTY_SELECTION);
  });
});

describe('the page of a tag', () => {
  it('gathers passages under their source and lists apart the sources that are tagged as a whole', async () => {
    const { tagPageRows } = await import('../../../renderer/features/tags/tag-page-rows.js');
    const source = (id: string) => ({ id, title: id, box: '12', folder: '', repository: 'R' }) as unknown as SourceRow;
    const rows = tagPageRows([annotation('a', {}), annotation('b', {})], [source('s'), source('t')]);
    expect(rows.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      'source s',
      'passage a',
      'passage b',
      'head whole',
      'source t',
    ]);
    expect(tagPageRows([], [])).toEqual([]);
  });
});

describe('a comment', () => {
  const drawn = async (markdown: string) => {
    const { renderMarkdown } = await import('../../../renderer/shared/comment-markdown.js');
    return renderToStaticMarkup(renderMarkdown(markdown));
  };

  it('is drawn from its Markdown', async () => {
    const html = await drawn('See **box 12**\n\n- [x] done\n\n| a | b |\n|---|---|\n| 1 | 2 |');
    expect(html).toContain('<strong>box 12</strong>');
    expect(html).toContain('☑');
    expect(html).toContain('<td>1</td>');
  });

  it('opens nothing, loads nothing and runs nothing, whatever it holds', async () => {
    const html = await drawn(
      '[here](javascript:alert(1)) [there](https://evil.example/x) ![look](https://evil.example/p.png)\n\n' +
        '<script>alert(1)</script><img src=x onerror=alert(1)><iframe src="https://evil.example"></iframe>\n\n' +
        '<https://evil.example> <style>*{display:none}</style>',
    );
    expect(html).not.toMatch(/<(a|img|script|iframe|style|object|form|input)\b/i);
    expect(html).not.toMatch(/\s(href|src|on\w+)=/i);
    expect(html).not.toContain('javascript:');
    expect(html).toContain('there');
    expect(html).toContain('look');
  });
});

describe('words of an annotation', () => {
  it('say a whole hundred only of the very same words', async () => {
    const { formatSimilarity, truncate } = await import('../../../renderer/shared/annotation-labels.js');
    const alike = (similarity: number) =>
      formatSimilarity({ start: 0, end: 1, text: '', pageLabel: null, score: 1, similarity });
    expect(alike(1)).toBe('the same words');
    expect(alike(0.9999)).toBe('99 % alike');
    expect(alike(0.923)).toBe('92 % alike');
    expect(truncate('a👩👩👩', 4)).not.toMatch(/[\ud800-\udbff]…/);
  });
});
