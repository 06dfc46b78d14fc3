/** What a search line understands: signs and fields by example. A click writes the example into the line. */
import { CircleHelp } from 'lucide-react';
import { t } from '../../../electron/wording/index.js';
import { Button, Popover } from '../../ui/index.js';
import { HELP } from './query-help.js';
import css from './SearchHelp.module.css';

export function SearchHelp({ onExample }: { onExample(example: string): void }) {
  return (
    <Popover
      label={t('How to search')}
      trigger={
        <Button variant="icon" size="small" aria-label={t('How to search')}>
          <CircleHelp size={15} aria-hidden />
        </Button>
      }
    >
      {(close) => (
        <>
          <p className={css.lead}>
            {t('Case, accents, scripts and endings do not matter. Choose an example to write it into the line.')}
          </p>
          {HELP.map(({ title, lines }) => (
            <section key={title} className={css.group} aria-label={title}>
              <h3 className={css.title}>{title}</h3>
              <ul>
                {lines.map(({ example, about }) => (
                  <li key={example}>
                    <button
                      type="button"
                      className={css.line}
                      onClick={() => {
                        close();
                        onExample(example);
                      }}
                    >
                      <code className={css.example}>{example}</code>
                      <span className={css.about}>{about}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
    </Popover>
  );
}
