/** What can be wrong with the order of a line, each in sentences that say what to write instead. */

import { t } from '../../wording/index.js';
import type { LineRange } from './ast.js';
import type { QueryToken } from './query-tokens.js';
import { replaced, SyntaxFault, without } from './syntax-fault.js';

const written = (line: string, place: LineRange) => line.slice(...place);

/** A sign or a field with nothing to be for. @param next what stands there instead. */
export function missingTarget(line: string, waiting: QueryToken, next: QueryToken | null): SyntaxFault {
  const typed = written(line, waiting.place);
  if (waiting.kind === 'presence') {
    const meaning = typed === '+' ? t('must be there, as in +treaty') : t('must not be there, as in -draft');
    return new SyntaxFault(
      waiting.place,
      t('Nothing to look for stands after {typed}. Write the word that {meaning}, or take the sign out.', {
        typed,
        meaning,
      }),
      without(line, waiting.place),
      { signs: waiting.place, isReported: false },
    );
  }
  if (next?.kind === 'presence') {
    const [start] = waiting.place;
    const sign = written(line, next.place);
    return new SyntaxFault(
      next.place,
      t('The sign stands before the field: write {sign}{typed}, not {typed}{sign}.', { sign, typed }),
      replaced(line, [start, next.place[1]], `${sign}${typed}`),
    );
  }
  return new SyntaxFault(
    waiting.place,
    t(
      'Nothing to look for stands after “{typed}”. Write a word without a blank, as in {typed}treaty, or take the field out.',
      { typed },
    ),
    without(line, waiting.place) || `${typed}treaty`,
  );
}

export function danglingOperator(line: string, token: QueryToken | undefined, side: 'before' | 'after'): SyntaxFault {
  const place = token?.place ?? [line.length, line.length];
  const typed = written(line, place);
  const example = typed === 'NOT' ? t('treaty NOT draft') : t('treaty {typed} envoy', { typed });
  return new SyntaxFault(
    place,
    t('Nothing to look for stands {side} {typed}. Write it as in {example}; in small letters it is a plain word.', {
      side,
      typed,
      example,
    }),
    without(line, place) || typed.toLowerCase(),
  );
}

export function strayModifier(line: string, { place }: QueryToken): SyntaxFault {
  const typed = written(line, place);
  return new SyntaxFault(
    place,
    t(
      '{typed} belongs after a word or a phrase, as in treaty{typed} or "peace treaty"{typed}. Move it there, or take it out.',
      { typed },
    ),
    without(line, place),
    { signs: place, isReported: true },
  );
}

export function doubleNegation(line: string, not: LineRange, second: LineRange): SyntaxFault {
  return new SyntaxFault(
    second,
    t('After NOT stands what must not be there, without {written}. Write it as in treaty NOT draft.', {
      written: written(line, second),
    }),
    without(line, second[0] > not[0] ? second : not),
  );
}

export function plusInAlternative(line: string, place: LineRange): SyntaxFault {
  return new SyntaxFault(
    place,
    t(
      '+ says that it must be there, OR that it need not. Take the + out, or put it before parentheses, as in +(treaty OR pact).',
    ),
    replaced(line, place, ''),
  );
}

export function signInsideNear(line: string, place: LineRange): SyntaxFault {
  const sign = written(line, place);
  return new SyntaxFault(
    place,
    t(
      'After NEAR stands a word or a phrase without a sign. Put the sign before the whole, as in {sign}(treaty NEAR envoy).',
      { sign },
    ),
    replaced(line, place, ''),
  );
}

export function nearNeedsWords(line: string, place: LineRange): SyntaxFault {
  return new SyntaxFault(
    place,
    t(
      'NEAR stands between two words or phrases, and {written} is neither. Write each pair, as in (treaty NEAR envoy) OR (pact NEAR envoy).',
      { written: written(line, place).slice(0, 40) },
    ),
    null,
  );
}

export function nearTwoFields(line: string, place: LineRange): SyntaxFault {
  return new SyntaxFault(
    place,
    t(
      'Words that are NEAR each other stand in one field. Name one field only, as in title:(treaty NEAR envoy), or write AND.',
    ),
    replaced(line, place, 'AND'),
  );
}

export function emptyGroup(line: string, place: LineRange): SyntaxFault {
  return new SyntaxFault(
    place,
    t('Nothing stands between these parentheses. Write words between them, as in (treaty OR pact), or take them out.'),
    without(line, place),
    { signs: place, isReported: false },
  );
}

export function unclosedGroup(line: string, open: LineRange, isEmpty: boolean): SyntaxFault {
  return new SyntaxFault(
    open,
    t('This parenthesis has no partner. Close it with ), or take it out; \\( is a plain parenthesis.'),
    isEmpty ? without(line, open) : `${line.trimEnd()})`,
    { signs: open, isReported: !isEmpty },
  );
}

export function unopenedGroup(line: string, close: LineRange): SyntaxFault {
  return new SyntaxFault(
    close,
    t('This parenthesis has no partner. Open it with (, or take it out; \\) is a plain parenthesis.'),
    without(line, close),
    { signs: close, isReported: false },
  );
}

export function tooDeep(open: LineRange, most: number): SyntaxFault {
  return new SyntaxFault(
    open,
    t('More than {most} parentheses stand inside each other. Take some out, or ask in several searches.', { most }),
    null,
  );
}
