/** The command “Copy citation”, of the source that is read or of those that are selected. Shows nothing itself. */
import type { FormattedCitation, Preferences, SourceId, StyledText } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { announce, perform, performShell, useCommand } from '../../api/index.js';
import { clipboardCitation } from './clipboard-citation.js';

export interface CopyCitationProps {
  readonly sourceIds: readonly SourceId[];
  readonly preferences: Pick<Preferences, 'citationStyle' | 'citationLocale'>;
}

/** As many as one call may ask for. */
const MAX_AT_ONCE = 1_000;

/** A footnote where the style has footnotes; else the entry of the bibliography, since brackets alone say little. */
const worthCopying = ({ note, bibliography }: FormattedCitation, kind: 'note' | 'in-text'): StyledText =>
  kind === 'note' ? note : (bibliography ?? note);

export function CopyCitation({ sourceIds, preferences }: CopyCitationProps) {
  const { citationStyle: style, citationLocale: locale } = preferences;
  const copy = async () => {
    const styles = await perform('cite.styles', undefined);
    if (!styles.ok) return;
    const known = styles.value.find(({ id }) => id === style);
    const drawn: FormattedCitation[] = [];
    for (let from = 0; from < sourceIds.length; from += MAX_AT_ONCE) {
      const items = sourceIds.slice(from, from + MAX_AT_ONCE).map((sourceId) => ({ sourceId }));
      const answer = await perform('cite.format', { style, locale, items });
      if (!answer.ok) return;
      drawn.push(...answer.value);
    }
    const paragraphs = drawn.map((citation) => worthCopying(citation, known?.kind ?? 'note'));
    const copied = await performShell('shell.copy', clipboardCitation(paragraphs));
    if (!copied.ok) return;
    const missing = [...new Set(drawn.flatMap((citation) => citation.missing))];
    announce(t('{count, plural, one {Citation copied} other {# citations copied}}', { count: drawn.length }), {
      tone: missing.length === 0 ? 'good' : 'plain',
      ...(missing.length === 0
        ? {}
        : { text: t('Not in the description: {missing}.', { missing: missing.join(', ') }) }),
    });
  };

  useCommand('cite.copy', () => void copy(), { enabled: sourceIds.length > 0 });
  return null;
}
