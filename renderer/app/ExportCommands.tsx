/** The commands that export hits, concordance and log. Each asks for its format, then announces what was written. */
import { useState } from 'react';
import type { SearchQuery } from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';
import { announce, performShell, useCall, useCommand } from '../api/index.js';
import { FormatDialog, type FormatOption } from './FormatDialog.js';

const HIT_FORMATS: readonly [FormatOption<'csv' | 'md' | 'json'>, ...FormatOption<'csv' | 'md' | 'json'>[]] = [
  { id: 'csv', title: t('Table (CSV)'), text: t('One line a hit, for a spreadsheet') },
  { id: 'md', title: t('Markdown'), text: t('For reading and for notes, with the passages') },
  { id: 'json', title: t('JSON'), text: t('For programs, with offsets') },
];
const LOG_FORMATS: readonly [FormatOption<'csv' | 'json'>, ...FormatOption<'csv' | 'json'>[]] = [
  { id: 'csv', title: t('Table (CSV)'), text: t('One line a search, for a spreadsheet or an appendix') },
  { id: 'json', title: t('JSON'), text: t('For programs, with the filters as they were set') },
];

const announceWritten = (what: string, fileName: string) =>
  announce(t('{what} written to {fileName}', { what, fileName }), { tone: 'good' });

async function writeHits(query: SearchQuery, format: 'csv' | 'md' | 'json'): Promise<boolean> {
  const result = await performShell('shell.exportSearch', { ...query, format });
  if (!result.ok || result.value === null) return false;
  announceWritten(t('{hits, plural, one {# hit} other {# hits}}', { hits: result.value.hits }), result.value.fileName);
  return true;
}

async function writeLog(format: 'csv' | 'json'): Promise<boolean> {
  const result = await performShell('shell.exportLog', { format });
  if (!result.ok || result.value === null) return false;
  announceWritten(
    t('{entries, plural, one {# search} other {# searches}}', { entries: result.value.entries }),
    result.value.fileName,
  );
  return true;
}

async function writeConcordance(query: SearchQuery): Promise<void> {
  const result = await performShell('shell.exportConcordance', { ...query, sort: 'source' });
  if (result.ok && result.value)
    announceWritten(
      t('{lines, plural, one {# line} other {# lines}}', { lines: result.value.lines }),
      result.value.fileName,
    );
}

export interface ExportCommandsProps {
  /** What stands in the search pane; null when nothing does. */
  readonly query: SearchQuery | null;
  /** A concordance that is on top exports itself, in its own order. */
  readonly isConcordanceOnTop: boolean;
}

export function ExportCommands({ query, isConcordanceOnTop }: ExportCommandsProps) {
  const [dialog, setDialog] = useState<'hits' | 'log' | null>(null);
  const log = useCall('search.log', { offset: 0, limit: 1 });
  const isSearching = query !== null && query.query.trim() !== '';
  const close = () => setDialog(null);
  useCommand('export.search', () => setDialog('hits'), { enabled: isSearching });
  useCommand('export.log', () => setDialog('log'), {
    enabled: log.status === 'ready' && log.data.total > 0,
    waitingFor: log.status === 'loading' ? 'the search log' : null,
  });
  useCommand('export.concordance', () => query && void writeConcordance(query), {
    enabled: isSearching && !isConcordanceOnTop,
  });
  return (
    <>
      {query ? (
        <FormatDialog
          title={t('Export what was found')}
          subtitle={t('Every hit for “{query}”', { query: query.query })}
          formats={HIT_FORMATS}
          isOpen={dialog === 'hits'}
          onClose={close}
          onWrite={(format) => writeHits(query, format)}
        />
      ) : null}
      <FormatDialog
        title={t('Export the search log')}
        subtitle={t('Every search of this archive, with what it found')}
        formats={LOG_FORMATS}
        isOpen={dialog === 'log'}
        onClose={close}
        onWrite={writeLog}
      />
    </>
  );
}
