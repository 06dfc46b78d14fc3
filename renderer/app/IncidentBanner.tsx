/** Says that the archive service stopped: what happened, what is safe, what to do. Stays until it is closed. */
import { TriangleAlert, X } from 'lucide-react';
import { useState } from 'react';
import type { EventBody } from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';
import { useEvent, useShellState } from '../api/index.js';
import { Button } from '../ui/index.js';
import css from './IncidentBanner.module.css';

export function IncidentBanner() {
  const shell = useShellState();
  const [incident, setIncident] = useState<EventBody<'shell.incident'> | null>(null);
  const [closed, setClosed] = useState<string | null>(null);
  useEvent('shell.incident', setIncident);

  // A reloaded window missed the event; the shell still knows.
  const message = incident?.message ?? (shell.status === 'ready' ? shell.data.incident : null);
  if (!message || message === closed) return null;
  return (
    <div role="alert" className={css.banner}>
      <TriangleAlert size={16} aria-hidden />
      <p className={css.text}>{message}</p>
      <Button variant="icon" size="small" aria-label={t('Close this message')} onPress={() => setClosed(message)}>
        <X size={14} aria-hidden />
      </Button>
    </div>
  );
}
