/** The inspector: the archival description of one source or of several at once, edited in place. */
import { FileText } from 'lucide-react';
import { Fragment, useRef } from 'react';
import type { DescriptionElement, SourceId } from '../../../electron/contract/index.js';
import { sayDate, useCall, useCommand, wordFailure } from '../../api/index.js';
import { EmptyState, ErrorState, Loading, Notice, PaneHeader } from '../../ui/index.js';
import { CustomFields } from './CustomFields.js';
import css from './DescriptionPane.module.css';
import { Facts } from './Facts.js';
import { Field, type FieldProps } from './Field.js';
import { GuessedLanguage } from './GuessedLanguage.js';
import { accepting, changeOf, commonValue, GROUPS, isDateElement, isListElement, labelOf } from './groups.js';
import { commonGuess, LANGUAGES, nameOfLanguage, tagOfLanguage } from './languages.js';
import { Suggested } from './Suggested.js';
import { TagsField } from './TagsField.js';
import { describe, dismiss, MOST_COMPARED, useDescriptions } from './use-descriptions.js';

export interface DescriptionPaneProps {
  readonly sourceIds: readonly SourceId[];
}

export function DescriptionPane({ sourceIds }: DescriptionPaneProps) {
  const first = useRef<HTMLTextAreaElement | HTMLInputElement>(null);
  const answer = useDescriptions(sourceIds);
  const info = useCall('archive.info', undefined, { keep: true });
  const types = useCall('source.documentTypes', undefined, { keep: true });
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
      awaits: count > 0 && answer.status === 'loading' ? 'the description' : null,
    },
  );

  return (
    <div className={css.pane}>
      {/* Of one source it stands under a tab that says so. */}
      {count === 1 ? (
        <h2 className="visually-hidden">Description</h2>
      ) : (
        <PaneHeader title="Description" detail={count > 1 ? `${count.toLocaleString('en-GB')} sources` : null} />
      )}
      {content()}
    </div>
  );

  function content() {
    if (count === 0) {
      return (
        <EmptyState icon={<FileText size={24} strokeWidth={1.5} />} title="Nothing is selected">
          Choose a source to see and edit its description; choose several to describe them together.
        </EmptyState>
      );
    }
    if (answer.status === 'loading') return <Loading>Reading the description</Loading>;
    if (answer.status === 'error') return <ErrorState {...wordFailure(answer.error)} retry={answer.retry} />;
    const { sources, ids } = answer;
    const only = sources.length === 1 ? sources[0] : undefined;
    const isInBin = only !== undefined && only.deletedAt !== null;
    const descriptions = sources.map((source) => source.description);
    const isLocked = isReadOnly || isInBin;
    // Fields start afresh for other sources: words typed for one must never be saved to another.
    const key = ids.slice(0, MOST_COMPARED).join(' ');
    return (
      <div className={css.scroller} key={key}>
        {isReadOnly ? (
          <Notice title="Open for reading only">The description cannot be edited. Copy the archive to edit it.</Notice>
        ) : isInBin ? (
          <Notice>This source is in the bin. Take it out to edit its description.</Notice>
        ) : ids.length > 1 ? (
          <Notice>
            What you enter applies to all {ids.length.toLocaleString('en-GB')} sources, as one step of undo.
            {ids.length > MOST_COMPARED ? ` Only the first ${MOST_COMPARED} are compared here.` : ''}
          </Notice>
        ) : null}
        {GROUPS.map((group, index) => (
          <Fragment key={group.title}>
            <section className={css.group} aria-labelledby={`group-${group.title.replaceAll(' ', '-')}`}>
              <h3 id={`group-${group.title.replaceAll(' ', '-')}`} className={css.groupTitle}>
                {group.title}
              </h3>
              {group.elements.map((element) => (
                <Fragment key={element}>
                  <Field
                    label={labelOf(element)}
                    value={commonValue(descriptions, element)}
                    isReadOnly={isLocked}
                    {...(element === 'title' ? { inputRef: first } : {})}
                    {...shapeOf(element)}
                    onSave={(typed) =>
                      describe(ids, changeOf(element, element === 'language' ? tagOfLanguage(typed) : typed))
                    }
                  />
                  {element === 'language' && ids.length === sources.length ? (
                    <GuessedLanguage
                      tag={commonGuess(sources)}
                      isReadOnly={isLocked}
                      onUse={(language) => describe(ids, { language })}
                    />
                  ) : null}
                  {only ? (
                    <Suggested
                      suggestions={only.suggestions.filter((suggestion) => suggestion.element === element)}
                      element={labelOf(element)}
                      isReadOnly={isLocked}
                      onUse={(suggestion) => describe(ids, accepting(only.description, suggestion))}
                      onDismiss={(suggestion) => dismiss(only.id, suggestion)}
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
          onSave={(name, value) => describe(ids, { custom: { [name]: value } })}
        />
        {only ? <Facts source={only} /> : null}
      </div>
    );
  }

  function shapeOf(element: DescriptionElement): Partial<FieldProps> {
    if (isDateElement(element)) {
      return {
        explain: (typed) => {
          const said = sayDate(typed, 'long');
          return typed.trim() === '' || said === typed.trim() ? null : said;
        },
      };
    }
    if (isListElement(element)) return { shape: 'lines' };
    if (element === 'referenceCode') return { shape: 'code' };
    if (element === 'language') return { suggestions: LANGUAGES, explain: nameOfLanguage };
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
