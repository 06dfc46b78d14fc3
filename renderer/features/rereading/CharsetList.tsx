/** The character sets, by the languages they were made for, with a filter over names and groups. */
import { useState } from 'react';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { CHARSET_GROUPS, CHARSETS, type CharsetId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { SearchField } from '../../ui/index.js';
import css from './RereadDialog.module.css';

export interface CharsetListProps {
  readonly chosen: CharsetId | null;
  onChoose(charset: CharsetId): void;
}

/** `cp 850`, `CP850` and `dos western` find the same. */
const folded = (text: string): string => text.toLowerCase().replaceAll(/[-_\s]/g, '');

export function CharsetList({ chosen, onChoose }: CharsetListProps) {
  const [typed, setTyped] = useState('');
  const words = typed.split(/\s+/).filter(Boolean).map(folded);
  const groups = CHARSET_GROUPS.map((group) => {
    const sets = CHARSETS.filter(({ id, name, group: own }) => {
      const searched = folded(`${id} ${name} ${own}`);
      return own === group && words.every((word) => searched.includes(word));
    });
    return { group, sets };
  }).filter(({ sets }) => sets.length > 0);
  return (
    <div className={css.choice}>
      <SearchField
        label={t('Filter the sets')}
        placeholder={t('Filter, such as DOS')}
        autoFocus
        value={typed}
        onChange={setTyped}
      />
      <ListBox
        aria-label={t('Character sets')}
        className={css.list ?? ''}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          const set = CHARSETS.find(({ id }) => id === key);
          if (set) onChoose(set.id);
        }}
        renderEmptyState={() => <p className={css.empty}>{t('No set is called “{typed}”.', { typed })}</p>}
      >
        {groups.map(({ group, sets }) => (
          <ListBoxSection key={group} id={`group ${group}`}>
            <Header className={css.group ?? ''}>{group}</Header>
            {sets.map(({ id, name }) => (
              <ListBoxItem key={id} id={id} textValue={name} className={css.set ?? ''}>
                {name}
              </ListBoxItem>
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
    </div>
  );
}
