/**
 * Weighs what a page says of itself: JSON-LD before citation and Dublin Core tags, these before OpenGraph and other
 * tags, and these before the article itself. What is plainly said is used; what is not, or is said otherwise in a
 * lesser place, is offered.
 */
import type { Description, Suggestion } from '../contract/index.js';
import { t } from '../wording/index.js';
import { isName, readByline } from './byline.js';
import { chooseDescription } from './choose-description.js';
import { dateOf, findDates } from './dates-in-words.js';
import type { ArticleFacts, BylineValues } from './html-bylines.js';
import type { PageHead } from './html-head.js';
import { withoutSite } from './html-head.js';

export interface PageDescription {
  readonly description: Partial<Description>;
  readonly suggestions: readonly Suggestion[];
}

const AUTHOR_TAGS = [
  'citation_author',
  'citation_authors',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor.author',
  'eprints.creators_name',
  'bepress_citation_author',
  'article:author',
  'og:article:author',
  'author',
  'authors',
  'parsely-author',
  'sailthru.author',
  'byl',
  'byline',
];
const DATE_TAGS = [
  'citation_publication_date',
  'citation_date',
  'citation_online_date',
  'bepress_citation_date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'dc.date.created',
  'dcterms.created',
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'og:pubdate',
  'datepublished',
  'datecreated',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'published-date',
  'pub_date',
  'ptime',
  'displaydate',
  'date',
];
const TITLE_TAGS = ['citation_title', 'dc.title', 'dcterms.title', 'og:title', 'twitter:title', 'parsely-title'];

/** Entries offered of one element. */
const MAX_OFFERED = 5;

export function describePage(head: PageHead, facts: ArticleFacts): PageDescription {
  const language =
    chooseDescription({ language: [...head.languages, ...(head.linked?.languages ?? [])] }).language ?? '';
  const valuesOf = (name: string) => head.meta.get(name) ?? [];
  const creators = weigh([...linkedCreators(head, language), ...taggedCreators(head, language), ...facts.creators]);
  const published = weigh([...linkedDates(head, language), ...taggedDates(head, language), ...facts.datePublished]);
  const written = weigh(facts.dateWritten);
  const byAddress = published.chosen || published.offered.length > 0 ? [] : addressDates(head.urls);
  const sites = [...valuesOf('og:site_name'), ...valuesOf('application-name'), ...(head.linked?.publishers ?? [])];
  const description = chooseDescription({
    title: titlesOf(head),
    creators: creators.chosen?.values ?? (creators.offered.length > 0 ? [] : sites.filter(isName).slice(0, 1)),
    language: language ? [language] : [],
    datePublished: published.chosen?.values ?? [],
    dateWritten: written.chosen?.values ?? [],
    url: head.urls,
  });
  return {
    description,
    suggestions: [
      ...offers('creators', creators.offered, description.creators ?? []),
      ...offers('datePublished', [...published.offered, ...byAddress], [description.datePublished ?? '']),
      ...offers('dateWritten', written.offered, [description.dateWritten ?? '']),
    ],
  };
}

/** @returns the first that is plain; what else is said stays to be offered. */
function weigh(statements: readonly BylineValues[]): {
  readonly chosen: BylineValues | null;
  readonly offered: readonly BylineValues[];
} {
  const valuesOf = statements.filter(({ values }) => values.length > 0);
  const chosen = valuesOf.find(({ isPlain }) => isPlain) ?? null;
  return { chosen, offered: valuesOf.filter((one) => one !== chosen) };
}

function offers(
  element: Suggestion['element'],
  statements: readonly BylineValues[],
  given: readonly string[],
): Suggestion[] {
  const known = new Set(given.map(keyOf));
  const offered: Suggestion[] = [];
  for (const { values, from } of statements) {
    for (const value of values) {
      if (known.has(keyOf(value)) || offered.length >= MAX_OFFERED) continue;
      known.add(keyOf(value));
      offered.push({ element, value, from });
    }
  }
  return offered;
}

/** `Writer, Jo` and `Jo Writer` are one; dates are what they are. */
const keyOf = (value: string) =>
  /^\d/.test(value)
    ? value
    : value
        .normalize('NFKC')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== '')
        .sort()
        .join(' ');

function titlesOf(head: PageHead): string[] {
  const tagged = TITLE_TAGS.flatMap((name) => head.meta.get(name) ?? []);
  const linked = head.linked?.isThisPage ? head.linked.titles : [];
  const [own = ''] = head.titles;
  const first = [...linked, ...tagged].find((title) => title.trim() !== '');
  // A heading at the start of the title shows where the name of the site begins.
  return first === undefined ? [...head.titles] : [...withoutSite([first], own === '' ? [] : [own]), ...head.titles];
}

function linkedCreators({ linked }: PageHead, language: string): BylineValues[] {
  if (!linked) return [];
  return [{ values: namesOf(linked.authors, language), from: 'JSON-LD', isPlain: linked.isThisPage }];
}

/** The first of the tags that names somebody; the other tags may say it otherwise. */
function taggedCreators(head: PageHead, language: string): BylineValues[] {
  return AUTHOR_TAGS.map((name) => {
    const contents = head.meta.get(name) ?? [];
    const isScholarly = /^(?:bepress_)?citation_|^dc|^eprints/.test(name);
    const values = isScholarly
      ? contents.flatMap((one) => one.split(/\s*;\s*/)).filter(isName)
      : namesOf(contents, language);
    return { values, from: t('the tag {name}', { name }), isPlain: true };
  });
}

/** Authors as data give them, which is sometimes a whole byline. A name with a comma stays as it is. */
function namesOf(authors: readonly string[], language: string): string[] {
  return authors.flatMap((author) => {
    const name = author.replace(/\s+/g, ' ').trim();
    const isPlain = isName(name) && !/^by\s|[|•·;]/i.test(name) && !/\s(?:and|und|et|&)\s/i.test(name);
    return isPlain ? [name] : readByline(name, language).names;
  });
}

function linkedDates({ linked }: PageHead, language: string): BylineValues[] {
  if (!linked) return [];
  const [date] = validDates(linked.dates, language);
  return date ? [{ values: [date], from: 'JSON-LD', isPlain: linked.isThisPage }] : [];
}

function taggedDates(head: PageHead, language: string): BylineValues[] {
  const statements = DATE_TAGS.map((name): BylineValues => {
    const values = validDates(head.meta.get(name) ?? [], language).slice(0, 1);
    return { values, from: t('the tag {name}', { name }), isPlain: true };
  });
  // Authors are sometimes a whole byline here, too.
  const bylines = ['author', 'byl', 'byline'].flatMap((name) => head.meta.get(name) ?? []);
  const dates = bylines.flatMap((line) => readByline(line, language).date ?? []).slice(0, 1);
  return [...statements, { values: dates, from: t('the tag author'), isPlain: true }];
}

const validDates = (written: readonly string[], language: string) =>
  written.flatMap((value) => dateOf(value, language) ?? []);

/** `/2016/12/22/` in an address is mostly the day of publication. */
function addressDates(urls: readonly string[]): BylineValues[] {
  for (const url of urls) {
    const [, year, month, day] = /\/(\d{4})\/(\d{1,2})\/(\d{1,2})(?:\/|$)/.exec(url.slice(0, 2_000)) ?? [];
    const [found] = year ? findDates(`${year}-${month}-${day}`, '') : [];
    if (found) return [{ values: [found.value], from: t('the address'), isPlain: false }];
  }
  return [];
}
