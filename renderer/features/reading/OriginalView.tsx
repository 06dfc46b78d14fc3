/** The original as it was brought in: drawn when it can be drawn safely, otherwise described to the byte. */
import { FileCheck } from 'lucide-react';
import type { Ref } from 'react';
import { hasPages, type Original, type Sha256, type SourceId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { Select } from '../../ui/index.js';
import css from './OriginalView.module.css';
import {
  addressOf,
  type PagePoint,
  type PagesHandle,
  PageView,
  type RegionTools,
  type WordMark,
} from './pages/index.js';
import type { PagePart } from './word-boxes.js';

export interface OriginalViewProps {
  readonly sourceId: SourceId;
  readonly originals: readonly Original[];
  readonly title: string;
  readonly isActive: boolean;
  /** The original that is shown; null for the first that can be drawn. */
  readonly chosen: Sha256 | null;
  onChoose(sha256: Sha256): void;
  readonly labels: ReadonlyMap<number, string>;
  readonly start: PagePoint | null;
  readonly regions: RegionTools;
  readonly wordMarks?: readonly WordMark[];
  /** The words of a part of a page are wanted; null where nobody knows where words are. */
  readonly onWords?: ((part: PagePart) => void) | null;
  readonly activeMark: string | null;
  readonly handle: Ref<PagesHandle>;
  onMarks(ids: readonly string[]): void;
  onPage(pageIndex: number): void;
  readonly toText: ((pageIndex: number) => void) | null;
}

const FRAMED = new Set(['text/html', 'application/xhtml+xml']);
const isFramed = ({ mediaType }: Original): boolean => FRAMED.has(mediaType.split(';')[0]?.trim() ?? '');

/** The original that is shown unless a person chooses another one. */
export const firstDrawable = (originals: readonly Original[]): Original | undefined =>
  originals.find((original) => isFramed(original) || hasPages(original)) ?? originals[0];

/** What there is to look at behind a text; null where the original can only be described. */
export function originalKind(originals: readonly Original[]): 'page image' | 'web page' | null {
  const original = firstDrawable(originals);
  if (!original) return null;
  if (hasPages(original)) return 'page image';
  return isFramed(original) ? 'web page' : null;
}

/** All originals that have pages are one document; every other one is looked at by itself. */
export function originalGroups(originals: readonly Original[]): (readonly Original[])[] {
  const withPages = originals.filter(hasPages);
  const first = originals.findIndex(hasPages);
  return originals.flatMap((original, at) => {
    if (at === first) return [withPages];
    return hasPages(original) ? [] : [[original]];
  });
}

export function OriginalView({ originals, title, chosen, onChoose, ...pages }: OriginalViewProps) {
  const groups = originalGroups(originals);
  const main = firstDrawable(originals)?.sha256;
  const groupOf = (sha256: string | null | undefined) =>
    groups.find((group) => group.some((original) => original.sha256 === sha256));
  const group = groupOf(chosen) ?? groupOf(main) ?? [];
  const [original] = group;
  return (
    <>
      {original && groups.length > 1 ? (
        <div className={css.choice}>
          <Select
            label={t('Original')}
            labelling="hidden"
            options={groups.flatMap(([first, ...others], at) =>
              first ? [{ id: first.sha256, label: `${at + 1}. ${nameOf(first, others.length)}` }] : [],
            )}
            value={original.sha256}
            onChange={onChoose}
          />
        </div>
      ) : null}
      {content()}
    </>
  );

  function nameOf(first: Original, others: number): string {
    return others === 0
      ? first.fileName
      : t('{fileName} and {others, plural, one {one more file} other {# more files}}', {
          fileName: first.fileName,
          others,
        });
  }

  function content() {
    if (!original) return <OriginalFacts original={null} title={title} />;
    if (hasPages(original)) return <PageView key={original.sha256} originals={group} title={title} {...pages} />;
    if (!isFramed(original)) return <OriginalFacts original={original} title={title} />;
    // No scripts, no forms, no network: the sandbox is empty on purpose.
    return (
      <iframe className={css.page} sandbox="" src={addressOf(original)} title={t('Original of {title}', { title })} />
    );
  }
}

function OriginalFacts({ original, title }: { readonly original: Original | null; readonly title: string }) {
  return (
    <section className={css.sheet} aria-label={t('Original of {title}', { title })}>
      <div className={css.card}>
        <FileCheck size={24} strokeWidth={1.5} aria-hidden />
        <h2 className={css.heading}>{t('Kept byte for byte')}</h2>
        <p className={css.text}>
          {original === null
            ? t('This source has no original file.')
            : t(
                'The original lies in the archive exactly as it was brought in. Its SHA-256 proves it: Verify originals computes it again.',
              )}
        </p>
        {original ? (
          <dl className={css.facts}>
            <dt>{t('File name')}</dt>
            <dd>{original.fileName}</dd>
            <dt>{t('Size')}</dt>
            <dd className="figures">
              {t('{fileBytes} bytes', { fileBytes: original.fileBytes.toLocaleString('en-GB') })}
            </dd>
            <dt>{t('Type')}</dt>
            <dd>{original.mediaType}</dd>
            <dt>{t('SHA-256')}</dt>
            <dd>
              <code className={css.hash}>{original.sha256}</code>
            </dd>
          </dl>
        ) : null}
      </div>
    </section>
  );
}
