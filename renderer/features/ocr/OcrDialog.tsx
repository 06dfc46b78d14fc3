/** In which languages pages are read, and as what; the guess for the first of them is shown and can be overruled. */
import { useState } from 'react';
import { type JobId, MAX_OCR_LANGUAGES, type SourceId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage, perform, useCall } from '../../api/index.js';
import { Button, Checkbox, Dialog, ErrorState, Loading, Select } from '../../ui/index.js';
import { languageName } from './language-names.js';
import css from './OcrDialog.module.css';

export interface OcrDialogProps {
  readonly sourceIds: readonly SourceId[];
  onClose(): void;
  onStarted(id: JobId): void;
}

type PageKind = 'auto' | 'photograph' | 'scan';

const KINDS: readonly { readonly id: PageKind; readonly label: string }[] = [
  { id: 'auto', label: t('Find out by the image') },
  { id: 'photograph', label: t('Photographs: straighten and light them first') },
  { id: 'scan', label: t('Scans: read them as they are') },
];
/** In points of confidence before the next language: fewer are hardly a guess. */
const CLEAR_LEAD = 4;

/** Drawn only while it is open. */
export function OcrDialog({ sourceIds, onClose, onStarted }: OcrDialogProps) {
  const [first] = sourceIds;
  const languages = useCall('ocr.languages', undefined);
  const guess = useCall('ocr.guess', { sourceId: first as SourceId }, { enabled: first !== undefined });
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [kind, setKind] = useState<PageKind>('auto');
  const [isStarting, setStarting] = useState(false);
  const guessed = guess.status === 'ready' ? guess.data.language : null;
  const wanted = chosen ?? (guessed === null ? [] : [guessed]);

  const start = async () => {
    setStarting(true);
    const started = await perform('ocr.start', { sourceIds: [...sourceIds], languages: [...wanted], kind });
    setStarting(false);
    if (started.ok) onStarted(started.value.jobId);
  };

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('Read pages by OCR')}
      subtitle={t(
        '{count, plural, one {What is read becomes the text of this source. The text it has now stays among its versions} other {What is read becomes the text of # sources. The texts they have now stay among their versions}}, and Undo brings it back.',
        { count: sourceIds.length },
      )}
      actions={
        <>
          <Button onPress={onClose}>{t('Cancel')}</Button>
          <Button variant="primary" isDisabled={wanted.length === 0 || isStarting} onPress={() => void start()}>
            {t('Read pages')}
          </Button>
        </>
      }
    >
      <div className={css.form}>
        <fieldset className={css.languages}>
          <legend className={css.legend}>{t('Languages, up to four')}</legend>
          <p className={css.guess} role="status">
            {guessWords()}
          </p>
          {list()}
        </fieldset>
        <Select<PageKind> label={t('What the pages are')} options={KINDS} value={kind} onChange={setKind} />
      </div>
    </Dialog>
  );

  function guessWords(): string {
    if (guess.status === 'loading') return t('Looking at the first page for its language…');
    if (guess.status === 'error') return t('The language could not be guessed. Choose it.');
    const { language, script, lead } = guess.data;
    if (language !== null && lead < CLEAR_LEAD)
      return t('The first page may be in {language}, but there is little to tell by. Look, and choose.', {
        language: languageName(language),
      });
    if (language !== null)
      return t('The first page looks like {language}. A guess: choose another where it is wrong.', {
        language: languageName(language),
      });
    return script === ''
      ? t('The first page has too little text to tell its language. Choose it.')
      : t('The first page is written in {script} letters. Choose the language.', { script });
  }

  function list() {
    if (languages.status === 'loading') return <Loading>{t('Looking which languages there are')}</Loading>;
    if (languages.status === 'error')
      return <ErrorState {...failureMessage(languages.error)} retry={languages.retry} />;
    const sorted = [...languages.data].sort((a, b) => languageName(a).localeCompare(languageName(b)));
    return (
      <div className={css.list}>
        {sorted.map((code) => (
          <Checkbox
            key={code}
            isSelected={wanted.includes(code)}
            isDisabled={!wanted.includes(code) && wanted.length >= MAX_OCR_LANGUAGES}
            onChange={(isOn) => setChosen(isOn ? [...wanted, code] : wanted.filter((other) => other !== code))}
          >
            {languageName(code)}
          </Checkbox>
        ))}
      </div>
    );
  }
}
