/**
 * Tells by name what a part of a page is there for: notes, or the furniture of a website. Names are tags, roles, and the
 * words of class and id. A name is a hint: `html-partition.ts` decides.
 */
import type { LeftAsideKind } from '../contract/index.js';

/** `.article__side-notes` → article, side, notes. */
export function nameWords(element: Element): string[] {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.slice(0, 2_000);
  return names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}

const set = (words: string) => new Set(words.split(' '));

const NOTE_WORDS = set(
  'footnote footnotes endnote endnotes note notes fn fns reflist refs reference references bibliography biblio ' +
    'commentary commentaries annotation annotations apparatus gloss glosses glossary scholia sources citation citations ' +
    'marginalia sidenote sidenotes appendix addendum erratum errata correction corrections editorial transcript ' +
    'anmerkung anmerkungen fussnote fussnoten literatur notas nota kommentar',
);
const NOTE_ROLES = set(
  'doc-footnote doc-footnotes doc-endnote doc-endnotes doc-bibliography doc-biblioentry doc-appendix doc-errata ' +
    'doc-afterword doc-glossary doc-pullquote doc-foreword doc-preface doc-introduction note',
);

/** Whether an element is named as notes, commentary or another part of the document itself. */
export function isNamedNotes(element: Element, words: readonly string[]): boolean {
  const roles = `${element.getAttribute('role') ?? ''} ${element.getAttribute('epub:type') ?? ''}`.toLowerCase();
  if (roles.split(/\s+/).some((role) => NOTE_ROLES.has(role) || NOTE_ROLES.has(`doc-${role}`))) return true;
  return words.some((word) => NOTE_WORDS.has(word)) || isEditorial(words);
}

const BY_TAG: Readonly<Record<string, LeftAsideKind>> = { NAV: 'navigation', FORM: 'form', FOOTER: 'footer' };
const BY_ROLE: Readonly<Record<string, LeftAsideKind>> = {
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  search: 'form',
  contentinfo: 'footer',
  alertdialog: 'notice',
  dialog: 'notice',
};

/** Tried in order, because names are joined: `cookie-footer` is a notice, `share-menu` is for sharing. */
const BY_WORD: readonly (readonly [LeftAsideKind, ReadonlySet<string>])[] = [
  ['notice', set('cookie cookies consent gdpr ccpa onetrust didomi paywall adblock popup modal overlay lightbox')],
  [
    'advertisement',
    set(
      'ad ads advert adverts advertisement advertising adsense adsbygoogle banner sponsor sponsored sponsors dfp doubleclick promoted',
    ),
  ],
  [
    'sharing',
    set(
      'share shares sharing sharebar sharetools addthis addtoany sharethis sharedaddy social socials follow followus bookmarklets',
    ),
  ],
  [
    'form',
    set('search searchbox searchform login signin signup register newsletter subscribe subscription subscriptions'),
  ],
  [
    'comments',
    set('comments commentlist commentsection disqus respond livefyre talkback replies leserkommentare kommentare'),
  ],
  [
    'related',
    set(
      'related recommended recommendation recommendations recirc trending popular mostread readmore teaser teasers promo promos outbrain taboola zergnet suggested suggestions upnext',
    ),
  ],
  [
    'navigation',
    set(
      'nav navbar navigation navi menu menus submenu breadcrumb breadcrumbs pagination pager masthead topbar toolbar tabs sitemap toc skip skiplink',
    ),
  ],
  ['footer', set('footer foot colophon copyright')],
  ['sidebar', set('sidebar sidebars widget widgets rail rightrail leftrail')],
];
const OF_AN_EDITION = set('editor editors editorial commentator translator');

/** The comment of an editor belongs to an edition; comments of readers do not. */
const isEditorial = (words: readonly string[]) =>
  words.includes('comment') && words.some((word) => OF_AN_EDITION.has(word));

/** @returns null when neither tag, role nor name says that it is furniture. */
export function namedFurniture(element: Element, words: readonly string[]): LeftAsideKind | null {
  const role = element.getAttribute('role')?.trim().toLowerCase() ?? '';
  const byRole = BY_ROLE[role];
  if (byRole) return byRole;
  for (const [kind, names] of BY_WORD) if (words.some((word) => names.has(word))) return kind;
  if (words.includes('comment') && !isEditorial(words)) return 'comments';
  return BY_TAG[element.tagName.toUpperCase()] ?? null;
}

/** Furniture that keeps nothing of the document, whatever stands in it: what is named so is never notes or a lead. */
export const NEVER_DOCUMENT: ReadonlySet<LeftAsideKind> = new Set<LeftAsideKind>([
  'notice',
  'advertisement',
  'sharing',
  'comments',
]);

const NOTES_HEADING =
  /^(?:foot|end)?notes?$|^(?:references?|bibliography|sources?|works cited|further reading|commentary|editors?['’]s? (?:note|commentary)|appendix|errata|corrections?|anmerkung(?:en)?|fu(?:ß|ss)noten|literatur(?:verzeichnis)?|quellen|notes? (?:de bas de page|du? traducteur)|bibliographie|notas?|bibliograf[íi]a|referencias|fuentes|bibliografia|note|fonti|przypisy|napomene|beleške|фусноте|напомене|примечания|источники|литература|сноски)\b/i;
const RELATED_HEADING =
  /^(?:related|read (?:more|next|also)|more (?:from|on|in|stories)|most (?:read|popular|viewed|shared)|recommended|you (?:may|might) (?:also )?like|trending|latest|popular|don['’]t miss|mehr zum thema|lesen sie auch|das könnte sie|à lire aussi|lire aussi|sur le même (?:sujet|thème)|te puede interesar|lea también|leia (?:também|mais)|leggi anche|potrebbe interessarti|povezane|читайте также)/i;

const COMMENTS_HEADING =
  /^(?:\d+\s*)?(?:readers?['’]?s?['’]? )?(?:comments?|leave a (?:comment|reply)|responses?|kommentare|leserkommentare|commentaires|comentarios|comentários|commenti|komentari|комментарии)\b/i;

/** Whether a heading announces notes or the like: the words of the heading, at their start. */
export const announcesNotes = (heading: string): boolean => NOTES_HEADING.test(heading.trim());
export const announcesRelated = (heading: string): boolean => RELATED_HEADING.test(heading.trim());
export const announcesComments = (heading: string): boolean => COMMENTS_HEADING.test(heading.trim());
