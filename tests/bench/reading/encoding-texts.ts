/**
 * Texts for trying the guessing of character sets: invented memoranda, written for this table and never counted for the
 * tables of letters. Each has 140 to 500 letters. `sets` are those in which files of the language are met.
 */
export interface EncodingText {
  /** BCP 47 tag. */
  readonly language: string;
  readonly text: string;
  /** Ids of character sets. */
  readonly sets: readonly string[];
}

const WESTERN = ['windows-1252', 'iso-8859-1', 'iso-8859-15', 'cp437', 'cp850', 'macintosh', 'utf-16le', 'utf-16be'];
const CENTRAL = ['windows-1250', 'iso-8859-2', 'cp852', 'mac-ce', 'utf-16le', 'utf-16be'];
const CYRILLIC = ['windows-1251', 'iso-8859-5', 'x-mac-cyrillic', 'utf-16le', 'utf-16be'];

export const ENCODING_TEXTS: readonly EncodingText[] = [
  {
    language: 'de',
    sets: WESTERN,
    text: 'Die Fähre lag drei Tage im Hafen, weil der Kapitän die Zöllner nicht an Bord ließ. Am Dienstag kamen schließlich vier Männer über die Brücke, öffneten die Kisten und zählten nur Bücher, Schlüssel und alte Verträge. Später hieß es, man hätte früher fragen müssen.',
  },
  {
    language: 'de',
    sets: WESTERN,
    text: 'Betrifft: Übergabe der Schlüssel. Der Hausmeister bestätigt, daß er am 3. März fünf Räume geöffnet und geprüft hat. Es fehlen zwei Stühle, ein Gemälde und die grüne Lampe aus dem Büro.',
  },
  {
    language: 'fr',
    sets: WESTERN,
    text: "Le bateau est resté trois jours à quai parce que les douaniers n'étaient pas prévenus. Le lundi matin, après une réunion agitée, le préfet décida d'ouvrir les caisses ; elles ne contenaient que des étoffes, des livres abîmés et une vieille clé. Personne n'a réclamé ces objets.",
  },
  {
    language: 'fr',
    sets: WESTERN,
    text: "Note pour le secrétariat : la pièce numéro sept a été égarée pendant le déménagement. On l'a cherchée dans les dossiers de l'année précédente, à la mairie et même à l'évêché, sans succès jusqu'à présent.",
  },
  {
    language: 'es',
    sets: WESTERN,
    text: 'La barca llegó al amanecer con veintitrés cajones de papel. El capitán, un hombre pequeño y tímido, explicó que nadie le había pagado todavía. ¿Cómo podía saber él lo que había dentro? Después de la inspección, el aduanero añadió una línea al informe y se marchó a la montaña.',
  },
  {
    language: 'es',
    sets: WESTERN,
    text: 'Señor director: el próximo sábado se celebrará la reunión anual en el salón pequeño. Rogamos que envíe el listado de los niños inscritos y el número de teléfono del señor Muñoz, que está enfermo desde el último lunes.',
  },
  {
    language: 'pt',
    sets: WESTERN,
    text: 'A reunião começou às nove horas e não acabou antes da meia-noite. O engenheiro explicou que a construção da estação já não dependia da câmara, mas de uma decisão do governo. Alguém perguntou então onde estavam as três petições; ninguém soube responder, e a questão ficou para amanhã.',
  },
  {
    language: 'it',
    sets: WESTERN,
    text: "Il custode riferì che la porta era già aperta quando arrivò, verso le sei del mattino. Perché nessuno avesse chiamato i vigili non si è mai saputo; più tardi un operaio dichiarò che c'era stata una luce nella soffitta. Così la pratica passò di mano in mano e restò nel cassetto finché andò perduta.",
  },
  {
    language: 'sv',
    sets: WESTERN,
    text: 'Färjan låg kvar i hamnen hela veckan eftersom isen var för tjock. På torsdagen gick sju män över sundet för att hämta mjölk och bröd åt byn. När de återvände på kvällen hade någon brutit upp dörren till båthuset, men ingenting fattades utom ett gammalt sjökort.',
  },
  {
    language: 'da',
    sets: ['windows-1252', 'iso-8859-1', 'iso-8859-15', 'cp850', 'cp865', 'macintosh', 'utf-16le', 'utf-16be'],
    text: 'Fyrmesteren skrev i sin dagbog, at båden først kom hen på formiddagen. Der var ingen høje bølger, men tågen lå tæt over øen, og børnene på skolen måtte gå hjem langs diget. Om aftenen kørte lægen til nabobyen for at købe medicin; han kom ikke tilbage før søndag.',
  },
  {
    language: 'nb',
    sets: ['windows-1252', 'iso-8859-1', 'cp850', 'cp865', 'macintosh', 'utf-16le'],
    text: 'På møtet i går ble det bestemt at brua skal åpnes først til våren. Flere av bøndene på østsiden var misfornøyde og sa at de ikke får solgt fisken så lenge veien er stengt. Lensmannen lovte å høre med fylket, men han visste ikke når svaret kunne være på plass.',
  },
  {
    language: 'fi',
    sets: WESTERN,
    text: 'Lautta odotti satamassa kolme päivää, koska jää oli vielä liian paksua. Kylän väki kävi hakemassa leipää ja lämpimiä vaatteita, ja lääkäri lähti hiihtäen yli selän. Myöhemmin selvisi, että kirje oli jäänyt pöydälle eikä kukaan ollut lähettänyt sitä.',
  },
  {
    language: 'is',
    sets: ['windows-1252', 'iso-8859-1', 'cp850', 'cp861', 'utf-16le'],
    text: 'Skipið lá við bryggjuna í þrjá daga af því að enginn hafði séð um pappírana. Á þriðjudag komu fjórir menn yfir heiðina, opnuðu kassana og töldu bækur og gamla lykla. Síðar var sagt að það hefði átt að spyrja fólkið í þorpinu fyrst.',
  },
  {
    language: 'nl',
    sets: ['windows-1252', 'iso-8859-1', 'cp850', 'macintosh'],
    text: 'De financiële commissie vond geen reden om de coöperatie te sluiten. Eén van de leden wilde de notulen zien vóór de vergadering; hij vroeg ook naar de geërfde schilderijen en de ruïne achter het station. Een antwoord kreeg hij niet, hoewel de secretaris het meermaals beloofde.',
  },
  {
    language: 'en',
    sets: ['windows-1252', 'macintosh', 'utf-16le'],
    text: 'The ferry didn’t leave until Tuesday, because the harbour master hadn’t signed the papers. “We were told to wait,” the captain said, “and nobody told us why.” The crates – nineteen of them – held books, keys and a résumé that nobody claimed. It’s all in the file now.',
  },
  {
    language: 'pl',
    sets: CENTRAL,
    text: 'Prom stał w porcie trzy dni, bo nikt nie chciał podpisać papierów. We wtorek przyszło czterech mężczyzn, otworzyło skrzynie i znalazło tylko książki, stare klucze oraz zardzewiałą lampę. Później mówiono, że należało najpierw zapytać ludzi ze wsi, gdyż oni wiedzieli więcej.',
  },
  {
    language: 'cs',
    sets: CENTRAL,
    text: 'Převozník čekal u břehu tři dny, protože nikdo nechtěl podepsat papíry. V úterý přišli čtyři muži, otevřeli bedny a našli v nich jen staré knihy, klíče a rozbitou lampu. Později se říkalo, že měli nejdříve vyslechnout lidi z vesnice, kteří věděli víc než úřad.',
  },
  {
    language: 'sk',
    sets: CENTRAL,
    text: 'Loď stála v prístave tri dni, lebo nikto nechcel podpísať papiere. V utorok prišli štyria muži, otvorili debny a našli v nich len staré knihy, kľúče a rozbitú lampu. Neskôr sa hovorilo, že sa mali najprv opýtať ľudí z dediny, ktorí vedeli viac než úrad.',
  },
  {
    language: 'hu',
    sets: CENTRAL,
    text: 'A komp három napig állt a kikötőben, mert senki sem akarta aláírni az iratokat. Kedden négy férfi jött át a hídon, kinyitották a ládákat, de csak könyveket, régi kulcsokat és egy törött lámpát találtak bennük. Később azt mondták, előbb a falu népét kellett volna megkérdezni.',
  },
  {
    language: 'hr',
    sets: CENTRAL,
    text: 'Trajekt je tri dana čekao u luci jer nitko nije htio potpisati papire. U utorak su došla četiri čovjeka, otvorila sanduke i našla samo knjige, stare ključeve i razbijenu svjetiljku. Kasnije se govorilo da je trebalo najprije pitati ljude iz sela, koji su više znali.',
  },
  {
    language: 'hr',
    sets: CENTRAL,
    text: 'Županijski ured javlja da će cesta prema Đurđevcu biti zatvorena još sedam dana. Vozače molimo da koriste obilaznicu kroz Špičkovinu i da se ne zaustavljaju na mostu, jer je žičana ograda oštećena.',
  },
  {
    language: 'sr-Latn',
    sets: CENTRAL,
    text: 'Skela je tri dana čekala na obali zato što niko nije hteo da potpiše papire. U utorak su došla četiri čoveka, otvorila sanduke i našla samo knjige, stare ključeve i razbijenu lampu. Posle se pričalo da je najpre trebalo pitati meštane, koji su znali više od načelnika.',
  },
  {
    language: 'sl',
    sets: CENTRAL,
    text: 'Trajekt je tri dni čakal v pristanišču, ker nihče ni hotel podpisati listin. V torek so prišli štirje možje, odprli zaboje in našli samo knjige, stare ključe in razbito svetilko. Pozneje so govorili, da bi morali najprej vprašati vaščane, ki so vedeli več kot uradniki.',
  },
  {
    language: 'ro',
    sets: CENTRAL,
    text: 'Bacul a stat trei zile în port pentru că nimeni nu voia să semneze hârtiile. Marţi au venit patru bărbaţi, au deschis lăzile şi au găsit doar cărţi, chei vechi şi o lampă spartă. Mai târziu s-a spus că ar fi trebuit să întrebe întâi oamenii din sat, care ştiau mai multe.',
  },
  {
    language: 'tr',
    sets: ['windows-1254', 'iso-8859-9', 'cp857', 'utf-16le'],
    text: 'Vapur üç gün limanda bekledi, çünkü kimse kâğıtları imzalamak istemiyordu. Salı günü dört adam geldi, sandıkları açtı ve içlerinde yalnızca kitaplar, eski anahtarlar ve kırık bir lamba buldu. Sonradan, önce köylülere sorulması gerektiği söylendi.',
  },
  {
    language: 'lt',
    sets: ['windows-1257', 'iso-8859-13', 'cp775', 'utf-16le'],
    text: 'Keltas tris dienas stovėjo uoste, nes niekas nenorėjo pasirašyti popierių. Antradienį atėjo keturi vyrai, atidarė dėžes ir rado tik knygų, senų raktų ir sudužusią lempą. Vėliau kalbėta, kad pirmiausia reikėjo paklausti kaimo žmonių, kurie žinojo daugiau.',
  },
  {
    language: 'lv',
    sets: ['windows-1257', 'iso-8859-13', 'cp775', 'utf-16le'],
    text: 'Prāmis trīs dienas stāvēja ostā, jo neviens negribēja parakstīt papīrus. Otrdien atnāca četri vīri, atvēra kastes un atrada tikai grāmatas, vecas atslēgas un saplēstu lampu. Vēlāk runāja, ka vispirms vajadzēja pajautāt ciema ļaudīm, kuri zināja vairāk.',
  },
  {
    language: 'et',
    sets: ['windows-1257', 'windows-1252', 'utf-16le'],
    text: 'Parvlaev seisis kolm päeva sadamas, sest keegi ei tahtnud pabereid alla kirjutada. Teisipäeval tulid neli meest üle silla, avasid kastid ja leidsid ainult raamatuid, vanu võtmeid ja katkise lambi. Hiljem öeldi, et kõigepealt oleks pidanud küsima külarahvalt.',
  },
  {
    language: 'ru',
    sets: [...CYRILLIC, 'koi8-r', 'ibm866'],
    text: 'Паром простоял в гавани три дня, потому что никто не хотел подписывать бумаги. Во вторник пришли четверо мужчин, открыли ящики и нашли только книги, старые ключи и разбитую лампу. Позднее говорили, что сначала надо было расспросить жителей деревни.',
  },
  {
    language: 'ru',
    sets: [...CYRILLIC, 'koi8-r', 'ibm866'],
    text: 'Уважаемый Пётр Ильич! Сообщаем Вам, что Ваше письмо от 12 мая получено и передано в отдел снабжения. Ответ будет дан в течение месяца. Просим также выслать копию договора № 17.',
  },
  {
    language: 'uk',
    sets: ['windows-1251', 'koi8-u', 'iso-8859-5', 'x-mac-cyrillic', 'cp1125', 'utf-16le', 'utf-16be'],
    text: 'Пором простояв у гавані три дні, бо ніхто не хотів підписувати папери. У вівторок прийшли четверо чоловіків, відчинили скрині і знайшли тільки книжки, старі ключі та розбиту лампу. Згодом казали, що спершу треба було розпитати мешканців села, які знали більше.',
  },
  {
    language: 'be',
    sets: ['windows-1251', 'iso-8859-5', 'x-mac-cyrillic', 'utf-16le'],
    text: 'Паром прастаяў у гавані тры дні, бо ніхто не хацеў падпісваць паперы. У аўторак прыйшлі чацвёра мужчын, адчынілі скрыні і знайшлі толькі кнігі, старыя ключы і разбітую лямпу. Пазней казалі, што спачатку трэба было распытаць жыхароў вёскі.',
  },
  {
    language: 'bg',
    sets: [...CYRILLIC, 'ibm866', 'cp855', 'mik'],
    text: 'Фериботът стоя три дни в пристанището, защото никой не искаше да подпише документите. Във вторник дойдоха четирима мъже, отвориха сандъците и намериха само книги, стари ключове и счупена лампа. По-късно казваха, че първо е трябвало да попитат хората от селото.',
  },
  {
    language: 'sr',
    sets: [...CYRILLIC, 'cp855'],
    text: 'Скела је три дана чекала на обали зато што нико није хтео да потпише папире. У уторак су дошла четири човека, отворила сандуке и нашла само књиге, старе кључеве и разбијену лампу. После се причало да је најпре требало питати мештане, који су знали више од начелника.',
  },
  {
    language: 'mk',
    sets: [...CYRILLIC, 'cp855'],
    text: 'Траектот чекаше три дена во пристаништето затоа што никој не сакаше да ги потпише документите. Во вторник дојдоа четворица мажи, ги отворија сандаците и најдоа само книги, стари клучеви и скршена ламба. Подоцна се зборуваше дека прво требало да се прашаат луѓето од селото.',
  },
  {
    language: 'el',
    sets: ['windows-1253', 'iso-8859-7', 'cp737', 'mac-greek', 'utf-16le'],
    text: 'Το φέρι έμεινε τρεις μέρες στο λιμάνι, γιατί κανείς δεν ήθελε να υπογράψει τα χαρτιά. Την Τρίτη ήρθαν τέσσερις άντρες, άνοιξαν τα κιβώτια και βρήκαν μόνο βιβλία, παλιά κλειδιά και μια σπασμένη λάμπα. Αργότερα έλεγαν πως έπρεπε πρώτα να ρωτήσουν τους χωρικούς.',
  },
  {
    language: 'he',
    sets: ['windows-1255', 'cp862', 'utf-16le'],
    text: 'המעבורת עמדה בנמל שלושה ימים, כי איש לא רצה לחתום על המסמכים. ביום שלישי באו ארבעה אנשים, פתחו את הארגזים ומצאו בהם רק ספרים, מפתחות ישנים ומנורה שבורה. אחר כך אמרו שהיה צריך לשאול קודם את אנשי הכפר.',
  },
  {
    language: 'ar',
    sets: ['windows-1256', 'iso-8859-6', 'utf-16le'],
    text: 'بقيت العبارة في الميناء ثلاثة أيام لأن أحدا لم يرد أن يوقع الأوراق. وفي يوم الثلاثاء جاء أربعة رجال وفتحوا الصناديق فلم يجدوا فيها إلا كتبا ومفاتيح قديمة ومصباحا مكسورا. وقيل بعد ذلك إنه كان يجب سؤال أهل القرية أولا.',
  },
  {
    language: 'th',
    sets: ['windows-874', 'utf-16le'],
    text: 'เรือข้ามฟากจอดอยู่ที่ท่าสามวันเพราะไม่มีใครยอมลงนามในเอกสาร วันอังคารมีชายสี่คนมาเปิดหีบและพบเพียงหนังสือ กุญแจเก่า และตะเกียงแตก ต่อมามีคนพูดว่าควรถามชาวบ้านก่อน',
  },
  {
    language: 'zh-Hans',
    sets: ['gb18030', 'utf-16le', 'utf-16be'],
    text: '渡船在港口停了三天，因为没有人愿意在文件上签字。星期二来了四个男人，他们打开箱子，只找到几本书、旧钥匙和一盏破灯。后来有人说，应该先去问村里的老百姓，他们知道得更多。这件事最后写进了报告，但是报告也丢了，所以谁也说不清楚当时到底发生了什么。',
  },
  {
    language: 'zh-Hant',
    sets: ['big5', 'utf-16le', 'utf-16be'],
    text: '渡船在港口停了三天，因為沒有人願意在文件上簽字。星期二來了四個男人，他們打開箱子，只找到幾本書、舊鑰匙和一盞破燈。後來有人說，應該先去問村裡的老百姓，他們知道得更多。這件事最後寫進了報告，但是報告也丟了，所以誰也說不清楚當時到底發生了什麼。',
  },
  {
    language: 'ja',
    sets: ['shift_jis', 'euc-jp', 'iso-2022-jp', 'utf-16le', 'utf-16be'],
    text: '渡し船は三日間港に停まっていた。誰も書類に署名しようとしなかったからである。火曜日に四人の男がやって来て箱を開けたが、中には本と古い鍵と壊れたランプしかなかった。あとになって、まず村の人々に尋ねるべきだったと言われた。',
  },
  {
    language: 'ko',
    sets: ['euc-kr', 'utf-16le', 'utf-16be'],
    text: '나룻배는 사흘 동안 항구에 서 있었다. 아무도 서류에 서명하려 하지 않았기 때문이다. 화요일에 네 남자가 와서 상자를 열었지만 책과 낡은 열쇠와 깨진 등잔밖에 없었다. 나중에 사람들은 먼저 마을 사람들에게 물어보았어야 했다고 말했다.',
  },
];
