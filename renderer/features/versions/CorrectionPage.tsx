/** Corrects a text by hand and makes a new version of it, with a reason. Until then the correction is a draft. */
import type { EditorView } from '@codemirror/view';
import { SearchCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { SourceId, TextVersion } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { announce, failureMessage, perform, useCall, useCommand } from '../../api/index.js';
import { Button, ErrorState, Loading, Notice, rich, TextField } from '../../ui/index.js';
import css from './CorrectionPage.module.css';
import { discardDraft, loadDraft, saveDraft } from './correction-drafts.js';
import { createCorrectionEditor, findIn } from './correction-editor.js';
import { anchorSummary } from './version-labels.js';

export interface CorrectionPageProps {
  readonly sourceId: SourceId;
  /** Whether keys and commands are for this page. */
  readonly isActive: boolean;
  onDone(id: SourceId): void;
}

export function CorrectionPage({ sourceId, isActive, onDone }: CorrectionPageProps) {
  const text = useCall('text.get', { sourceId }, { keepPrevious: true });
  const [begun, setBegun] = useState<TextVersion | null>(null);
  // The correction stays with the version it began from, whatever becomes current meanwhile.
  if (begun === null && text.status === 'ready') setBegun(text.data);
  if (text.status === 'error') return <ErrorState {...failureMessage(text.error)} retry={text.retry} />;
  if (begun === null || text.status === 'loading') return <Loading>{t('Opening the text')}</Loading>;
  return (
    <CorrectionForm
      key={begun.id}
      version={begun}
      isStale={text.data.id !== begun.id}
      isActive={isActive}
      onDone={() => onDone(sourceId)}
      onBeginAgain={() => setBegun(text.data)}
    />
  );
}

/** How long the draft waits for the next letter. */
const REST_MS = 400;

interface CorrectionFormProps {
  readonly version: TextVersion;
  /** Another version is the current one by now. */
  readonly isStale: boolean;
  readonly isActive: boolean;
  onDone(): void;
  onBeginAgain(): void;
}

function CorrectionForm({ version, isStale, isActive, onDone, onBeginAgain }: CorrectionFormProps) {
  const room = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | null>(null);
  const [draft, setDraft] = useState(() => loadDraft(version.id) ?? version.text);
  const [wasDraft] = useState(() => loadDraft(version.id) !== null);
  const [reason, setReason] = useState('');
  const [state, setState] = useState<'writing' | 'saving'>('writing');
  const [isKept, setKept] = useState(true);
  const source = useCall('source.get', { id: version.sourceId });
  const title = source.status === 'ready' ? source.data.description.title : '';
  const language = source.status === 'ready' ? source.data.description.language : '';
  const isChanged = draft !== version.text;

  useEffect(() => {
    if (!room.current || source.status !== 'ready') return;
    const view = createCorrectionEditor({
      parent: room.current,
      text: loadDraft(version.id) ?? version.text,
      label: t('Text of {title}', { title: title || t('the document') }),
      language,
      onChange: setDraft,
    });
    editor.current = view;
    view.focus();
    return () => {
      editor.current = null;
      view.destroy();
    };
  }, [version, source.status, title, language]);

  useEffect(() => {
    const rest = setTimeout(() => {
      if (!isChanged) discardDraft(version.id);
      else setKept(saveDraft(version.id, draft));
    }, REST_MS);
    return () => clearTimeout(rest);
  }, [draft, isChanged, version.id]);

  useCommand('find.inDocument', () => editor.current && findIn(editor.current), {
    enabled: isActive && source.status === 'ready',
    waitingFor: isActive && source.status === 'loading' ? 'the text' : null,
    subject: version.id,
  });

  const save = async () => {
    setState('saving');
    const { sourceId, id: versionId } = version;
    const saved = await perform('text.correct', { sourceId, versionId, text: draft, reason: reason.trim() });
    setState('writing');
    if (!saved.ok) return;
    discardDraft(version.id);
    const anchors = anchorSummary(saved.value.anchors);
    announce(t('Saved as a new version of the text'), { tone: 'good', ...(anchors ? { text: anchors } : {}) });
    onDone();
  };
  const discard = () => {
    discardDraft(version.id);
    onDone();
  };

  return (
    <section className={css.page} aria-label={t('Correction of {title}', { title: title || t('the text') })}>
      <div className={css.bar}>
        <h1 className={css.title}>{t('Correct: {title}', { title: title || t('Untitled') })}</h1>
        <Button variant="quiet" onPress={() => editor.current && findIn(editor.current)}>
          <SearchCheck size={15} aria-hidden /> {t('Find and replace')}
        </Button>
      </div>
      {isStale ? (
        <Notice title={t('Another version became the current one')}>
          {rich(
            'This correction is kept, but it cannot be saved over the other. Copy what you need and <again>begin from the current version</again>',
            {
              again: (parts) => (
                <Button size="small" onPress={onBeginAgain}>
                  {parts}
                </Button>
              ),
            },
          )}
        </Notice>
      ) : null}
      {wasDraft ? <Notice>{t('This is a correction you had not saved yet.')}</Notice> : null}
      {isKept ? null : (
        <Notice>{t('There is no room to keep a draft of so long a text: save before you leave.')}</Notice>
      )}
      <div ref={room} className={css.editor} data-entry />
      <div className={css.foot}>
        <div className={css.reason}>
          <TextField
            label={t('Reason')}
            value={reason}
            onChange={setReason}
            placeholder={t('Misread by the machine, page 2')}
            maxLength={2_000}
          />
        </div>
        <Button onPress={discard}>{isChanged ? t('Throw the correction away') : t('Close')}</Button>
        <Button
          variant="primary"
          isDisabled={!isChanged || isStale || state === 'saving' || draft.trim() === ''}
          onPress={() => void save()}
        >
          {state === 'saving' ? t('Saving…') : t('Save as a new version')}
        </Button>
      </div>
    </section>
  );
}
