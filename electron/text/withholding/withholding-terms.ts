/**
 * Words of other languages by which editors and authorities say that something was withheld (`withheld`), or that it
 * cannot be read or was left out (`lost`). Each is the head of a word: endings follow. `perhaps` are words of other uses,
 * believed only when a bracket holds little else. Every language that search stems is here.
 */
interface WithholdingTerms {
  readonly withheld: string;
  readonly lost: string;
  readonly perhaps?: string;
}

export const WITHHOLDING_TERMS: Readonly<Record<string, WithholdingTerms>> = {
  ar: {
    withheld: 'محذوف محجوب حُذف مطموس مشطوب مخفي تم_حذف تم_حجب تم_شطب تم_طمس تم_تظليل',
    lost: 'غير_مقروء غير_واضح غير_مسموع',
    perhaps: 'حذف حجب شُطب مشطوبة',
  },
  bg: {
    withheld: 'заличен засекретен зачеркнат зачертан цензуриран зачернен замаскиран затъмнен замазан анонимизиран',
    lost: 'нечетлив неразбираем',
    perhaps: 'изтрит премахнат скрит',
  },
  ca: {
    withheld: 'censurat censurad ratllat ratllad ocultat tatxat anonimitzat esborrat_per',
    lost: 'il·legible',
    perhaps: 'suprimit suprimid eliminat omès esborrat',
  },
  cs: {
    withheld: 'začerněn anonymizován cenzurován cenzurou utajen znečitelněn zneviditelněn vyčerněn přeškrtnut zakryt',
    lost: 'nečiteln nesrozumiteln',
    perhaps: 'vymazán odstraněn vypuštěn škrtnut vynechán skryt',
  },
  da: {
    withheld: 'overstreg ekstraher sværtet maskeret censureret bortcensureret anonymiser udstreget overmalet sløret',
    lost: 'ulæselig uforståelig',
    perhaps: 'slettet udeladt fjernet undtaget hemmeligholdt tilbageholdt',
  },
  de: {
    withheld:
      'geschwärzt schwärzung anonymisier zensiert unkenntlich_gemacht unleserlich_gemacht pseudonymisier unlesbar_gemacht zensurlücke überklebt',
    lost: 'unleserlich unlesbar unverständlich',
    perhaps:
      'gestrichen getilgt gelöscht entfernt gesperrt ausgelassen auslassung fehlt entnommen textverlust abgedeckt unterdrückt',
  },
  el: {
    withheld:
      'διαγράφηκ διαγράφετ διαγραμμέν διαγεγραμμέν λογοκρίθηκ λογοκριμέν λογοκρισ απαλείφθηκ απαλειφ μαυρισμέν μαυρίστηκ σβησμέν αποκρύπτ αποκρύφθηκ',
    lost: 'δυσανάγνωστ αδιάβαστ δυσδιάκριτ',
    perhaps: 'διαγραφ αφαιρέθηκ παραλείπ παραλείφθηκ ανωνυμοποι',
  },
  es: {
    withheld:
      'tachad testad censurad clasificada_como_reservada versión_pública información_reservada información_confidencial información_clasificada expurgad anonimizad ennegrecid no_desclasificad sin_desclasificar clasificado',
    lost: 'ilegible ininteligible inaudible indescifrable',
    perhaps: 'suprimid eliminad omitid borrad reservad ocultad tarjad',
  },
  eu: {
    withheld: 'ezabatu zentsura tatxatu ezkutatu estali belztu',
    lost: 'irakurtezin irakurgaitz ulertezin',
    perhaps: 'kendu',
  },
  fi: {
    withheld: 'salattu peitetty mustattu sensuroi anonymisoi salassa_pidettävä yliviivattu tussattu',
    lost: 'lukukelvo lukukelvoto epäselvä',
    perhaps: 'poistettu',
  },
  fr: {
    withheld:
      'caviardé caviardage occulté occultation biffé biffure censuré non_communicable non_communiqué non_déclassifié anonymisé noirci raturé masqué rayé expurgé',
    lost: 'illisible inaudible indéchiffrable inintelligible',
    perhaps: 'supprimé suppression effacé retiré omis classifié déchiré lacune manque manquant retranché',
  },
  ga: {
    withheld: 'scriosta scriosadh bainte baineadh cinsireacht folaithe ceilte dubhaithe',
    lost: 'doléite',
    perhaps: 'fágtha',
  },
  he: {
    withheld: 'צונזר הושחר נמחק מצונזר מושחר חסוי צנזורה הוסתר מוסתר מחוק',
    lost: 'לא_קריא לא_ברור לא_נשמע',
    perhaps: 'הושמט הוסר',
  },
  hu: {
    withheld: 'kitakar kisatíroz cenzúráz anonimizál kitörölve törölve kihúzva kihúzták kifeketít letakarva',
    lost: 'olvashatatlan érthetetlen',
    perhaps: 'törölt kihagyva',
  },
  hy: {
    withheld: 'ջնջված գաղտնագր գրաքնն սևացված ծածկված թաքցված մթագնված',
    lost: 'անընթեռնելի',
    perhaps: 'հանված',
  },
  it: {
    withheld: 'omissis_secretat secretat segretat oscurat censurat cassat annerit non_declassificat sbianchettat abras',
    lost: 'omissis illeggibil incomprensibil lacuna',
    perhaps: 'cancellat soppress eliminat omess espunt depennat',
  },
  ja: {
    withheld: '黒塗り 黒塗 不開示 非公開 非開示 伏せ字 伏字 墨塗り 墨塗 墨消し 検閲 マスキング 削除',
    lost: '判読不能 判読不可 解読不能 聞き取り不能 聴取不能',
    perhaps: '抹消 省略',
  },
  ko: {
    withheld: '비공개 삭제 검열 가림 비식별 먹칠',
    lost: '판독_불가 판독불가 해독_불가 청취_불가 판독_불능',
    perhaps: '생략',
  },
  nl: {
    withheld:
      'weggelakt gelakt zwartgelakt afgelakt zwartgemaakt zwart_gemaakt gecensureerd geanonimiseerd onleesbaar_gemaakt gewit afgeplakt',
    lost: 'onleesbaar onverstaanbaar',
    perhaps: 'geschrapt verwijderd doorgehaald weggelaten gewist',
  },
  no: {
    withheld:
      'maskert maskering sladd unntatt_offentlighet unntatt_offentligheten unntatt_fra_offentlighet unnateke_offentleg sensurert overstrøk anonymisert svertet skjermet',
    lost: 'uleselig uleseleg uforståelig',
    perhaps: 'strøket slettet fjernet utelatt fjerna unntatt',
  },
  pl: {
    withheld: 'utajnion zaczernion ocenzurowan zanonimizowan zamazan anonimizacja wykreślon zatajon zasłonięt',
    lost: 'nieczyteln niezrozumiał',
    perhaps: 'usunięt skreślon pominięt wymazan zatart',
  },
  pt: {
    withheld: 'rasurad tarjad tarja censurad expurgad anonimizad riscad não_desclassificad truncado_por_sigilo',
    lost: 'ilegíve ininteligíve inaudíve',
    perhaps: 'suprimid omitid eliminad apagad ocultad sigilos cortad',
  },
  ro: {
    withheld: 'anonimizat cenzurat secretizat înnegrit tăiat_de_cenzură hașurat acoperit',
    lost: 'ilizibil indescifrabil neinteligibil',
    perhaps: 'șters eliminat omis radiat tăiat suprimat',
  },
  ru: {
    withheld:
      'вымаран изъят засекречен зачёркнут зачеркнут зачернён зачернен замазан закрашен затушёван затушеван заштрихован вычеркнут цензурой цензурн купюр закрыто_цензурой не_рассекречен обезличен',
    lost: 'неразборчив нрзб нрзбр неразб нечитаем нечетк нечётк утрачен',
    perhaps: 'удален удалён пропуск опущен вырезан скрыт исключен исключён стёрт стерт пропущен',
  },
  sk: {
    withheld: 'začiern vyčiern anonymizovan cenzurovan utajen prečiarknut zakryt',
    lost: 'nečitateľn',
    perhaps: 'vymazan odstránen vynechan škrtnut skryt',
  },
  sl: {
    withheld: 'prikrit počrnjen zakrit cenzuriran anonimiziran prečrtan zatemnjen zabrisan',
    lost: 'nečitljiv nerazločn',
    perhaps: 'izbrisan izpuščen odstranjen',
  },
  sr: {
    withheld:
      'cenzurisan cenzuriran zatamnjen zacrnjen precrtan prekriven prikriven anonimiziran anonimizovan цензурисан затамњен зацрњен прецртан прекривен прикривен анонимизован',
    lost: 'nečitk nečitljiv nerazumljiv нечитк нечитљив неразумљив',
    perhaps: 'izbrisan obrisan uklonjen izostavljen brisano избрисан уклоњен изостављен обрисан',
  },
  sv: {
    withheld:
      'maskera maskad maskning sekretess överstruk överstryk svärtad svärtat censurerad censurerat sekretessbelag anonymisera bortmaskera hemligstämpla',
    lost: 'oläslig oläsbar ohörbar',
    perhaps: 'struken struket borttag utelämna raderad',
  },
  ta: {
    withheld: 'நீக்கப்பட்ட மறைக்கப்பட்ட தணிக்கை கறுப்பாக்கப்பட்ட',
    lost: 'படிக்க_முடியவில்லை தெளிவற்ற',
  },
  tr: {
    withheld: 'karartıl sansürlen sansürlü sansür gizlen karalan gizlilik_nedeniyle üstü_çizil kapatılmış',
    lost: 'okunam okunaksız anlaşılm',
    perhaps: 'silin çıkarıl',
  },
  uk: {
    withheld:
      'вилучен засекречен закреслен викреслен замальован вимаран зачорнен замазан цензурою знеособлен не_розсекречен',
    lost: 'нерозбірлив нерозб нечитк',
    perhaps: 'видален пропущен приховано опущен',
  },
  zh: {
    withheld:
      '删节 刪節 删去 刪去 已删 已刪 删除 刪除 删掉 涂黑 塗黑 隐去 隱去 屏蔽 遮蔽 遮盖 涂抹 保密处理 不公开 不公開',
    lost: '字迹不清 字跡不清 无法辨认 無法辨認 听不清 聽不清 难以辨认 模糊不清',
    perhaps: '略去 此处略 从略',
  },
};

/** Who tells a tale in brackets, rather than a remark. */
export const TELLERS = new Set(
  'er sie es wir ich il elle ils elles on nous je él ella ellos ellas yo lui lei loro io hij zij ze wij han hun hon de vi jag jeg он она они мы я вон вона вони on ona oni ono он она они ja mi o onlar ő ők el ea ei'.split(
    ' ',
  ),
);
