/** The page of a transcription: the image that follows the line, the text of the page, the legend of keys. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { t } from '../../../electron/wording/index.js';
import { Button, Kbd, Notice, rich, Select } from '../../ui/index.js';
import { FollowedImage, type ImageSight } from './FollowedImage.js';
import css from './Proofreading.module.css';
import { linesAddress, pageAddress } from './page-address.js';
import { StaleNotice } from './StaleNotice.js';
import { saveText } from './save-text.js';
import { firstRuler, joinPages, knownLines, lineShare, nudge, writtenLine } from './transcription.js';
import type { ImageKey } from './transcription-editor.js';
import type { BegunText } from './use-begun-text.js';
import { useTranscription } from './use-transcription.js';

interface TranscriptionFormProps {
  readonly begun: BegunText;
  onDone(): void;
}

/** Longest side of the image in pixels: it is enlarged to three times its width. */
const FIT = 3_000;
const ZOOMS = [1, 1.25, 1.5, 2, 2.5, 3, 4] as const;

export function TranscriptionForm({ begun, onDone }: TranscriptionFormProps) {
  const { version, words, pages, title, isStale, beginAgain } = begun;
  // The editor stays as it was begun, whatever changes in the description meanwhile.
  const [first] = useState(begun);
  const room = useRef<HTMLDivElement>(null);
  const [isSaving, setSaving] = useState(false);
  const [sight, setSight] = useState<ImageSight>({ zoom: 1, x: 0, y: 0 });
  const work = useTranscription(room, first, onImage);
  const { texts, written, goToPage, changeRuler, endDraft } = work;
  const read = useMemo(() => words.find(({ pageIndex }) => pageIndex === written.page), [words, written.page]);
  const known = useMemo(() => knownLines(read), [read]);
  const line = writtenLine(written.text, written.caret);
  const page = pages[written.page];
  const ruler = work.ruler ?? firstRuler(page && page.width > 0 ? page.height / page.width : 1.4);
  const isTurned = (page?.view.turn ?? 0) !== 0;
  // Lines are known on the whole page, upright: on another view of it they are not where they were.
  const lines = isTurned ? [] : known;
  const share = lineShare(line, lines, ruler);
  const middle = (share.top + share.bottom) / 2;
  useEffect(() => setSight((before) => ({ ...before, y: middle })), [middle]);
  const address = page ? (lines.length > 0 ? linesAddress(page, FIT) : pageAddress(page, FIT)) : null;
  const labels = useMemo(
    () => new Map(version.spans.filter((span) => span.kind === 'page').map((span) => [span.pageIndex, span.pageLabel])),
    [version.spans],
  );
  const labelOf = (index: number) => labels.get(index) ?? String(index + 1);

  function onImage(key: ImageKey): void {
    if ('nudge' in key) {
      changeRuler(written.page, nudge(ruler, line, key.nudge));
      return;
    }
    setSight((before) => {
      if ('pan' in key) {
        const [x, y] = key.pan;
        return { ...before, x: within(before.x + x / before.zoom), y: within(before.y + y / before.zoom) };
      }
      if (key.zoom === 'fit') return { zoom: 1, x: 0, y: middle };
      const at = ZOOMS.findIndex((zoom) => zoom >= before.zoom);
      const zoom = ZOOMS[at + (key.zoom === 'in' ? 1 : -1)] ?? before.zoom;
      return { ...before, zoom };
    });
  }

  const save = async () => {
    setSaving(true);
    const made = joinPages(texts, labels);
    const isSaved = await saveText({
      sourceId: version.sourceId,
      versionId: version.id,
      text: made.text,
      reason: t('Transcribed'),
      pages: made.pages,
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
    <section className={css.page} aria-label={t('Transcription of {title}', { title: title || t('the document') })}>
      <div className={css.bar}>
        <h1 className={css.title}>{t('Transcribe: {title}', { title: title || t('Untitled') })}</h1>
        {texts.length > 1 ? (
          <>
            <span className={css.hint}>
              {t('{done} of {total} pages have a text', {
                done: texts.filter((text) => text.trim() !== '').length,
                total: texts.length,
              })}
            </span>
            <div className={css.pageChoice}>
              <Select<string>
                label={t('Page')}
                labelling="hidden"
                options={texts.map((_, index) => ({
                  id: String(index),
                  label: t('Page {label}', { label: labelOf(index) }),
                }))}
                value={String(written.page)}
                onChange={(chosen) => goToPage(Number(chosen))}
              />
            </div>
          </>
        ) : null}
      </div>
      {isStale ? <StaleNotice onBeginAgain={beginAgain} /> : null}
      {work.wasDraft ? (
        <Notice>{t('You had not saved this transcription yet: it goes on where you were.')}</Notice>
      ) : null}
      {work.isKept ? null : <Notice>{t('There is no room to keep a draft: save before you leave.')}</Notice>}
      <div className={css.work}>
        <FollowedImage address={address} label={labelOf(written.page)} sight={sight} line={share} />
        <div ref={room} className={css.editor} data-entry />
      </div>
      <div className={css.foot}>
        <div className={css.legend}>
          <span>{rich('{key} next line', { key: <Kbd keys="Enter" /> })}</span>
          <span>{rich('{key} new line here', { key: <Kbd keys="Shift+Enter" /> })}</span>
          <span>{rich('{up} {down} page', { up: <Kbd keys="Alt+PageUp" />, down: <Kbd keys="Alt+PageDown" /> })}</span>
          <span>{rich('{key} [unclear]', { key: <Kbd keys="Alt+1" /> })}</span>
          <span>{rich('{key} [illegible]', { key: <Kbd keys="Alt+2" /> })}</span>
          <span>{rich('{key} expan(sion)', { key: <Kbd keys="Alt+3" /> })}</span>
          <span>
            {rich('{plus} {minus} {fit} size', {
              plus: <Kbd keys="Alt+=" />,
              minus: <Kbd keys="Alt+-" />,
              fit: <Kbd keys="Alt+0" />,
            })}
          </span>
          <span>{rich('{key} and arrows move the image', { key: <Kbd keys="Alt" /> })}</span>
          <span>
            {rich('{up} {down} move the line', {
              up: <Kbd keys="Alt+Shift+Up" />,
              down: <Kbd keys="Alt+Shift+Down" />,
            })}
          </span>
        </div>
        <div className={css.buttons}>
          <Button onPress={discard}>{work.isChanged ? t('Throw away') : t('Close')}</Button>
          <Button
            variant="primary"
            isDisabled={!work.isChanged || isStale || isSaving || texts.every((text) => text.trim() === '')}
            onPress={() => void save()}
          >
            {isSaving ? t('Saving…') : t('Save as a new version')}
          </Button>
        </div>
      </div>
      <div role="status" className="visually-hidden">
        {texts.length > 1 ? t('Page {label} of {total}', { label: labelOf(written.page), total: texts.length }) : null}
      </div>
    </section>
  );
}

const within = (share: number): number => Math.min(1, Math.max(0, share));
