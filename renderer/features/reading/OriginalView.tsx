/** The original as it was brought in: drawn when it can be drawn safely, otherwise described to the byte. */
import { FileCheck } from 'lucide-react';
import type { Original } from '../../../electron/contract/index.js';
import css from './OriginalView.module.css';

const DRAWN = new Set(['text/html', 'application/xhtml+xml']);

export function OriginalView({
  originals,
  title,
}: {
  readonly originals: readonly Original[];
  readonly title: string;
}) {
  const drawn = originals.find((original) => DRAWN.has(original.mediaType.split(';')[0]?.trim() ?? ''));
  if (drawn) {
    return (
      // No scripts, no forms, no network: the sandbox is empty on purpose.
      <iframe
        className={css.page}
        sandbox=""
        src={`original://archive/${drawn.sha256}`}
        title={`Original of ${title}`}
      />
    );
  }
  return (
    <section className={css.sheet} aria-label={`Original of ${title}`}>
      <div className={css.card}>
        <FileCheck size={24} strokeWidth={1.5} aria-hidden />
        <h2 className={css.heading}>Kept byte for byte</h2>
        <p className={css.text}>
          {originals.length === 0
            ? 'This source has no original file.'
            : 'The original lies in the archive exactly as it was brought in. Its SHA-256 proves it: Verify originals computes it again.'}
        </p>
        {originals.map((original) => (
          <dl key={original.sha256} className={css.facts}>
            <dt>File name</dt>
            <dd>{original.fileName}</dd>
            <dt>Size</dt>
            <dd className="figures">{original.fileBytes.toLocaleString('en-GB')} bytes</dd>
            <dt>Type</dt>
            <dd>{original.mediaType}</dd>
            <dt>SHA-256</dt>
            <dd>
              <code className={css.hash}>{original.sha256}</code>
            </dd>
          </dl>
        ))}
      </div>
    </section>
  );
}
