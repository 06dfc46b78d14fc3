/** What must hold for the spans of every text version, whatever was read. Throws by `expect` where it does not. */
import { expect } from 'vitest';
import { isBlockSpan, isInsetSpan, Span, type Span as SpanType } from '../../electron/contract/index.js';

export function expectValidSpans(text: string, spans: readonly SpanType[]): void {
  expect(text.isWellFormed()).toBe(true);
  expect(text).not.toMatch(/[\0\r]/);
  const pages = spans.filter((span) => span.kind === 'page');
  const blocks = spans.filter(isBlockSpan);
  expect(blocks.length).toBeGreaterThan(0);
  for (const span of spans) expect(Span.safeParse(span).success).toBe(true);
  for (const [index, page] of pages.entries()) {
    expect(page.pageIndex).toBe(index);
    expect(page.start).toBe(index === 0 ? 0 : pages[index - 1]?.end);
  }
  if (pages.length > 0) expect(pages.at(-1)?.end).toBe(text.length);
  // Blocks and the blank lines between them are all there is.
  expect(blocks.map(({ start, end }) => text.slice(start, end)).join('\n\n')).toBe(text);
  for (const { start, end } of blocks) {
    expect(text.slice(start, end)).not.toBe('');
    expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
  }
  let floor = 0;
  for (const { start, end } of spans.filter(isInsetSpan)) {
    expect(start).toBeGreaterThanOrEqual(floor);
    expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
    expect(blocks.some((block) => block.start <= start && start < end && end <= block.end)).toBe(true);
    floor = end;
  }
}
