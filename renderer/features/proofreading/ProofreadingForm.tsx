/** The page of a proofreading: bar, lines with their images, the whole page on demand, what is left to do. */
import { ArrowDown, ArrowUp, Check, Image as ImageIcon } from 'lucide-react';
import { useRef, useState } from 'react';
import { t } from '../../../electron/wording/index.js';
import { useCommand } from '../../api/index.js';
import { Button, Kbd, Notice, rich, Select, ToggleButton } from '../../ui/index.js';
import { wordAtCaret } from './line-images.js';
import css from './Proofreading.module.css';
import { pagesNow, proofreadPages } from './proof-changes.js';
import { proofField } from './proof-state.js';
import { StaleNotice } from './StaleNotice.js';
import { saveText } from './save-text.js';
import type { BegunText } from './use-begun-text.js';
import { useProofEditor } from './use-proof-editor.js';
import { WholePage } from './WholePage.js';

interface ProofreadingFormProps {
  readonly begun: BegunText;
  readonly isActive: boolean;
  onDone(): void;
}

export function ProofreadingForm({ begun, isActive, onDone }: ProofreadingFormProps) {
  // What is shown stays as it was begun: another description or view of the page must not begin the editor again.
  const [first] = useState(begun);
  const { version, title } = first;
  const { isStale, beginAgain } = begun;
  const room = useRef<HTMLDivElement>(null);
  const [isWhole, setWhole] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const proof = useProofEditor(room, first, () => setWhole((before) => !before));
  const { placed, sources, state, editor, go, accept, goToPage, pageAt, endDraft } = proof;
  useCommand('proof.next', () => go('next'), { enabled: isActive });
  useCommand('proof.previous', () => go('previous'), { enabled: isActive });
  useCommand('proof.accept', accept, { enabled: isActive });
  const known = state?.field(proofField);
  const left = known?.doubtful.length ?? 0;
  const isChanged = known !== undefined && (!known.changes.empty || known.seen.size > 0);
  const page = state ? pageAt(state) : 0;

  const save = async () => {
    const now = editor.current?.state;
    if (!now) return;
    setSaving(true);
    const { changes, seen } = now.field(proofField);
    const text = now.doc.toString();
    const pages = version.spans.filter((span) => span.kind === 'page').toSorted((a, b) => a.start - b.start);
    const isSaved = await saveText({
      sourceId: version.sourceId,
      versionId: version.id,
      text,
      reason: t('Proofread'),
      ...(pages.length > 0 ? { pages: pagesNow(pages, changes) } : {}),
      words: proofreadPages(placed, changes, seen, text),
    });
    setSaving(false);
    if (!isSaved) return;
    endDraft();
    onDone();
  };
  const discard = () => {
    endDraft();
    onDone();
  };

  return (
    <section className={css.page} aria-label={t('Proofreading of {title}', { title: title || t('the text') })}>
      <div className={css.bar}>
        <h1 className={css.title}>{t('Proofread: {title}', { title: title || t('Untitled') })}</h1>
        {sources.length > 1 ? (
          <div className={css.pageChoice}>
            <Select<string>
              label={t('Page')}
              labelling="hidden"
              options={sources.map(({ label }, index) => ({ id: String(index), label: t('Page {label}', { label }) }))}
              value={String(page)}
              onChange={(chosen) => goToPage(Number(chosen))}
            />
          </div>
        ) : null}
        <ToggleButton isSelected={isWhole} onChange={setWhole}>
          <ImageIcon size={15} aria-hidden /> {t('Whole page')} <Kbd keys="Alt+P" />
        </ToggleButton>
      </div>
      {isStale ? <StaleNotice onBeginAgain={beginAgain} /> : null}
      {proof.wasDraft ? (
        <Notice>{t('You had not saved this proofreading yet: it goes on where you were.')}</Notice>
      ) : null}
      {proof.isKept ? null : <Notice>{t('There is no room to keep a draft: save before you leave.')}</Notice>}
      <div className={css.work}>
        <div ref={room} className={css.editor} data-entry />
        {isWhole && state ? (
          <WholePage placed={placed} page={page} source={sources[page]} word={wordAtCaret(state, placed)} />
        ) : null}
      </div>
      <div className={css.foot}>
        <div className={css.progress}>
          <span data-doubtful-left={left}>
            {left === 0
              ? t('No doubtful words left')
              : t('{count, plural, one {# doubtful word} other {# doubtful words}} left', { count: left })}
          </span>
          <span className={css.hint}>
            {rich('{enter} right as it is, next · type to change · {shiftEnter} new line · {up} {down} page', {
              enter: <Kbd keys="Enter" />,
              shiftEnter: <Kbd keys="Shift+Enter" />,
              up: <Kbd keys="Alt+PageUp" />,
              down: <Kbd keys="Alt+PageDown" />,
            })}
          </span>
        </div>
        <div className={css.buttons}>
          <Button isDisabled={left === 0} onPress={() => go('previous')}>
            <ArrowUp size={14} aria-hidden /> {t('Previous')} <Kbd keys="Shift+F9" />
          </Button>
          <Button isDisabled={left === 0} onPress={() => go('next')}>
            <ArrowDown size={14} aria-hidden /> {t('Next')} <Kbd keys="F9" />
          </Button>
          <Button isDisabled={left === 0} onPress={accept}>
            <Check size={14} aria-hidden /> {t('Right as it is')}
          </Button>
          <Button onPress={discard}>{isChanged ? t('Throw away') : t('Close')}</Button>
          <Button variant="primary" isDisabled={!isChanged || isStale || isSaving} onPress={() => void save()}>
            {isSaving ? t('Saving…') : t('Save as a new version')}
          </Button>
        </div>
      </div>
      <div role="status" className="visually-hidden">
        {proof.status}
      </div>
    </section>
  );
}
