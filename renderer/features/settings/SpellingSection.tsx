/** The dictionaries that notes are checked against. Two may be chosen: a word is right when one of them knows it. */
import { CheckboxGroup, Label } from 'react-aria-components';
import type { Preferences } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage, setPreferences, useCall } from '../../api/index.js';
import { Checkbox, ErrorState, Loading } from '../../ui/index.js';
import css from './SpellingSection.module.css';

/** What `spelling.check` takes at once. */
const MAX_CHOSEN = 10;

export function SpellingSection({ chosen }: { readonly chosen: Preferences['spelling'] }) {
  const languages = useCall('spelling.languages', undefined);
  if (languages.status === 'loading') return <Loading>{t('Reading the dictionaries')}</Loading>;
  if (languages.status === 'error') return <ErrorState {...failureMessage(languages.error)} retry={languages.retry} />;
  return (
    <CheckboxGroup
      className={css.group ?? ''}
      value={[...chosen]}
      onChange={(ids) => setPreferences({ spelling: ids.slice(0, MAX_CHOSEN) })}
    >
      <Label className={css.label ?? ''}>{t('Check notes in')}</Label>
      <div className={css.languages}>
        {languages.data.map(({ id, title }) => (
          <Checkbox key={id} value={id}>
            {title}
          </Checkbox>
        ))}
      </div>
      <p className={css.about}>
        {t(
          'The dictionaries came with Fonds; nothing is looked up elsewhere. A word is right when one of the chosen ones knows it. Names you teach it are kept in the archive. French, Croatian and Russian take a few seconds to load.',
        )}
      </p>
    </CheckboxGroup>
  );
}
