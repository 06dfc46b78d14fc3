/** What narrows a list of annotations: words, a colour, a tag. */
import { useMemo } from 'react';
import { Colour, type Tag, type TagTree } from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';
import { SearchField, Select, type SelectOption } from '../ui/index.js';
import css from './AnnotationFilterBar.module.css';
import { COLOURS, colourName } from './annotation-labels.js';
import type { AnnotationListFilter } from './filter-annotations.js';

export interface AnnotationFilterBarProps {
  readonly filter: AnnotationListFilter;
  /** Tags to choose from; none: a list of one tag. */
  readonly tree: TagTree<Tag> | null;
  onFilter(filter: AnnotationListFilter): void;
}

const ANY = 'any';
const colourOptions: readonly SelectOption<string>[] = [
  { id: ANY, label: t('Any colour') },
  ...COLOURS.map((colour) => ({ id: String(colour), label: colourName(colour) })),
];

export function AnnotationFilterBar({ filter, tree, onFilter }: AnnotationFilterBarProps) {
  const tagOptions = useMemo<readonly SelectOption<string>[]>(
    () => [
      { id: ANY, label: t('Any tag') },
      ...(tree?.tags ?? []).map(({ id }) => ({ id, label: tree?.path(id) ?? '' })),
    ],
    [tree],
  );
  return (
    <search className={css.bar}>
      <div className={css.words}>
        <SearchField
          label={t('Filter by words')}
          placeholder={t('Filter by words')}
          value={filter.words}
          onChange={(words) => onFilter({ ...filter, words })}
        />
      </div>
      <div className={css.choice}>
        <Select
          label={t('Colour')}
          labelling="hidden"
          options={colourOptions}
          value={filter.colour === null ? ANY : String(filter.colour)}
          onChange={(key) => onFilter({ ...filter, colour: Colour.safeParse(Number(key)).data ?? null })}
        />
      </div>
      {tree && tree.tags.length > 0 ? (
        <div className={css.choice}>
          <Select
            label={t('Tag')}
            labelling="hidden"
            options={tagOptions}
            value={filter.tagId ?? ANY}
            onChange={(key) => onFilter({ ...filter, tagId: tree.tags.find(({ id }) => id === key)?.id ?? null })}
          />
        </div>
      ) : null}
    </search>
  );
}
