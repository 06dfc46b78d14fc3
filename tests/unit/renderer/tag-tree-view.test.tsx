// @vitest-environment jsdom
/** The page of tags draws what is in sight of very many tags. */
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Tag, TagId, tagTree } from '../../../electron/contract/index.js';

const idOf = (n: number) => TagId.parse(`0195f000-0000-7000-8000-${String(n).padStart(12, '0')}`);
const many = (count: number, parentOf: (n: number) => number | null) =>
  tagTree(
    Array.from({ length: count }, (_, n): Tag => {
      const parent = parentOf(n);
      const parentId = parent === null ? null : idOf(parent);
      const counts = { sourceCount: 0, annotationCount: 0, reachCount: 0 };
      return { id: idOf(n), name: `Tag ${n}`, parentId, colour: null, description: '', ...counts };
    }),
  );

describe('the tree of very many tags', () => {
  let root: Root;
  let at: HTMLElement;
  beforeAll(() => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    Object.assign(window, { fonds: { invoke: () => new Promise(() => undefined), subscribe: () => () => undefined } });
    // In tests React Aria draws all of a virtual list unless it is told to be one.
    vi.stubEnv('VIRT_ON', '1');
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800);
    at = document.body.appendChild(document.createElement('div'));
    root = createRoot(at);
  });
  afterAll(() => {
    act(() => root.unmount());
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  async function rows(tree: ReturnType<typeof many>, collapsed: ReadonlySet<TagId>) {
    const { TagTreeView } = await import('../../../renderer/features/tags/TagTreeView.js');
    const nothing = () => undefined;
    const doing = { onSelect: nothing, onCollapsed: nothing, onOpen: nothing, onMove: nothing };
    await act(async () =>
      root.render(
        <TagTreeView tree={tree} visible={null} selected={[]} collapsed={collapsed} canEdit={false} {...doing} />,
      ),
    );
    return [...at.querySelectorAll('[role="row"]')];
  }

  it('draws as many rows as there is room for', async () => {
    const drawn = await rows(
      many(3_000, () => null),
      new Set(),
    );
    expect(drawn.length).toBeGreaterThan(10);
    expect(drawn.length).toBeLessThan(60);
    expect(drawn[0]?.getAttribute('aria-setsize')).toBe('3000');
  });

  it('makes nothing of what is folded, and says that there is something', async () => {
    const tree = many(3_000, (n) => (n < 5 ? null : n % 5));
    const drawn = await rows(tree, new Set([0, 1, 2, 3, 4].map(idOf)));
    expect(drawn.map((row) => row.getAttribute('aria-expanded'))).toEqual(Array(5).fill('false'));
  });
});
