/**
 * Words of other languages by which editors and authorities say that something was withheld (`withheld`), or that it
 * cannot be read or was left out (`lost`). Each is the head of a word: endings follow. `perhaps` are words of other uses,
 * believed only when a bracket holds little else. Every language that search stems is here.
 */
interface Tongue {
  readonly withheld: string;
  readonly lost: string;
  readonly perhaps?: string;
}

export const TONGUES: Readonly<Record<string, Tongue>> = {
  ar: {
    withheld: 'محذوف محجوب حُذف تم_حذف تم_حجب مطموس مشطوب',
    lost: 'غير_مقروء غير_واضح غير_مسموع',
    perhaps: 'حذف حجب',
  },
  bg: { withheld: 'заличен засекретен зачеркнат цензуриран зачернен', lost: 'нечетлив неразбираем', perhaps: 'изтрит премахнат' },
  ca: { withheld: 'censurat censurad ratllat ratllad ocultat tatxat anonimitzat', lost: 'il·legible', perhaps: 'suprimit suprimid eliminat omès esborrat' },
  cs: { withheld: 'začern anonymizov cenzurov utajen znečiteln', lost: 'nečiteln nesrozumiteln', perhaps: 'vymaz odstran vypušt škrtnut vynech' },
  da: { withheld: 'overstreget ekstraher sværtet maskeret censurer bortcensurer anonymiser', lost: 'ulæselig uforståelig', perhaps: 'slettet udeladt fjernet undtaget hemmeligholdt' },
  de: { withheld: 'geschwärzt schwärzung anonymisier zensiert unkenntlich_gemacht pseudonymisier', lost: 'unleserlich unlesbar unverständlich', perhaps: 'gestrichen getilgt gelöscht entfernt gesperrt ausgelassen auslassung fehlt entnommen textverlust' },
  el: { withheld: 'διαγράφηκ διαγραμμέν λογοκρίθηκ λογοκριμέν απαλείφθηκ απαλειφ μαυρισμέν', lost: 'δυσανάγνωστ αδιάβαστ δυσδιάκριτ', perhaps: 'διαγραφ αφαιρέθηκ παραλείπ παραλείφθηκ ανωνυμοποι' },
  es: { withheld: 'tachad testad censurad clasificada_como_reservada versión_pública información_reservada información_confidencial información_clasificada expurgad anonimizad', lost: 'ilegible ininteligible inaudible indescifrable', perhaps: 'suprimid eliminad omitid borrad reservad ocultad tarjad' },
  eu: { withheld: 'ezabatu zentsura tatxatu ezkutatu', lost: 'irakurtezin ulertezin', perhaps: 'kendu' },
  fi: { withheld: 'salattu peitetty mustattu sensuroi anonymisoi salassa_pidettävä yliviivattu', lost: 'lukukelvo lukukelvoto epäselvä', perhaps: 'poistettu' },
  fr: { withheld: 'caviardé caviardage occulté occultation biffé biffure censuré non_communicable anonymisé noirci raturé masqué', lost: 'illisible inaudible indéchiffrable inintelligible', perhaps: 'supprimé suppression effacé retiré omis classifié déchiré lacune manque retranché' },
  ga: { withheld: 'scriosta bainte cinsire folaithe ceilte', lost: 'doléite', perhaps: 'fágtha' },
  he: { withheld: 'צונזר הושחר נמחק מצונזר מושחר חסוי צנזורה', lost: 'לא_קריא לא_ברור לא_נשמע', perhaps: 'הושמט הוסר' },
  hu: { withheld: 'kitakar kisatíroz cenzúráz anonimizál kitörölve törölve kihúzva', lost: 'olvashatatlan érthetetlen', perhaps: 'törölt kihagyva' },
  hy: { withheld: 'ջնջված գաղտնագր գրաքնն սևացված ծածկված', lost: 'անընթեռնելի', perhaps: 'հանված' },
  it: { withheld: 'omissis_secretat secretat oscurat censurat cassat annerit', lost: 'omissis illeggibil incomprensibil lacuna', perhaps: 'cancellat soppress eliminat omess espunt depennat' },
  ja: { withheld: '黒塗り 不開示 非公開 非開示 伏せ字 伏字 墨塗り 検閲 マスキング 削除', lost: '判読不能 判読不可 解読不能 聞き取り不能 聴取不能', perhaps: '抹消 省略' },
  ko: { withheld: '비공개 삭제 검열 가림 비식별', lost: '판독_불가 판독불가 해독_불가 청취_불가', perhaps: '생략' },
  nl: { withheld: 'weggelakt gelakt zwartgelakt zwartgemaakt gecensureerd geanonimiseerd onleesbaar_gemaakt gewit', lost: 'onleesbaar onverstaanbaar', perhaps: 'geschrapt verwijderd doorgehaald weggelaten' },
  no: { withheld: 'maskert sladdet unntatt_offentlighet unntatt_offentligheten unntatt_fra_offentlighet unnateke_offentleg sensurert overstrøket anonymisert svertet', lost: 'uleselig uleseleg uforståelig', perhaps: 'strøket slettet fjernet utelatt fjerna unntatt' },
  pl: { withheld: 'utajnion zaczernion ocenzurowan zanonimizowan zamazan anonimizacja', lost: 'nieczyteln niezrozumiał', perhaps: 'usunięt skreślon wykreślon pominięt wymazan' },
  pt: { withheld: 'rasurad tarjad censurad expurgad anonimizad riscad truncado_por_sigilo', lost: 'ilegíve ininteligíve inaudíve', perhaps: 'suprimid omitid eliminad apagad ocultad sigilos cortad' },
  ro: { withheld: 'anonimizat cenzurat secretizat înnegrit tăiat_de_cenzură', lost: 'ilizibil indescifrabil neinteligibil', perhaps: 'șters eliminat omis radiat tăiat suprimat' },
  ru: { withheld: 'вымаран изъят засекречен зачёркнут зачеркнут замазан заштрихован вычеркнут цензур купюр закрыто_цензурой не_рассекречен вырезано_цензурой скрыто_цензурой обезличен', lost: 'неразборчив нрзб нрзбр неразб нечитаем утрачен', perhaps: 'удален удалён пропуск опущен вырезан скрыт исключен исключён стёрт стерт пропущен' },
  sk: { withheld: 'začiern začern anonymizov cenzurov utajen', lost: 'nečitateľn', perhaps: 'vymaz odstrán vynech' },
  sl: { withheld: 'prikrit počrnjen zakrit cenzurir anonimizir prečrtan', lost: 'nečitljiv nerazločn', perhaps: 'izbrisan izpuščen' },
  sr: { withheld: 'cenzurisan cenzuriran zatamnjen zacrnjen zatamnjen precrtan zacrnjen prekriven anonimiziran anonimizovan цензурисан затамњен зацрњен прецртан анонимизован', lost: 'nečitk nečitljiv nerazumljiv нечитк нечитљив неразумљив', perhaps: 'izbrisan obrisan uklonjen izostavljen brisano избрисан уклоњен изостављен обрисан' },
  sv: { withheld: 'maskera sekretess överstruk svärtad censurera sekretessbelag anonymisera bortmaskera', lost: 'oläslig oläsbar ohörbar', perhaps: 'struken borttag utelämna utelämnad raderad' },
  ta: { withheld: 'நீக்கப்பட்ட மறைக்கப்பட்ட தணிக்கை', lost: 'படிக்க_முடியவில்லை தெளிவற்ற' },
  tr: { withheld: 'karartıl sansürlen sansürlü gizlen karalan gizlilik_nedeniyle', lost: 'okunam okunaksız anlaşılm', perhaps: 'silin çıkarıl' },
  uk: { withheld: 'вилучен засекречен закреслен замальован вимаран цензур знеособлен', lost: 'нерозбірлив нерозб нечитк', perhaps: 'видален пропущен приховано опущен' },
  zh: { withheld: '删节 刪節 删去 刪去 已删 已刪 删除 刪除 涂黑 塗黑 隐去 隱去 屏蔽 遮蔽 涂抹 保密处理 不公开 不公開', lost: '字迹不清 字跡不清 无法辨认 無法辨認 听不清 聽不清 难以辨认 模糊不清', perhaps: '略去 此处略 从略' },
};

/** Who tells a tale in brackets, rather than a remark. */
export const TELLERS = new Set(
  'er sie es wir ich il elle ils elles on nous je él ella ellos ellas yo lui lei loro io hij zij ze wij han hun hon de vi jag jeg он она они мы я вон вона вони on ona oni ono он она они ja mi o onlar ő ők el ea ei'.split(
    ' ',
  ),
);
