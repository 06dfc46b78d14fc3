import { describe, expect, it } from 'vitest';
import { liveMarks } from '../../../electron/notes/index.js';

const mark = '[@source:01a20835-b9cb-7424-88b3-126b3f9050a1, p. 3]';
const found = (markdown: string) => liveMarks(markdown).map(({ start, end }) => [start, markdown.slice(start, end)]);

describe('citations of a note', () => {
  it('are those outside of code, wherever the code stands', () => {
    for (const code of [
      `\`${mark}\``,
      `\`\`a \` ${mark}\`\``,
      `\`\`\`\n${mark}\n\`\`\``,
      `~~~\n${mark}`,
      `text\n\n    ${mark}`,
      `- item\n\n      ${mark}`,
      `>     ${mark}`,
    ]) {
      expect(found(code), code).toEqual([]);
      expect(found(`${mark}\n\n${code}`)).toEqual([[0, mark]]);
    }
  });

  it('are live beside what only looks like code', () => {
    for (const text of [`a \` ${mark}`, `\\\`${mark}\\\``, `text\n    ${mark}`, `> ${mark}`, `**${mark}**`]) {
      expect(found(text), text).toHaveLength(1);
    }
  });

  it('have their places in the text as it stands, with a byte order mark and Windows line ends', () => {
    const text = `\uFEFF\`a\`\r\n\r\n${mark} \`${mark}\``;
    expect(found(text)).toEqual([[text.indexOf(mark), mark]]);
  });
});
