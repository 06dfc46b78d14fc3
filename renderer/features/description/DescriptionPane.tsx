/** The inspector: the archival description of one source or of several at once, edited in place. */
import { FileText } from 'lucide-react';
import { Fragment, useRef } from 'react';
import type { DescriptionElement, SourceId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage, formatDate, useCall, useCommand } from '../../api/index.js';
import { EmptyState, ErrorState, Loading, Notice, PaneHeader } from '../../ui/index.js';
import { CustomFields } from './CustomFields.js';
import css from './DescriptionPane.module.css';
import {
  acceptSuggestion,
  changeFromInput,
  commonValue,
  ELEMENT_GROUPS,
  elementLabel,
  isDateElement,
  isListElement,
} from './element-groups.js';
import { GuessedLanguage } from './GuessedLanguage.js';
import { InlineField, type InlineFieldProps } from './InlineField.js';
import { commonGuess, LANGUAGES, languageName, languageTag } from './language-options.js';
import { SourceFacts } from './SourceFacts.js';
import { SuggestedValues } from './SuggestedValues.js';
import { TagsField } from './TagsField.js';
import { dismissSuggestion, MAX_COMPARED, saveDescription, useDescriptions } from './use-descriptions.js';

export interface DescriptionPaneProps {
  readonly sourceIds: readonly SourceId[];
}

export function DescriptionPane({ sourceIds }: DescriptionPaneProps) {
  const first = useRef<HTMLTextAreaElement | HTMLInputElement>(null);
  const answer = useDescriptions(sourceIds);
  const info = useCall('archive.info', undefined, { keepPrevious: true });
  const types = useCall('source.documentTypes', undefined, { keepPrevious: true });
  const isReadOnly = info.status === 'ready' && info.data.readOnly;
  const count = sourceIds.length;

  useCommand(
    'source.describe',
    () => {
      // The frame may have to show the pane first.
      requestAnimationFrame(() => {
        first.current?.focus();
        first.current?.select();
      });
    },
    {
      enabled: count > 0 && answer.status === 'ready',
      waitingFor: count > 0 && answer.status === 'loading' ? 'the description' : null,
    },
  );

  return (
    <div className={css.pane}>
      {/* Of one source it stands under a tab that says so. */}
      {count === 1 ? (
        <h2 className="visually-hidden">{t('Description')}</h2>
      ) : (
        <PaneHeader
          title={t('Description')}
          detail={count > 1 ? t('{count} sources', { count: count.toLocaleString('en-GB') }) : null}
        />
      )}
      {content()}
    </div>
  );

  function content() {
    if (count === 0) {
      return (
        <EmptyState icon={<FileText size={24} strokeWidth={1.5} />} title={t('Nothing is selected')}>
          {t('Choose a source to see and edit its description; choose several to describe them together.')}
        </EmptyState>
      );
    }
    if (answer.status === 'loading') return <Loading>{t('Reading the description')}</Loading>;
    if (answer.status === 'error') return <ErrorState {...failureMessage(answer.error)} retry={answer.retry} />;
    const { sources, ids } = answer;
    const only = sources.length === 1 ? sources[0] : undefined;
    const isInBin = only !== undefined && only.deletedAt !== null;
    const descriptions = sources.map((source) => source.description);
    const isLocked = isReadOnly || isInBin;
    // Fields start afresh for other sources: words typed for one must never be saved to another.
    const key = ids.slice(0, MAX_COMPARED).join(' ');
    return (
      <div className={css.scroller} key={key}>
        {isReadOnly ? (
          <Notice title={t('Open for reading only')}>
            {t('The description cannot be edited. Copy the archive to edit it.')}
          </Notice>
        ) : isInBin ? (
          <Notice>{t('This source is in the bin. Take it out to edit its description.')}</Notice>
        ) : ids.length > 1 ? (
          <Notice>
            {t('What you enter applies to all {count} sources, as one step of undo.', {
              count: ids.length.toLocaleString('en-GB'),
            })}
            {ids.length > MAX_COMPARED ? t(' Only the first {MAX_COMPARED} are compared here.', { MAX_COMPARED }) : ''}
          </Notice>
        ) : null}
        {ELEMENT_GROUPS.map((group, index) => (
          <Fragment key={group.title}>
            <section className={css.group} aria-labelledby={`group-${group.title.replaceAll(' ', '-')}`}>
              <h3 id={`group-${group.title.replaceAll(' ', '-')}`} className={css.groupTitle}>
                {group.title}
              </h3>
              {group.elements.map((element) => (
                <Fragment key={element}>
                  <InlineField
                    label={elementLabel(element)}
                    value={commonValue(descriptions, element)}
                    isReadOnly={isLocked}
                    {...(element === 'title' ? { inputRef: first } : {})}
                    {...shapeOf(element)}
                    onSave={(typed) =>
                      saveDescription(
                        ids,
                        changeFromInput(element, element === 'language' ? languageTag(typed) : typed),
                      )
                    }
                  />
                  {element === 'language' && ids.length === sources.length ? (
                    <GuessedLanguage
                      tag={commonGuess(sources)}
                      isReadOnly={isLocked}
                      onUse={(language) => saveDescription(ids, { language })}
                    />
                  ) : null}
                  {only ? (
                    <SuggestedValues
                      suggestions={only.suggestions.filter((suggestion) => suggestion.element === element)}
                      element={elementLabel(element)}
                      isReadOnly={isLocked}
                      onUse={(suggestion) => saveDescription(ids, acceptSuggestion(only.description, suggestion))}
                      onDismiss={(suggestion) => dismissSuggestion(only.id, suggestion)}
                    />
                  ) : null}
                </Fragment>
              ))}
            </section>
            {index === 0 ? <TagsField ids={ids} sources={sources} isReadOnly={isLocked} /> : null}
          </Fragment>
        ))}
        <CustomFields
          descriptions={descriptions}
          isReadOnly={isLocked}
          onSave={(name, value) => saveDescription(ids, { custom: { [name]: value } })}
        />
        {only ? <SourceFacts source={only} /> : null}
      </div>
    );
  }

  function shapeOf(element: DescriptionElement): Partial<InlineFieldProps> {
    if (isDateElement(element)) {
      return {
        explain: (typed) => {
          const said = formatDate(typed, 'long');
          return typed.trim() === '' || said === typed.trim() ? null : said;
        },
      };
    }
    if (isListElement(element)) return { shape: 'lines' };
    if (element === 'referenceCode') return { shape: 'code' };
    if (element === 'language') return { suggestions: LANGUAGES, explain: languageName };
    if (element === 'documentType') {
      return {
        suggestions:
          types.status === 'ready'
            ? types.data.filter(({ value }) => value !== '').map(({ value }) => ({ value }))
            : [],
      };
    }
    return {};
  }
}
