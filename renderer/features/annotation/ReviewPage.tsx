/** The tray of annotations that lost their place: the old words, where they may be now, and why it was not decided. */
import { ArrowRight, CircleCheck } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Anchor, Annotation, AnnotationId, ReviewCandidate } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage, formatPageLabel, type OpenTarget } from '../../api/index.js';
import { AnnotationComment } from '../../shared/AnnotationComment.js';
import { colourName, detailLine, formatSimilarity } from '../../shared/annotation-labels.js';
import { Swatch } from '../../shared/ColourPicker.js';
import page from '../../shared/ListPage.module.css';
import { TagChips } from '../../shared/TagChips.js';
import { useAnnotations, useCanEdit, useTagTree } from '../../shared/use-annotations.js';
import { Button, EmptyState, ErrorState, Loading, rich, VirtualList } from '../../ui/index.js';
import { annotationActions } from './annotation-actions.js';
import { setManualPlacement } from './manual-placement.js';
import css from './ReviewPage.module.css';

export interface ReviewPageProps {
  onOpen(place: OpenTarget): void;
}

type AnnotationInReview = Annotation & { readonly anchor: Extract<Anchor, { state: 'review' }> };
const isInReview = (annotation: Annotation): annotation is AnnotationInReview => annotation.anchor?.state === 'review';

const ROW_PX = 180;

export function ReviewPage({ onOpen }: ReviewPageProps) {
  const answer = useAnnotations({ state: 'review' });
  const tree = useTagTree();
  const canEdit = useCanEdit();
  /** Put off for now: they stay in the tray, behind the others. */
  const [later, setLater] = useState<ReadonlySet<AnnotationId>>(new Set());
  const total = answer.status === 'ready' ? answer.data.total : 0;

  return (
    <section className={page.page} aria-label={t('Annotations to review')} data-allows-removing>
      <header className={page.head}>
        <div className={page.titles}>
          <h2 className={page.title}>{t('Annotations to review')}</h2>
          <p className={page.lead}>
            {t(
              'Their text was changed, and their words could not be found again with certainty. Nothing is moved until you say where.',
            )}
          </p>
        </div>
        <span role="status" className={page.count}>
          {answer.status === 'ready' && total > 0
            ? t('{total, plural, one {# annotation} other {# annotations}}', { total })
            : ''}
        </span>
      </header>
      {content()}
    </section>
  );

  function content() {
    if (answer.status === 'loading') return <Loading>{t('Looking for annotations without a place')}</Loading>;
    if (answer.status === 'error') return <ErrorState {...failureMessage(answer.error)} retry={answer.retry} />;
    const orphans = answer.data.annotations.filter(isInReview);
    if (orphans.length === 0) {
      return (
        <EmptyState icon={<CircleCheck size={26} strokeWidth={1.5} />} title={t('Every annotation has its place')}>
          {t(
            'When a text is corrected or read again, annotations go with their words. Those whose words cannot be found again wait here.',
          )}
        </EmptyState>
      );
    }
    const order = [...orphans.filter(({ id }) => !later.has(id)), ...orphans.filter(({ id }) => later.has(id))];
    return (
      <VirtualList<AnnotationInReview>
        use="read"
        label={t('Annotations without a place')}
        items={order}
        rowPx={ROW_PX}
        getKey={({ id }) => id}
        renderRow={drawOrphan}
      />
    );
  }

  function drawOrphan(orphan: AnnotationInReview): ReactNode {
    const { id, sourceId, sourceTitle, target, anchor, colour, comment, tagIds } = orphan;
    const isLater = later.has(id);
    const quote = target.kind === 'text' ? target.quote : { exact: '', prefix: '', suffix: '' };
    const byHand = () => {
      setManualPlacement(orphan);
      onOpen({ sourceId, place: null });
    };
    return (
      <article className={css.orphan} aria-label={`${colourName(colour)}: ${quote.exact.slice(0, 80)}`}>
        <header className={css.head}>
          <Swatch colour={colour} />
          <h3 className={css.title}>
            <Button variant="link" onPress={() => onOpen({ sourceId, place: null })}>
              <span dir="auto">{sourceTitle || t('Untitled')}</span>
            </Button>
          </h3>
          <span className={css.quiet}>{detailLine(orphan)}</span>
        </header>
        <div className={css.sides}>
          <div className={css.side}>
            <h4 className={css.label}>{t('What was marked')}</h4>
            <p className={css.words} dir="auto">
              <span className={css.around}>{quote.prefix}</span>
              <mark className={css.exact}>{quote.exact}</mark>
              <span className={css.around}>{quote.suffix}</span>
            </p>
            {comment === '' ? null : <AnnotationComment markdown={comment} />}
            <TagChips tree={tree} tagIds={tagIds} />
          </div>
          <div className={css.side}>
            <h4 className={css.label}>{t('Where it may be now')}</h4>
            <p className={css.reason}>{anchor.reason}</p>
            {anchor.candidates.map((candidate) => (
              <div key={`${candidate.start} ${candidate.end}`} className={css.candidate}>
                <p className={css.words} dir="auto">
                  {candidate.text}
                </p>
                <div className={css.foot}>
                  <span className={css.quiet}>{candidateDetail(candidate)}</span>
                  <Button
                    size="small"
                    onPress={() => onOpen({ sourceId, place: { start: candidate.start, end: candidate.end } })}
                  >
                    {rich('Show<quiet> “{text}” in the document</quiet>', {
                      text: candidate.text.slice(0, 60),
                      quiet: (parts) => <span className="visually-hidden">{parts}</span>,
                    })}
                    <ArrowRight size={13} aria-hidden />
                  </Button>
                  {canEdit ? (
                    <Button
                      size="small"
                      onPress={() =>
                        void annotationActions.place(id, { sourceId, versionId: anchor.versionId, ...candidate })
                      }
                    >
                      {rich('Place here<quiet> at “{text}”</quiet>', {
                        text: candidate.text.slice(0, 60),
                        quiet: (parts) => <span className="visually-hidden">{parts}</span>,
                      })}
                    </Button>
                  ) : null}
                </div>
              </div>
            ))}
            {anchor.candidates.length === 0 ? <p className={css.quiet}>{t('No place resembles it.')}</p> : null}
          </div>
        </div>
        {canEdit ? (
          <footer className={css.actions}>
            <Button size="small" onPress={byHand}>
              {t('Place by hand…')}
            </Button>
            <Button size="small" isDisabled={isLater} onPress={() => setLater((now) => new Set(now).add(id))}>
              {isLater ? t('Kept in review') : t('Keep in review')}
            </Button>
            <Button size="small" variant="danger" onPress={() => void annotationActions.delete([id])}>
              {t('Delete')}
            </Button>
          </footer>
        ) : null}
      </article>
    );
  }
}

const candidateDetail = (candidate: ReviewCandidate): string =>
  [formatSimilarity(candidate), candidate.pageLabel === null ? '' : formatPageLabel(candidate.pageLabel)]
    .filter(Boolean)
    .join(' · ');
