/** What the archive knows of a source by itself and no one edits: dates of record, originals, text versions. */
import { REREAD_HINT, type Source } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { runCommand, useEnabledCommands } from '../../api/index.js';
import { Button, rich } from '../../ui/index.js';
import css from './DescriptionPane.module.css';

const when = (instant: string): string =>
  new Date(instant).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });

/** `reader:html` as a person says it. */
const originOf = (origin: string): string => {
  const [kind, name] = origin.split(':');
  return kind === 'reader' && name
    ? t('Read as {name}', { name: name === 'pdf' || name === 'html' ? name.toUpperCase() : name })
    : origin;
};

export function SourceFacts({ source }: { readonly source: Source }) {
  const canReread = useEnabledCommands().has('text.reread');
  return (
    <>
      <section className={css.group} aria-labelledby="facts-original">
        <h3 id="facts-original" className={css.groupTitle}>
          {t('Original')}
        </h3>
        {source.originals.map((original) => (
          <dl key={original.sha256} className={css.facts}>
            <dt>{t('File name')}</dt>
            <dd>{original.fileName}</dd>
            <dt>{t('Size')}</dt>
            <dd className="figures">
              {t('{fileBytes} bytes', { fileBytes: original.fileBytes.toLocaleString('en-GB') })}
            </dd>
            <dt>{t('SHA-256')}</dt>
            <dd>
              <code className={css.hash}>{original.sha256}</code>
            </dd>
          </dl>
        ))}
      </section>
      <section className={css.group} aria-labelledby="facts-record">
        <h3 id="facts-record" className={css.groupTitle}>
          {t('Record')}
        </h3>
        <dl className={css.facts}>
          <dt>{t('Added')}</dt>
          <dd className="figures">{when(source.addedAt)}</dd>
          <dt>{t('Changed')}</dt>
          <dd className="figures">{when(source.changedAt)}</dd>
          {source.deletedAt ? (
            <>
              <dt>{t('In the bin')}</dt>
              <dd className="figures">{t('since {when}', { when: when(source.deletedAt) })}</dd>
            </>
          ) : null}
          <dt>{t('Text')}</dt>
          <dd>
            <ul>
              {source.versions.map((version) => (
                <li key={version.id}>
                  {rich('{origin}, <figures>{count}</figures> characters', {
                    origin: originOf(version.origin),
                    count: version.length.toLocaleString('en-GB'),
                    figures: (parts) => <span className="figures">{parts}</span>,
                  })}
                  {version.remarks.map((remark) => (
                    <p key={remark} className={css.remark}>
                      {remark}
                    </p>
                  ))}
                  {canReread && version.isCurrent && version.remarks.some((remark) => remark.includes(REREAD_HINT)) ? (
                    <Button size="small" onPress={() => runCommand('text.reread')}>
                      {t('Read again as…')}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          </dd>
        </dl>
      </section>
    </>
  );
}
