import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read } from '../../../../electron/ingest/index.js';
import { detectLanguage, languageName } from '../../../../electron/search/analysis/index.js';

const sample = join(import.meta.dirname, '../../../../data/sample-archive');

/** Of the Universal Declaration of Human Rights, article 1. */
const ARTICLE = {
  en: 'All human beings are born free and equal in dignity and rights. They are endowed with reason and conscience and should act towards one another in a spirit of brotherhood.',
  fr: 'Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison et de conscience et doivent agir les uns envers les autres dans un esprit de fraternité.',
  de: 'Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und Gewissen begabt und sollen einander im Geist der Brüderlichkeit begegnen.',
  es: 'Todos los seres humanos nacen libres e iguales en dignidad y derechos y, dotados como están de razón y conciencia, deben comportarse fraternalmente los unos con los otros.',
  it: 'Tutti gli esseri umani nascono liberi ed eguali in dignità e diritti. Essi sono dotati di ragione e di coscienza e devono agire gli uni verso gli altri in spirito di fratellanza.',
  pt: 'Todos os seres humanos nascem livres e iguais em dignidade e em direitos. Dotados de razão e de consciência, devem agir uns para com os outros em espírito de fraternidade.',
  nl: 'Alle mensen worden vrij en gelijk in waardigheid en rechten geboren. Zij zijn begiftigd met verstand en geweten, en behoren zich jegens elkander in een geest van broederschap te gedragen.',
  pl: 'Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Są oni obdarzeni rozumem i sumieniem i powinni postępować wobec innych w duchu braterstwa.',
  sl: 'Vsi ljudje se rodijo svobodni in imajo enako dostojanstvo in enake pravice. Obdarjeni so z razumom in vestjo in bi morali ravnati drug z drugim kakor bratje.',
  tr: 'Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. Akıl ve vicdana sahiptirler ve birbirlerine karşı kardeşlik zihniyeti ile hareket etmelidirler.',
  'sr-Latn':
    'Sva ljudska bića rađaju se slobodna i jednaka u dostojanstvu i pravima. Ona su obdarena razumom i svešću i treba jedni prema drugima da postupaju u duhu bratstva.',
  'sr-Cyrl':
    'Сва људска бића рађају се слободна и једнака у достојанству и правима. Она су обдарена разумом и свешћу и треба једни према другима да поступају у духу братства.',
  ru: 'Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом и совестью и должны поступать в отношении друг друга в духе братства.',
  uk: 'Всі люди народжуються вільними і рівними у своїй гідності та правах. Вони наділені розумом і совістю і повинні діяти у відношенні один до одного в дусі братерства.',
  bg: 'Всички хора се раждат свободни и равни по достойнство и права. Те са надарени с разум и съвест и следва да се отнасят помежду си в дух на братство.',
  mk: 'Сите човечки суштества се раѓаат слободни и еднакви по достоинство и права. Тие се обдарени со разум и совест и треба да се однесуваат еден кон друг во духот на општо човечката припадност. Никој не смее да ја загуби својата слобода.',
  el: 'Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα.',
  he: 'כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם. כולם חוננו בתבונה ובמצפון',
  ar: 'يولد جميع الناس أحراراً متساوين في الكرامة والحقوق. وقد وهبوا عقلاً وضميراً وعليهم أن يعامل بعضهم بعضاً بروح الإخاء.',
  zh: '人人生而自由,在尊严和权利上一律平等。他们赋有理性和良心,并应以兄弟关系的精神相对待。',
  ja: 'すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。',
};

describe('telling the language of a text', () => {
  it('is right for every document of the sample archive', async () => {
    const archive = JSON.parse(await readFile(join(sample, 'archive.json'), 'utf8')) as {
      documents: { file: string; description: { language: string } }[];
    };
    const wrong: string[] = [];
    for (const { file, description } of archive.documents) {
      const { text } = await read(await readFile(join(sample, 'documents', file)), file);
      // Photographs have no text yet.
      if (text === '') continue;
      const detected = detectLanguage(text);
      if (detected !== description.language) wrong.push(`${file}: ${detected}, not ${description.language}`);
    }
    expect(archive.documents.length).toBeGreaterThan(30);
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(ARTICLE))('tells %s from two sentences', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
    expect(detectLanguage(text.normalize('NFD'))).toBe(language);
  });

  it('tells Croatian only by words of its own, and takes what could be any of the three for Serbian', () => {
    const shared =
      'Predsjednik je prije sastanka rekao da će vlada poslije rasprave o tome odlučiti, i to uvijek javno.';
    expect(detectLanguage(shared)).toBe('sr-Latn');
    expect(detectLanguage(`${shared} Tko god to želi, neka dođe u općinu tijekom siječnja.`)).toBe('hr');
  });

  it('says nothing of a few words, a list of names or numbers', () => {
    for (const text of [
      '',
      'Treaty',
      'Memorandum of conversation',
      'Милошевић',
      'Писмо председника',
      '1999 '.repeat(300),
    ]) {
      expect(detectLanguage(text)).toBe('');
    }
    expect(detectLanguage('Abell, T.; Ferrand, M.; Ostrow, K.; Whitcombe, J. '.repeat(3))).toBe('');
  });

  it('goes by most of a text, not by its letterhead or a quotation', () => {
    const letterhead = `${ARTICLE.fr}\n\n`;
    expect(detectLanguage(letterhead + `${ARTICLE.en} `.repeat(30))).toBe('en');
    expect(detectLanguage(`${`${ARTICLE['sr-Latn']} `.repeat(30)}“${ARTICLE.en}”`)).toBe('sr-Latn');
  });
});

describe('the name of a language', () => {
  it.each([
    ['en', 'English'],
    ['fr', 'French'],
    ['sr-Cyrl', 'Serbian (Cyrillic)'],
    ['sr-Latn', 'Serbian (Latin)'],
    ['SR-cyrl', 'Serbian (Cyrillic)'],
    ['', 'No language given'],
    ['Old Church Slavonic', 'Old Church Slavonic'],
    ['English', 'English'],
  ])('of %j is %s', (tag, name) => {
    expect(languageName(tag)).toBe(name);
  });
});
