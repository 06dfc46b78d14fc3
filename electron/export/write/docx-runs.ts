/** Words as Word has them: with their direction and language, in fonts that have their letters. */
import type { IRunOptions } from 'docx';
import { t } from '../../wording/index.js';
import type { DirectionRun } from './direction-runs.js';
import { xmlText } from './xml-text.js';

/** Georgia has no Hebrew and no Arabic; for Chinese, Japanese and Korean Word looks for one. */
export const FONT = { ascii: t('Georgia'), hAnsi: t('Georgia'), cs: t('Times New Roman') } as const;

export const pieceOptions = ({ text, direction, language, isOfUnknownLanguage }: DirectionRun): IRunOptions => ({
  text: xmlText(text),
  ...(direction === 'rtl' ? { rightToLeft: true } : {}),
  ...(language ? { language } : {}),
  ...(isOfUnknownLanguage ? { noProof: true } : {}),
});
