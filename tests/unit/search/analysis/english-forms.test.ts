import fc from 'fast-check';
import lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import { englishHeadword } from '../../../../electron/search/analysis/english-forms.js';
import { createAnalyzer } from '../../../../electron/search/analysis/index.js';
import { stemmerOf } from '../../../../electron/search/analysis/stemmers.js';
import { regularPlurals, regularVerbForms } from '../../../support/english-inflection.js';
import { wordList } from '../../../support/word-lists.js';

const analyzer = createAnalyzer();
const porter = (word: string) => lunr.stemmer(new lunr.Token(word, {})).toString();
const stem = (word: string) => stemmerOf('en').stem(word, word);

/** Whether the word, typed by a person, finds the written one in an English document. */
function finds(typed: string, written: string): boolean {
  const asked = analyzer.queryTerms(typed, ['en']);
  let found = false;
  analyzer.analyze(written, 'en', ({ term }) => {
    found ||= asked.includes(term);
  });
  return found;
}
const findEachOther = (one: string, other: string) => finds(one, other) && finds(other, one);

// Capitals are names and abbreviations, which have no -ed; one letter has no forms.
const entries = ['en', 'en-gb'].flatMap((name) => wordList(name)).filter(({ word }) => /^[a-z]{2,}$/.test(word));
const headwords = new Set(entries.map(({ word }) => word));
/** All that the word lists let pass, except possessives. */
const known = new Set(entries.flatMap(({ word, forms }) => [word, ...forms.map(({ form }) => form)]));

/** By headword those regular forms that the word lists know; by form the headwords that could have it. */
const formsOf = new Map<string, Set<string>>();
const headwordsOf = new Map<string, Set<string>>();
for (const { word, flags } of entries) {
  const isVerb = flags.has('D') || flags.has('G') || [...regularVerbForms(word)].some((form) => headwords.has(form));
  for (const form of isVerb ? regularVerbForms(word) : regularPlurals(word)) {
    if (!known.has(form)) continue;
    formsOf.set(word, (formsOf.get(word) ?? new Set()).add(form));
    headwordsOf.set(form, (headwordsOf.get(form) ?? new Set()).add(word));
  }
}
/** A form that several headwords could have (putting: put, putt) need find only one of them. */
const isFound = (form: string) => [...(headwordsOf.get(form) ?? [])].some((word) => findEachOther(word, form));

describe('regular forms of English words', () => {
  it.each([
    'boycott boycotts boycotted boycotting boycott’s',
    'add adds added adding',
    'err errs erred erring',
    'handcuff handcuffs handcuffed handcuffing',
    'focus focuses focused focusing focussed focussing focus’s',
    'bus buses',
    'gas gases gassed gassing',
    'bias biases biased biasing biassed',
    'virus viruses',
    'travel travels traveled travelled traveling travelling',
    'dial dials dialed dialled dialling',
    'initial initials initialed initialled',
    'die dies died dying',
    'lie lies lied lying',
    'tie ties tied tying',
    'dye dyes dyed dyeing',
    'dry dries dried drying',
    'panic panics panicked panicking',
    'embargo embargoes embargoed embargoing',
    'veto vetoes vetoed vetoing',
    'ski skis skied skiing',
    'agree agrees agreed agreeing',
    'free frees freed freeing',
    'see sees seeing',
    'proceed proceeds proceeded proceeding proceedings',
    'embed embeds embedded embedding',
    'singe singes singed singeing',
    'glue glues glued gluing',
    'sue sues sued suing',
    'queue queues queued queuing',
    'movie movies',
    'cookie cookies',
    'hoax hoaxes hoaxed hoaxing',
    'quiz quizzes quizzed quizzing',
    'ally allies allied',
    'soliloquy soliloquies',
    'experience experiences experienced experiencing',
    'sacrifice sacrifices sacrificed sacrificing',
    'interfere interferes interfered interfering',
    'scapegoat scapegoats scapegoated scapegoating',
    'go goes going',
    'ax axes',
  ])('find each other: %s', (words) => {
    const [headword = '', ...forms] = words.split(' ');
    for (const form of forms) expect([form, findEachOther(headword, form)]).toEqual([form, true]);
  });

  it('find each other in 99 of 100 nouns and verbs of the word lists, and those lunr joins always do', () => {
    const words = [...formsOf.keys()];
    expect(words.length).toBeGreaterThan(15_000);
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: 2_000, maxLength: 2_000 }), (some) => {
        const lost = some.filter((word) => [...(formsOf.get(word) ?? [])].some((form) => !isFound(form)));
        expect(lost.length, lost.join(' ')).toBeLessThanOrEqual(20);
      }),
      { numRuns: 2, seed: 20_261_129 },
    );
    const lost = words.flatMap((word) => [...(formsOf.get(word) ?? [])].filter((form) => !isFound(form)));
    // What is left are words that only look like forms: seed is no form of see.
    expect(lost.length, lost.join(' ')).toBeLessThan(60);
    const parted = words.flatMap((word) =>
      [...(formsOf.get(word) ?? [])]
        .filter((form) => porter(form) === porter(word) && !findEachOther(form, word) && !isFound(form))
        .map((form) => `${word} ${form}`),
    );
    expect(parted).toEqual([]);
  });

  it('need the words that are listed for it: without the list each would lose one of its forms', () => {
    const needed = [...headwordsOf].filter(([form, words]) => {
      const headword = englishHeadword(form);
      return headword !== form && words.has(headword) && porter(form) !== porter(headword);
    });
    expect(needed.length).toBeGreaterThan(400);
  });
});

describe('words that only look alike', () => {
  it.each([
    'Ann an',
    'inn in',
    'add ad',
    'ebb eb',
    'odd od',
    'egg eg',
    'butt but',
    'err er',
    'Webb web',
    'hop hope',
    'bus buss',
    'canvas canvass',
    'die dye',
  ])('stay apart: %s', (words) => {
    const [one = '', other = ''] = words.split(' ');
    expect(finds(one, other) || finds(other, one)).toBe(false);
  });

  it('stay apart in the whole word lists: no two headwords meet that lunr parts, but a form its headword', () => {
    const byStem = new Map<string, string[]>();
    for (const word of headwords) byStem.set(stem(word), [...(byStem.get(stem(word)) ?? []), word]);
    const isForm = (word: string, other: string) => englishHeadword(word) !== word || englishHeadword(other) !== other;
    const joined: string[] = [];
    const ofForms: string[] = [];
    for (const words of byStem.values()) {
      for (const [at, one] of words.entries()) {
        for (const other of words.slice(at + 1)) {
          if (porter(one) !== porter(other)) (isForm(one, other) ? ofForms : joined).push(`${one} ${other}`);
        }
      }
    }
    expect(joined).toEqual([]);
    expect(ofForms.length).toBeLessThan(250);
  });
});

describe('parity with lunr', () => {
  it('is kept for every word: its stem is lunr’s stem of it, or of the headword of which it is a regular form', () => {
    for (const word of known) expect(stem(word)).toBe(porter(englishHeadword(word)));
    const changed = [...known].filter((word) => stem(word) !== porter(word));
    expect(changed.length / known.size).toBeLessThan(0.01);
    for (const word of changed) expect(word).toMatch(/(?:e[sd]|ings?)$/);
  });
});
