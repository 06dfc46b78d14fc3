/** Two versions of one text side by side: what differs, with a little around it. */
import type { SourceId, VersionId } from '../../../electron/contract/index.js';
import { useCall, wordFailure } from '../../api/index.js';
import { EmptyState, ErrorState, formatCount, Loading, plural, VirtualList } from '../../ui/index.js';
import css from './ComparisonPage.module.css';
import { type ComparisonRow, comparisonRows, countDifferences, type Stretch } from './comparison-rows.js';
import { sayMoment, sayOrigin } from './version-words.js';

export interface ComparisonPageProps {
  readonly sourceId: SourceId;
  readonly from: VersionId;
  readonly to: VersionId;
}

export function ComparisonPage({ sourceId, from, to }: ComparisonPageProps) {
  const source = useCall('source.get', { id: sourceId });
  const before = useCall('text.get', { sourceId, versionId: from });
  const after = useCall('text.get', { sourceId, versionId: to });
  const edits = useCall('text.compare', { sourceId, from, to });
  const answers = [source, before, after, edits];
  const failed = answers.find((answer) => answer.status === 'error');
  if (failed?.status === 'error') return <ErrorState {...wordFailure(failed.error)} retry={failed.retry} />;
  if (source.status !== 'ready' || before.status !== 'ready' || after.status !== 'ready' || edits.status !== 'ready') {
    return <Loading>Comparing the versions</Loading>;
  }
  const rows = comparisonRows(before.data.text, after.data.text, edits.data.edits);
  const differences = countDifferences(edits.data.edits);
  const { versions, description } = source.data;
  const number = (id: VersionId) => versions.findIndex((version) => version.id === id) + 1;
  return (
    <section className={css.page} aria-label={`Versions of ${description.title || 'a text'} compared`}>
      <div className={css.bar}>
        <h1 className={css.title}>{description.title || 'Untitled'}</h1>
        <span role="status" className={css.count}>
          {plural(differences, 'difference')}
        </span>
      </div>
      <div className={css.heads}>
        {[before.data, after.data].map((version) => (
          <div key={version.id}>
            <strong>Version {number(version.id)}</strong> {sayOrigin(version)}, {sayMoment(version.createdAt)}
            {version.reason === '' ? null : <div className={css.reason}>“{version.reason}”</div>}
          </div>
        ))}
      </div>
      {differences === 0 ? (
        <EmptyState title="The two versions say the same">Not a character differs.</EmptyState>
      ) : (
        <VirtualList
          use="read"
          label="Differences"
          items={rows}
          rowPx={32}
          keyOf={(row) => `${row.kind} ${row.at}`}
          row={(row) => <Row row={row} />}
        />
      )}
    </section>
  );
}

function Row({ row }: { readonly row: ComparisonRow }) {
  if (row.kind === 'unchanged') {
    return <div className={css.unchanged}>{formatCount(row.length)} characters are the same</div>;
  }
  return (
    <div className={css.row}>
      <p className={css.side} dir="auto">
        {row.left.map((stretch, index) => words(stretch, index, 'removed'))}
      </p>
      <p className={css.side} dir="auto">
        {row.right.map((stretch, index) => words(stretch, index, 'added'))}
      </p>
    </div>
  );
}

function words({ kind, text }: Stretch, index: number, change: 'removed' | 'added') {
  if (kind === 'same') return text;
  return change === 'removed' ? (
    <del key={index} className={css.removed}>
      {text}
    </del>
  ) : (
    <ins key={index} className={css.added}>
      {text}
    </ins>
  );
}
