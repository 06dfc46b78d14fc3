import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FondsError } from '../../../electron/contract/index.js';
import { read } from '../../../electron/ingest/index.js';
import { expectValidSpans } from '../../support/spans.js';

const words = fc.constantFrom(
  'talks',
  'ferry',
  ' ',
  '\n',
  '\n\n',
  '\f',
  '\0',
  '\uD83D',
  'š',
  'é',
  '\u00AD',
  '\u200B',
  '\uFEFF',
  '\r\n',
);
const markdown = fc.constantFrom(
  '# ',
  '> ',
  '- ',
  '1. ',
  '\n| a | b |\n|---|---|\n| 1 | 2 |\n',
  '```\n',
  '---\n',
  '<b>',
  '[^1]',
  '`',
  '    ',
);
const html = fc.constantFrom(
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  '<h1>',
  '</h2>',
  '<li>',
  '<ol>',
  '</ol>',
  '<table><tr><td>',
  '</table>',
  '<blockquote>',
  '<br>',
  '<pre>',
  '</pre>',
  '<nav>',
  '<article>',
  '<script>',
  '</script>',
  '<!--',
  '-->',
  '<body>',
  '<svg>',
  '<template>',
  '&nbsp;',
  '&#0;',
  '<',
  '<a href="javascript:x">',
);
const mixed = (pieces: fc.Arbitrary<string>) =>
  fc.array(fc.oneof(words, pieces, fc.string({ maxLength: 5 })), { maxLength: 40 }).map((parts) => parts.join(''));

async function expectReadingOrRefusal(bytes: Uint8Array, fileName: string): Promise<void> {
  try {
    const { text, spans } = await read(bytes, fileName);
    expectValidSpans(text, spans);
  } catch (error) {
    if (!(error instanceof FondsError)) throw error;
    // A refusal must be about the file, not about a reader that stumbled.
    expect(error.message).not.toMatch(/could not read this file/);
  }
}

it.each([
  ['memo.txt', mixed(words), 300],
  ['note.md', mixed(markdown), 300],
  ['page.html', mixed(html), 120],
] as const)(
  'gives valid pages and blocks, or a plain refusal, for any %s',
  async (fileName, source, numRuns) => {
    await fc.assert(
      fc.asyncProperty(source, fc.constantFrom('utf8' as const, 'utf16le' as const), (text, encoding) =>
        expectReadingOrRefusal(Buffer.from(encoding === 'utf16le' ? `\uFEFF${text}` : text, encoding), fileName),
      ),
      { numRuns },
    );
  },
  60_000,
);

it('gives valid blocks or a plain refusal for any bytes called a text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), (bytes) => expectReadingOrRefusal(bytes, 'memo.txt')),
  );
});
