/** The English of remarks: what declassifiers and editors write into brackets. Word lists are of lower-case words. */
const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Say by themselves that something was withheld. Phrases are joined by an underscore. */
export const WITHHELD = list(`redacted redaction redactions excised excision excisions sanitized sanitised sanitization
  deleted deletion deletions withheld censored expunged anonymized anonymised pseudonymised pseudonymized de-identified
  not_declassified not_released not_disclosed not_declassifed declassification_denied blacked_out blacked-out whited_out
  blanked_out inked_out declassification_pending remains_classified still_classified`);
/** Say so when all other words of the brackets are about the text. */
export const WITHHELD_PERHAPS =
  list(`classified suppressed removed withdrawn closed exempt exempted restricted concealed
  obscured masked undisclosed retained denied obliterated taken_out cut_out left_out
  protected unreleased nondisclosed hidden`);
/** Say by themselves that something cannot be read or heard. */
export const LOST =
  list(`illegible unreadable unintelligible inaudible undecipherable indecipherable indiscernible garble
  garbled lacuna lacunae indistinct illeg illeg. unintell. indeciph.`);
export const LOST_PERHAPS =
  list(`unclear torn omitted omission omissions missing lost damaged blank faded wanting mutilated
  burned burnt blot blots blotted smudged crossed_out struck_out scored_out cut_off broken_off hole gap stained lacking destroyed
  scratched_out cropped defective unheard corrupted corrupt eaten_away torn_off not_legible not_readable not_recorded water-damaged`);

/** What a text is made of. */
export const TEXT_NOUNS =
  list(`text texts line lines word words page pages paragraph paragraphs sentence sentences passage
  passages portion portions section sections part parts document documents attachment attachments enclosure enclosures
  annex tab tabs footnote footnotes note notes leaf leaves folio folios letter letters figure figures table tables chart
  map remainder rest beginning end ending top bottom corner edge margin paper tape recording signature signatures seal stamp
  heading headings title subject column columns phrase phrases clause item items group groups material message telegram cable
  transcript audio segment speech ms ms. mss manuscript original copy typescript carbon characters bullet block entry
  subparagraph subparagraphs subsection sheet sheets photo photograph image signoff space ink`);
/** What is withheld of it. */
export const HIDDEN_NOUNS =
  list(`name names place places location locations date dates number numbers amount amounts address
  addresses cryptonym cryptonyms pseudonym codeword source sources identity identities details information data position
  country countries agency agencies person persons individual individuals official officials officer officers dollar dollars
  sum sums figure classification handling restriction restrictions marking markings identifying identifier personal phone
  telephone email e-mail unit facility organization organisation operation project program programme station base equipment
  designation file symbol method methods time times initials code term caption indicator coordinates distribution witness
  agent company contents content`);
/** How much of it, and what else holds a remark together. */
export const SMALL_WORDS =
  list(`a an the of in on at by for from to under as per with and or more than less about approximately
  nearly over one two three four five six seven eight nine ten eleven twelve several some many all few first second third last
  next following entire whole full partially partly half remaining illegible here there this these is are was were has have been
  remain remains still security privacy reason reasons request requested secrecy original source national policy legal
  grounds purposes protection protect protected private foi foia act official secrets government cia nsa fbi nsc state department
  exemption exemptions review authority law publication editor editors transcriber censor name's author's due
  possibly probably apparently damage water fire ink intentionally-withheld handwritten typed marginal approx ca c. et al
  only no not yet available because which it that s ss sec sec. p pp pp. intelligence sensitive his her their our
  classified deleted also other e.g i.e privileged confidential declassified statute off away space completely heavily otherwise
  january february march april may june july august september october november december`);
/** An active verb has an object: `[The minister censored the press.]` */
export const OBJECT = list(
  `the a an his her their its my our your this that these those it them him us me everything nothing`,
);
/** `[The scene was deleted.]` is a tale unless what was deleted is text. */
export const FINITE = list('is was were are has had have been be being did does would could should might shall will');
export const TELLER = list(
  'he she it they we you i who which this that these there what when where why how if although because after before while',
);
export const PHRASES =
  /\b(not|declassification|blacked|whited|blanked|inked|remains?|still|taken|cut|left|crossed|struck|scored|scratched|broken|eaten)\s+(declassified|released|disclosed|declassifed|denied|pending|out|off|away|classified|legible|readable|recorded)\b/g;
