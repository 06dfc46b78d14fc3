/** The inspector: the text versions of one source, newest first; each can be made current or compared with its parent. */
import { CaseSensitive, CircleCheck, GitCompareArrows, PencilLine } from 'lucide-react';
import type { SourceId, VersionId, VersionInfo } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import {
  announce,
  failureMessage,
  perform,
  runCommand,
  useCall,
  useCommand,
  useEnabledCommands,
} from '../../api/index.js';
import { Button, ErrorState, formatCount, Loading, Tooltip } from '../../ui/index.js';
import css from './VersionsPane.module.css';
import { anchorSummary, formatMoment, originLabel } from './version-labels.js';

export interface VersionsPaneProps {
  readonly sourceId: SourceId;
  onCorrect(id: SourceId): void;
  onCompare(id: SourceId, from: VersionId, to: VersionId): void;
}

async function makeCurrent(sourceId: SourceId, versionId: VersionId): Promise<void> {
  const made = await perform('text.makeCurrent', { sourceId, versionId });
  if (!made.ok) return;
  const anchors = anchorSummary(made.value.anchors);
  announce(t('This version is read and searched now'), { tone: 'good', ...(anchors ? { text: anchors } : {}) });
}

export function VersionsPane({ sourceId, onCorrect, onCompare }: VersionsPaneProps) {
  const source = useCall('source.get', { id: sourceId }, { keepPrevious: true });
  const info = useCall('archive.info', undefined, { keepPrevious: true });
  const isReadOnly = info.status !== 'ready' || info.data.readOnly;
  const canReread = useEnabledCommands().has('text.reread');
  useCommand('text.correct', () => onCorrect(sourceId), { enabled: !isReadOnly });

  if (source.status === 'loading') return <Loading>{t('Reading the versions')}</Loading>;
  if (source.status === 'error') return <ErrorState {...failureMessage(source.error)} retry={source.retry} />;
  const { versions } = source.data;
  const numbered = versions.map((version, index) => ({ version, number: index + 1 }));
  const numberOf = (id: VersionId) => numbered.find(({ version }) => version.id === id)?.number;

  return (
    <div className={css.pane}>
      {isReadOnly ? null : (
        <div className={css.tools}>
          <Button onPress={() => onCorrect(sourceId)}>
            <PencilLine size={14} aria-hidden /> {t('Correct the text…')}
          </Button>
          {canReread ? (
            <Button onPress={() => runCommand('text.reread')}>
              <CaseSensitive size={14} aria-hidden /> {t('Read again as…')}
            </Button>
          ) : null}
        </div>
      )}
      <ol className={css.list} aria-label={t('Text versions, newest first')} reversed>
        {numbered.toReversed().map(({ version, number }) => (
          <li key={version.id} className={css.version} data-current={version.isCurrent || undefined}>
            <VersionItem
              version={version}
              number={number}
              parentNumber={version.parentId ? numberOf(version.parentId) : undefined}
              isReadOnly={isReadOnly}
              onMakeCurrent={() => void makeCurrent(sourceId, version.id)}
              onCompare={(parentId) => onCompare(sourceId, parentId, version.id)}
            />
          </li>
        ))}
      </ol>
      <p className={css.word}>
        {t('Versions are never changed or deleted. Annotations, search and citations follow the current one.')}
      </p>
    </div>
  );
}

interface VersionItemProps {
  readonly version: VersionInfo;
  readonly number: number;
  readonly parentNumber: number | undefined;
  readonly isReadOnly: boolean;
  onMakeCurrent(): void;
  onCompare(parentId: VersionId): void;
}

function VersionItem({ version, number, parentNumber, isReadOnly, onMakeCurrent, onCompare }: VersionItemProps) {
  const { parentId, isCurrent, reason, createdAt, length } = version;
  return (
    <>
      <div className={css.head}>
        <span className={css.number}>{t('Version {number}', { number })}</span>
        {isCurrent ? (
          <span className={css.badge}>
            <CircleCheck size={12} aria-hidden /> {t('Current')}
          </span>
        ) : null}
      </div>
      <p className={css.origin}>{originLabel(version)}</p>
      {reason === '' ? null : <p className={css.reason}>“{reason}”</p>}
      <p className={css.facts}>
        {t('{moment} · {length} characters', { moment: formatMoment(createdAt), length: formatCount(length) })}
        {parentNumber === undefined ? '' : t(' · from version {parentNumber}', { parentNumber })}
      </p>
      <div className={css.actions}>
        {isCurrent || isReadOnly ? null : (
          <Tooltip text={t('Read, search and annotate this version')}>
            <Button size="small" onPress={onMakeCurrent}>
              {t('Make current')}
            </Button>
          </Tooltip>
        )}
        {parentId === null ? null : (
          <Button size="small" onPress={() => onCompare(parentId)}>
            <GitCompareArrows size={13} aria-hidden />{' '}
            {t('Compare with version {number}', { number: parentNumber ?? '' })}
          </Button>
        )}
      </div>
    </>
  );
}
