/**
 * Marks without words: bars and blocks, rows of crosses, slashes, stars, dashes. Many of these signs draw tables, charts,
 * progress bars, dividers and forms as well, so that most count only between two words of one line.
 */
import type { WithheldCandidate } from './withheld.js';

const BLOCK = '█▇▉▊▮▓▒■◼⬛▬▰⬤';
const AFTER_WORD = String.raw`(?<=[\p{L}\p{N}.,;:!?"”“»)\]][^\S\n]{1,8})`;
const AFTER_PLAIN = String.raw`(?<=[\p{L}\p{N}”"»)][^\S\n]{1,8})`;
const BEFORE_WORD = String.raw`(?=[^\S\n]{1,8}[\p{L}\p{N}("“„«])`;
/** Leaders of a table of contents end in a number. */
const BEFORE_LETTER = String.raw`(?=[.,;]?[^\S\n]{1,8}["“„«]?\p{Ll}|[.,;](?:\s|$))`;

const ROWS = new RegExp(
  `(?=[#@~*/_xX☐□░${BLOCK}-])(?:${[
    `(?<lacuna>#LACUNA#)`,
    String.raw`(?<bar>[${BLOCK}](?:[^\S\n]{0,3}[${BLOCK}])*|░{3,}|[□☐]{3,})`,
    String.raw`(?<crosses>(?<![\p{L}\p{N}])X{5,}(?:[^\S\n]X{2,})*(?![\p{L}\p{N}])|${AFTER_PLAIN}x{6,}${BEFORE_LETTER})`,
    String.raw`(?<slashes>${AFTER_WORD}\/{4,}${BEFORE_WORD})`,
    String.raw`(?<spacedStars>${AFTER_WORD}\*(?:[^\S\n]{1,8}\*){3,}${BEFORE_WORD})`,
    String.raw`(?<signs>${AFTER_PLAIN}(?:\*{4,}|#{4,}|@{4,}|~{5,}|-{6,})${BEFORE_LETTER})`,
    `(?<line>${AFTER_PLAIN}_{5,}${BEFORE_LETTER})`,
  ].join('|')})`,
  'gu',
);
/** Signs that make a drawing of blocks beside them. */
const DRAWN = /[▁▂▃▄▅▆▀▌▐▏▎▍▋░🟩🟨🟥🟦⬜□─│┌┐└┘├┤╔╗╚╝║═]/u;
const PERCENT = /^[^\S\n]*[\])|]?[^\S\n]*\d{1,3}(?:\.\d+)?\s?%/u;
const CHART = /^[^\S\n]*[(|]?[\d.,]+(?:\s?\p{L}{1,3})?\)?[^\S\n]*(?:\n|$)/u;
const PROMPT = /(?:^|\n)[^\S\n]*[\w@:~-]*[$>#%][^\n]{0,60}$/u;
/** What a form asks for behind a blank. */
const FORM =
  /^[.,]?\s*(?:day|days|dollars?|months?|years?|USD|EUR|euros?|pounds?|percent|of\s+(?:_|\d)|hereby|and\s+_|do\s)/iu;

export function findRows(text: string): WithheldCandidate[] {
  const found: WithheldCandidate[] = [];
  for (const match of text.matchAll(ROWS)) {
    const { 0: written, index: start, groups = {} } = match;
    const end = start + written.length;
    const isBar = groups.bar !== undefined;
    if (isBar && !isBarOfText(text, start, end, written)) continue;
    if (groups.line !== undefined && isFormLine(text, start, end)) continue;
    found.push({
      start,
      end,
      kind: groups.lacuna !== undefined || groups.spacedStars !== undefined ? 'lacuna' : 'redaction',
      code: null,
      trust: 'sure',
      family: null,
    });
  }
  return found;
}

function isBarOfText(text: string, start: number, end: number, written: string): boolean {
  const bare = written.replace(/\s+/g, '');
  const [before, after] = [text.slice(Math.max(0, start - 80), start), text.slice(end, end + 80)];
  const [last] = [...before.slice(-4).trimEnd()].slice(-1);
  const [next] = [...after.slice(0, 4).trimStart()];
  if ((last && DRAWN.test(last)) || (next && DRAWN.test(next) && !/^[□░]/.test(written))) return false;
  // Lettering and codes made of blocks, and the squares of a game.
  if (/[▄▀╗╝║🟩🟨]/u.test(before) || /[▄▀╗╝║🟩🟨]/u.test(after)) return false;
  if (PERCENT.test(after) || /\[[^\S\n]*$/.test(before) !== /^[^\S\n]*\]/.test(after)) return false;
  if (bare.length === 1) return bare === '█' && !PROMPT.test(before);
  if (/^[■◼▬⬤□☐]/u.test(bare) && bare.length < 3 && !/^[■◼]{2}$/u.test(written)) return false;
  return !(CHART.test(after) && isChart(text, start, end));
}

/** A bar chart: the line before or behind has a bar and a figure at its end as well. */
function isChart(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 400), start).split('\n');
  const after = text.slice(end, end + 400).split('\n');
  const lines = [before.at(-2) ?? '', after[1] ?? ''];
  return lines.some((line) =>
    new RegExp(`[${BLOCK}][^\\S\\n]*[(|]?[\\d.,]+(?:\\s?\\p{L}{1,3})?\\)?\\s*$`, 'u').test(line),
  );
}

function isFormLine(text: string, start: number, end: number): boolean {
  const near = text.slice(Math.max(0, start - 200), start);
  const before = near.slice(near.lastIndexOf('\n') + 1);
  const after = text.slice(end, end + 200);
  const rest = after.split('\n', 1)[0] ?? '';
  return (
    FORM.test(after) || before.includes('___') || rest.includes('___') || before.includes(':') || rest.includes(':')
  );
}
