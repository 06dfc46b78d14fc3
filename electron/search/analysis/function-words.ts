/**
 * Function words of the languages Fonds meets most; English has lunr's own list. Of the lists in the second part those
 * words are left out that English shares: they are there to tell a language by.
 */
import { foldWord } from '../../text/index.js';

const WORDS = {
  sr:
    'a ali ako bez bi bih bila bile bili bilo bio biti bismo biste ću će ćemo ćete ćeš da dok do ga gde gdje i ih ili im ' +
    'iz iza između ja je jer još joj ju k ka kad kada kako kao ko kod koja koje kojeg kojem koji kojih kojim kojima koju ' +
    'kroz li me mi mu na nad nakon ne nego neka ni nije nisam nisu ništa njega njegov njegova njegove njegovo njen njih ' +
    'njihov nju o od on ona one oni ono ova ovaj ove ovi ovo pa po pod pre pred preko prema pri prije s sa sam samo se ' +
    'ste smo su sve svi svih svoj svoje svoju šta što ta tada taj tako takođe također te ti to toga tom tu u uz već vi ' +
    'više za zato zbog',
  fr:
    'à au aux avec ce ceci cela ces cet cette ceux chez comme d dans de des donc dont du elle elles en entre est et eu ' +
    'été être eux fut il ils je l la le les leur leurs lui mais me même mes moi mon n ne ni nos notre nous on ont ou où ' +
    'par pas plus pour qu que quelle quelles qui s sa sans se ses si son sont sous sur ta te tes toi ton tu un une vos ' +
    'votre vous y',
  de:
    'aber als am an auch auf aus bei bin bis bist da damit dann das dass dem den denn der des die dies diese diesem ' +
    'diesen dieser dieses doch du durch ein eine einem einen einer eines er es für gegen hat hatte haben ich ihm ihn ihr ' +
    'ihre ihrem ihren ihrer im in ist ja kein keine mit nach nicht noch nur ob oder ohne sein seine seinem seinen seiner ' +
    'sich sie sind so über um und uns unter vom von vor war waren was weil wenn werden wie wir wird wo wurde wurden zu ' +
    'zum zur zwischen',
  es:
    'a al algo ante antes aunque como con contra cual cuando de del desde donde durante e el ella ellas ellos en entre ' +
    'era eran es esa esas ese eso esos esta estas este esto estos está están fue fueron ha han hasta hay la las le les ' +
    'lo los más me mi mis muy no nos o os otra otro para pero por porque que quien se sea ser si sin sobre son su sus sí ' +
    'también tras tu un una uno unos y ya yo',
  it:
    'a ad agli ai al alla alle allo anche avere aveva c che chi ci come con contro cui da dagli dai dal dalla dalle dei ' +
    'del della delle dello di dopo e ed era erano essere fra fu gli ha hanno i il in io la le lei li lo loro lui ma mi ' +
    'ne negli nei nel nella nelle nello noi non o per perché però più quale quando quello questa questo se si sia sono ' +
    'su sua sue sugli sui sul sulla suo suoi tra tu un una uno vi voi',
  ru:
    'а без более бы был была были было быть в вам вас весь во вот все всех вы где да для до его ее ей ему если есть еще ' +
    'же за и из или им их к как когда который которая которые кто ли мне мы на над не него нее ней нет но о об однако ' +
    'он она они оно от по под при с так также такой там то того тоже только том ты у уже чем что чтобы эта эти это этого ' +
    'этой этом этот я',
  // In part, see above.
  nl:
    'aan als bij dat de deze die dit door een en er heeft het hij hun ik kan maar met naar niet nog om ook op ' +
    'over te tot uit van voor wat werd wie wij wordt ze zich zij zijn zou',
  pl:
    'ale bo by byc byl byla bylo co czy dla ich im ja jak jako jest jego jej juz kto ktora ktore ktory lub nad ' +
    'nie niz o od on ona oraz po pod przed przez przy sa sie sobie swoje swej swych ta tak tego tej ten to tym w ' +
    'wobec z za ze',
  pt:
    'ao aos ate com como da das de dela dele dos e ela ele eles em entre era essa esse esta este foi foram ha ' +
    'isso ja mais mas mesmo muito na nao nas nos o os ou para pela pelo pelos por qual quando que quem se sem ser ' +
    'seu seus sua suas tambem tem um uma',
  sl:
    'ali bi bil bila bili bilo bo brez da ga ima in iz je jih k kaj kar kateri ki ko kot lahko med mu na ne ni ' +
    'niso njegov o ob od pa po pod pred pri proti s se si sicer smo sta ta te ter tudi v ve vse vsi z za zaradi ' +
    'ze',
  sq:
    'ai ajo asnje ata cdo do dhe duhet e edhe eshte ishte jane ka kane ky ma mbi midis mund ne nga nje nuk per ' +
    'pas por qe se si tek te tij tyre u',
} as const;

/** By language; the words are folded, so that scripts and accents do not matter. */
export const FUNCTION_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(WORDS).map(([language, words]) => [language, new Set(words.split(' ').map(foldWord))]),
);
