/** Citation styles that a person added. Adding and removing are undone like any other change; what goes keeps its row. */
import type { Archive } from '../../archive/index.js';
import { type CitationStyle, FondsError } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { rootAttribute, styleInvalid } from './csl-xml.js';

export interface OwnStyle {
  /** As the style calls itself. */
  readonly id: string;
  readonly title: string;
  readonly kind: CitationStyle['kind'];
  /** The file as it was. */
  readonly csl: string;
}

/** As it is listed. */
export interface ListedStyle extends Omit<CitationStyle, 'locale'> {
  /** `default-locale` as the style has it; null without. */
  readonly defaultLocale: string | null;
}

export interface StyleStore {
  /** In order of title. */
  list(): ListedStyle[];
  /** @returns null when this archive has none of this id. */
  get(id: string): (OwnStyle & Pick<ListedStyle, 'defaultLocale'>) | null;
  /** @throws FondsError STYLE_INVALID when there is one of this id. */
  add(style: OwnStyle): ListedStyle;
  /** @throws FondsError NOT_FOUND. */
  remove(id: string): void;
}

interface StyleListRow {
  id: string;
  title: string;
  kind: CitationStyle['kind'];
  head: string;
}

/** The root element begins a style; what may stand before it is a comment. */
const HEAD = 'substr(csl, 1, 65536) AS head';
const LIST = `SELECT id, title, kind, ${HEAD} FROM citation_style WHERE deleted_at IS NULL ORDER BY title, id`;
const GET = `SELECT id, title, kind, csl, ${HEAD} FROM citation_style WHERE id = :id AND deleted_at IS NULL`;
const PUT = `INSERT INTO citation_style (id, title, kind, csl, created_at, deleted_at)
  VALUES (:id, :title, :kind, :csl, :at, NULL)
  ON CONFLICT (id) DO UPDATE SET title = excluded.title, kind = excluded.kind, csl = excluded.csl, deleted_at = NULL`;
const SET_DELETED = `UPDATE citation_style SET deleted_at = :at WHERE id = :id`;

const defaultLocaleOf = (csl: string): string | null => rootAttribute(csl, 'default-locale');

const KIND = 'style.exists';
type StyleState = { readonly exists: false } | ({ readonly exists: true } & OwnStyle);

export function createStyleStore(
  { database, history }: Pick<Archive, 'database' | 'history'>,
  now: () => Date,
): StyleStore {
  const get = (id: string): ReturnType<StyleStore['get']> => {
    const row = database.prepare<OwnStyle & StyleListRow>(GET).get({ id });
    if (!row) return null;
    const { title, kind, csl, head } = row;
    return { id, title, kind, csl, defaultLocale: defaultLocaleOf(head) };
  };
  const put = ({ id, title, kind, csl }: OwnStyle): void => {
    database.prepare(PUT).run({ id, title, kind, csl, at: now().toISOString() });
  };
  const takeAway = (id: string): void => {
    database.prepare(SET_DELETED).run({ id, at: now().toISOString() });
  };

  history.register(KIND, (id, value) => {
    const state = value as StyleState;
    if (state.exists) put({ ...state, id });
    else takeAway(id);
    return { scopes: ['styles'], sourceIds: [] };
  });

  return {
    list: () =>
      database
        .prepare<StyleListRow>(LIST)
        .all()
        .map(({ id, title, kind, head }) => ({ id, title, kind, isOwn: true, defaultLocale: defaultLocaleOf(head) })),
    get,
    add: (style) => {
      history.step(() => {
        const known = get(style.id);
        if (known) {
          throw styleInvalid(
            t(
              'this archive has a style of this name already, “{title}”. Remove it in Settings first, then add this one.',
              { title: known.title },
            ),
          );
        }
        put(style);
        const [before, after]: [StyleState, StyleState] = [{ exists: false }, { exists: true, ...style }];
        const change = { kind: KIND, subjectId: style.id, before, after };
        return {
          label: t('Add citation style “{title}”', { title: style.title }),
          changes: [change],
          scopes: ['styles'],
        };
      });
      const { id, title, kind, csl } = style;
      return { id, title, kind, isOwn: true, defaultLocale: defaultLocaleOf(csl) };
    },
    remove: (id) => {
      history.step(() => {
        const style = get(id);
        if (!style) {
          throw new FondsError(
            'NOT_FOUND',
            t('There is no citation style {id} among those added to this archive.', { id }),
            {
              id,
            },
          );
        }
        takeAway(id);
        const { defaultLocale: _derived, ...kept } = style;
        const [before, after]: [StyleState, StyleState] = [{ exists: true, ...kept }, { exists: false }];
        const change = { kind: KIND, subjectId: id, before, after };
        return {
          label: t('Remove citation style “{title}”', { title: style.title }),
          changes: [change],
          scopes: ['styles'],
        };
      });
    },
  };
}
