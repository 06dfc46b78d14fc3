/** How citations are written: style, language, styles of one's own; and at once how a source is cited that way. */
import { Trash2 } from 'lucide-react';
import {
  type CitationStyle,
  type Preferences,
  type SourceId,
  STYLE_LOCALE,
  type StyledText,
} from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { announce, failureMessage, perform, performShell, setPreferences, useCall } from '../../api/index.js';
import { Button, Loading, Notice, Select } from '../../ui/index.js';
import css from './CitationSettings.module.css';

export interface CitationSettingsProps {
  readonly preferences: Pick<Preferences, 'citationStyle' | 'citationLocale'>;
  /** Whose citation is shown; the first source of the archive when none is read. */
  readonly sourceId: SourceId | null;
  readonly isReadOnly: boolean;
}

const sayKind = ({ kind, isOwn }: CitationStyle): string =>
  `${kind === 'note' ? t('Footnotes') : t('In the text')}${isOwn ? ', added' : ''}`;

function Styled({ text }: { readonly text: StyledText }) {
  return text.map(({ text: words, styles }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other key, and are drawn again as a whole
    <span key={index} data-styles={styles.join(' ')}>
      {words}
    </span>
  ));
}

interface PreviewProps extends Pick<CitationSettingsProps, 'preferences'> {
  readonly sourceId: SourceId;
}

function Preview({ preferences: { citationStyle: style, citationLocale: locale }, sourceId }: PreviewProps) {
  const answer = useCall(
    'cite.format',
    { style, locale, items: [{ sourceId, locator: 'p. 2' }] },
    { keepPrevious: true },
  );
  if (answer.status === 'loading') return <Loading>{t('Drawing the citation')}</Loading>;
  if (answer.status === 'error') {
    const { title, remedy } = failureMessage(answer.error);
    return (
      <Notice tone="caution" title={title}>
        {remedy}
      </Notice>
    );
  }
  const [drawn] = answer.data;
  if (!drawn) return null;
  return (
    <div className={css.preview} role="status" aria-label={t('How a source is cited')}>
      <dl className={css.drawn}>
        <dt>{t('Citation')}</dt>
        <dd>
          <Styled text={drawn.note} />
        </dd>
        {drawn.bibliography ? (
          <>
            <dt>{t('Bibliography')}</dt>
            <dd>
              <Styled text={drawn.bibliography} />
            </dd>
          </>
        ) : null}
        {drawn.missing.length > 0 ? (
          <>
            <dt>{t('Missing')}</dt>
            <dd className={css.missing}>{drawn.missing.join(', ')}</dd>
          </>
        ) : null}
        {drawn.guessed.length > 0 ? (
          <>
            <dt>{t('Guessed')}</dt>
            <dd className={css.missing}>
              {t('{guessed}. Braces in the description say otherwise.', { guessed: drawn.guessed.join('; ') })}
            </dd>
          </>
        ) : null}
      </dl>
    </div>
  );
}

function OwnStyles({
  styles,
  isReadOnly,
}: {
  readonly styles: readonly CitationStyle[];
  readonly isReadOnly: boolean;
}) {
  const remove = async ({ id, title }: CitationStyle) => {
    const removed = await perform('cite.removeStyle', { id });
    if (removed.ok) announce(t('Removed “{title}”. Undo brings it back', { title }));
  };
  return (
    <ul className={css.own} aria-label={t('Styles added to this archive')}>
      {styles.map((style) => (
        <li key={style.id} className={css.ownStyle}>
          <span className={css.ownTitle}>{style.title}</span>
          <Button
            variant="icon"
            aria-label={t('Remove the style {title}', { title: style.title })}
            isDisabled={isReadOnly}
            onPress={() => void remove(style)}
          >
            <Trash2 size={15} aria-hidden />
          </Button>
        </li>
      ))}
    </ul>
  );
}

export function CitationSettings({ preferences, sourceId, isReadOnly }: CitationSettingsProps) {
  const styles = useCall('cite.styles', undefined, { keepPrevious: true });
  const locales = useCall('cite.locales', undefined);
  const first = useCall(
    'source.list',
    { filter: {}, sort: { by: 'dateWritten', direction: 'descending' }, offset: 0, limit: 1 },
    { enabled: sourceId === null },
  );
  const shown = sourceId ?? (first.status === 'ready' ? first.data.rows[0]?.id : undefined);

  const add = async () => {
    const added = await performShell('shell.addStyle', undefined);
    if (!added.ok || added.value === null) return;
    setPreferences({ citationStyle: added.value.id });
    const { title, remarks } = added.value;
    announce(
      t('Added “{title}”', { title }),
      remarks.length === 0 ? { tone: 'good' } : { tone: 'plain', text: remarks.join(' ') },
    );
  };

  const failed = [styles, locales].find((answer) => answer.status === 'error');
  if (failed?.status === 'error') {
    const { title, remedy } = failureMessage(failed.error);
    return (
      <Notice tone="problem" title={title} action={<Button onPress={() => failed.retry()}>{t('Try again')}</Button>}>
        {remedy}
      </Notice>
    );
  }
  if (styles.status !== 'ready' || locales.status !== 'ready') return <Loading>{t('Looking for styles')}</Loading>;
  const own = styles.data.filter(({ isOwn }) => isOwn);
  const chosen = styles.data.find(({ id }) => id === preferences.citationStyle);
  const styleLanguage = locales.data.find(({ id }) => id === chosen?.locale)?.title ?? '';
  return (
    <>
      <div className={css.pair}>
        <Select
          label={t('Style')}
          options={styles.data.map((style) => ({ id: style.id, label: style.title, detail: sayKind(style) }))}
          value={preferences.citationStyle}
          placeholder={t('Not in this archive: choose another')}
          onChange={(citationStyle) => setPreferences({ citationStyle })}
        />
        <Select
          label={t('Language of its words')}
          options={[
            { id: STYLE_LOCALE, label: t('As the style says'), detail: styleLanguage },
            ...locales.data.map(({ id, title }) => ({ id, label: title, detail: id })),
          ]}
          value={preferences.citationLocale}
          onChange={(citationLocale) => setPreferences({ citationLocale })}
        />
      </div>
      {shown ? (
        <Preview preferences={preferences} sourceId={shown} />
      ) : first.status === 'ready' ? (
        <p className={css.quiet}>{t('Bring a source in, and its citation is shown here.')}</p>
      ) : null}
      {own.length > 0 ? <OwnStyles styles={own} isReadOnly={isReadOnly} /> : null}
      <div className={css.deed}>
        <p className={css.quiet}>{t('A style in a .csl file is kept in this archive and goes with it.')}</p>
        <Button isDisabled={isReadOnly} onPress={() => void add()}>
          {t('Add a style…')}
        </Button>
      </div>
    </>
  );
}
