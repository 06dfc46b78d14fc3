/** Fields the researcher added, by their own names: edit, add, remove. */
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Description } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { Button, TextField } from '../../ui/index.js';
import css from './DescriptionPane.module.css';
import { commonCustom, customNames } from './element-groups.js';
import { InlineField } from './InlineField.js';

export interface CustomFieldsProps {
  readonly descriptions: readonly Description[];
  readonly isReadOnly: boolean;
  /** @param value null removes the field. @returns the reason when refused; null when saved. */
  onSave(name: string, value: string | null): Promise<string | null>;
}

export function CustomFields({ descriptions, isReadOnly, onSave }: CustomFieldsProps) {
  const [draft, setDraft] = useState<{ name: string; value: string } | null>(null);
  const names = customNames(descriptions);
  const isDuplicate = draft !== null && names.includes(draft.name.trim());
  const add = async () => {
    if (!draft || draft.name.trim() === '' || isDuplicate) return;
    if ((await onSave(draft.name.trim(), draft.value.trim())) === null) setDraft(null);
  };
  if (isReadOnly && names.length === 0) return null;
  return (
    <section className={css.group} aria-labelledby="custom-fields">
      <h3 id="custom-fields" className={css.groupTitle}>
        {t('Your own fields')}
      </h3>
      {names.map((name) => (
        <div key={name} className={css.custom}>
          <InlineField
            label={name}
            value={commonCustom(descriptions, name)}
            isReadOnly={isReadOnly}
            onSave={(typed) => onSave(name, typed.trim())}
          />
          {isReadOnly ? null : (
            <Button
              variant="icon"
              size="small"
              aria-label={t('Remove {name}', { name })}
              onPress={() => void onSave(name, null)}
            >
              <X size={13} aria-hidden />
            </Button>
          )}
        </div>
      ))}
      {draft ? (
        <form
          className={css.draft}
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setDraft(null);
          }}
        >
          <TextField
            label={t('Name of the field')}
            autoFocus
            maxLength={100}
            value={draft.name}
            onChange={(name) => setDraft({ ...draft, name })}
            error={isDuplicate ? t('There is a field of this name already.') : null}
          />
          <TextField label={t('Value')} value={draft.value} onChange={(value) => setDraft({ ...draft, value })} />
          <div className={css.draftActions}>
            <Button size="small" onPress={() => setDraft(null)}>
              {t('Cancel')}
            </Button>
            <Button size="small" variant="primary" type="submit" isDisabled={draft.name.trim() === '' || isDuplicate}>
              {t('Add field')}
            </Button>
          </div>
        </form>
      ) : isReadOnly ? null : (
        <div>
          <Button size="small" onPress={() => setDraft({ name: '', value: '' })}>
            <Plus size={13} aria-hidden />
            {t('Add a field')}
          </Button>
        </div>
      )}
    </section>
  );
}
