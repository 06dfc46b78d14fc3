/** Visible text of a piece of raw HTML, as found inside Markdown. Nothing in it runs or is loaded. */
import { writeBlocks } from './dom-blocks.js';
import { removeHidden } from './html-hidden.js';
import { checkNesting } from './html-source.js';
import { ParsedTextBuilder } from './parsed-file.js';

/** @returns a function from raw HTML to the texts of its blocks; empty when nothing is visible. */
export async function fragmentReader(): Promise<(html: string) => string[]> {
  const { JSDOM, VirtualConsole } = await import('jsdom');
  const { default: createDOMPurify } = await import('dompurify');
  const purify = createDOMPurify(new JSDOM('', { virtualConsole: new VirtualConsole() }).window);
  return (html) => {
    checkNesting(html);
    return visibleTextOf(purify.sanitize(html, { RETURN_DOM: true, USE_PROFILES: { html: true } }) as Element);
  };
}

function visibleTextOf(body: Element): string[] {
  removeHidden(body);
  const builder = new ParsedTextBuilder();
  writeBlocks(body, builder);
  if (builder.length === 0) return [];
  const { text, spans } = builder.finish({}, '');
  return spans.map((span) => text.slice(span.start, span.end));
}
