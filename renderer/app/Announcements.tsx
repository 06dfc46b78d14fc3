/** Where passing messages appear, and are read out. Problems stay until they are closed. */
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect } from 'react';
import { t } from '../../electron/wording/index.js';
import { type Announcement, dismiss, useAnnouncements } from '../api/index.js';
import { Button } from '../ui/index.js';
import css from './Announcements.module.css';

const SHOWN_MS = 5_000;
const ICONS = { plain: Info, good: CircleCheck, problem: CircleAlert } as const;

function Message({ message }: { readonly message: Announcement }) {
  const { key, tone, title, text, action } = message;
  useEffect(() => {
    if (tone === 'problem') return;
    const timer = setTimeout(() => dismiss(key), action ? SHOWN_MS * 2 : SHOWN_MS);
    return () => clearTimeout(timer);
  }, [key, tone, action]);
  const Icon = ICONS[tone];
  return (
    <div className={`${css.message} ${css[tone]}`} role={tone === 'problem' ? 'alert' : 'status'}>
      <Icon size={16} aria-hidden />
      <div className={css.text}>
        <strong>{title}</strong>
        {text ? <div className={css.detail}>{text}</div> : null}
      </div>
      {action ? (
        <Button
          size="small"
          onPress={() => {
            dismiss(key);
            action.run();
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <Button variant="icon" size="small" aria-label={t('Close this message')} onPress={() => dismiss(key)}>
        <X size={14} aria-hidden />
      </Button>
    </div>
  );
}

export function Announcements() {
  const messages = useAnnouncements();
  return (
    <section className={css.region} aria-label={t('Messages')} data-react-aria-top-layer="true">
      {messages.map((message) => (
        <Message key={message.key} message={message} />
      ))}
    </section>
  );
}
