/** Two versions of one text side by side: what differs, with a little around it. */
import { Highlighter } from 'lucide-react';
import { useRef } from 'react';
import type { SourceId, VersionId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { announce, failureMessage, perform, useCall, useCommand } from '../../api/index.js';
import { Button, EmptyState, ErrorState, formatCount, Loading, Tooltip, VirtualList } from '../../ui/index.js';
import css from './ComparisonPage.module.css';
import { type ComparisonRow, comparisonRows, countDifferences, type DiffSegment } from './comparison-rows.js';
import { useSideSelection } from './side-selection.js';
import { formatMoment, originLabel } from './version-labels.js';

export interface ComparisonPageProps {
  readonly sourceId: SourceId;
  readonly from: VersionId;
  readonly to: VersionId;
  /** Whether keys and commands are for this page. */
  readonly isActive: boolean;
}

export function ComparisonPage({ sourceId, from, to, isActive }: ComparisonPageProps) {
  const room = useRef<HTMLElement>(null);
  const words = useSideSelection(room);
  const info = useCall('archive.info', undefined, { keepPrevious: true });
  const canMark = words !== null && info.status === 'ready' && !info.data.readOnly;
  const mark = async () => {
    if (!words) return;
    const { side, start, end } = words;
    const target = { kind: 'text', versionId: side === 'to' ? to : from, start, end } as const;
    const made = await perform('annotation.create', { sourceId, target });
    if (!made.ok) return;
    const isLost = made.value.anchor?.state === 'review';
    announce(t('The words were highlighted'), {
      tone: 'good',
      ...(isLost ? { text: t('They have no place in the current version: the annotation waits for review.') } : {}),
    });
  };
  useCommand('annotation.highlight', () => void mark(), { enabled: isActive && canMark });

  const source = useCall('source.get', { id: sourceId });
  const before = useCall('text.get', { sourceId, versionId: from });
  const after = useCall('text.get', { sourceId, versionId: to });
  const edits = useCall('text.compare', { sourceId, from, to });
  const answers = [source, before, after, edits];
  const failed = answers.find((answer) => answer.status === 'error');
  if (failed?.status === 'error') return <ErrorState {...failureMessage(failed.error)} retry={failed.retry} />;
  if (source.status !== 'ready' || before.status !== 'ready' || after.status !== 'ready' || edits.status !== 'ready') {
    return <Loading>{t('Comparing the versions')}</Loading>;
  }
  const rows = comparisonRows(before.data.text, after.data.text, edits.data.edits);
  const differences = countDifferences(edits.data.edits);
  const { versions, description } = source.data;
  const number = (id: VersionId) => versions.findIndex((version) => version.id === id) + 1;
  return (
    <section
      ref={room}
      className={css.page}
      aria-label={t('Versions of {title} compared', { title: description.title || t('a text') })}
    >
      <div className={css.bar}>
        <h1 className={css.title}>{description.title || t('Untitled')}</h1>
        <span className={css.tools}>
          <span role="status" className={css.count}>
            {t('{differences, plural, one {# difference} other {# differences}}', { differences })}
          </span>
          <Tooltip text={t('Highlight the selected words')} keys="CmdOrCtrl+Alt+H">
            <Button
              variant="icon"
              aria-label={t('Highlight the selected words')}
              isDisabled={!canMark}
              onPress={() => void mark()}
            >
              <Highlighter size={16} aria-hidden />
            </Button>
          </Tooltip>
        </span>
      </div>
      <div className={css.heads}>
        {[before.data, after.data].map((version) => (
          <div key={version.id}>
            <strong>{t('Version {number}', { number: number(version.id) })}</strong> {originLabel(version)},{' '}
            {formatMoment(version.createdAt)}
            {version.reason === '' ? null : <div className={css.reason}>“{version.reason}”</div>}
          </div>
        ))}
      </div>
      {differences === 0 ? (
        <EmptyState title={t('The two versions say the same')}>{t('Not a character differs.')}</EmptyState>
      ) : (
        <VirtualList
          use="read"
          label={t('Differences')}
          items={rows}
          rowPx={32}
          getKey={(row) => `${row.kind} ${row.at}`}
          renderRow={(row) => <ComparisonRowView row={row} />}
        />
      )}
    </section>
  );
}

function ComparisonRowView({ row }: { readonly row: ComparisonRow }) {
  if (row.kind === 'unchanged') {
    return (
      <div className={css.unchanged}>{t('{count} characters are the same', { count: formatCount(row.length) })}</div>
    );
  }
  return (
    <div className={css.row}>
      <p className={css.side} dir="auto" data-side-of="from">
        {row.left.map((segment) => segmentView(segment, 'removed'))}
      </p>
      <p className={css.side} dir="auto" data-side-of="to">
        {row.right.map((segment) => segmentView(segment, 'added'))}
      </p>
    </div>
  );
}

function segmentView({ kind, text, start }: DiffSegment, change: 'removed' | 'added') {
  if (kind === 'same') {
    return (
      <span key={start} data-start={start}>
        {text}
      </span>
    );
  }
  const Change = change === 'removed' ? 'del' : 'ins';
  return (
    <Change key={start} data-start={start} className={css[change]}>
      {text}
    </Change>
  );
}
