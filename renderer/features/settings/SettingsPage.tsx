/** How Fonds looks, and what one may want to know or do about the open archive. Every change shows at once. */
import { X } from 'lucide-react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { ArchiveInfo, CommandId, Preferences, ShellOutput, SourceId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { runCommand, setPreferences, useCommand, useEnabledCommands } from '../../api/index.js';
import { Button, FocusReturn, formatCount, Slider } from '../../ui/index.js';
import { CitationSettings } from './CitationSettings.js';
import { IndexFacts } from './IndexFacts.js';
import css from './SettingsPage.module.css';
import { SettingsSection } from './SettingsSection.js';
import { SpellingSection } from './SpellingSection.js';

export interface SettingsPageProps {
  readonly info: ArchiveInfo;
  readonly shell: ShellOutput<'shell.state'>;
  /** The source that is read, whose citation is shown; null or absent: any. */
  readonly sourceId?: SourceId | null;
  onClose(): void;
}

const THEMES = [
  { id: 'system', title: t('As the system'), ground: 'both' },
  { id: 'light', title: t('Light'), ground: 'light' },
  { id: 'dark', title: t('Dark'), ground: 'dark' },
] as const satisfies readonly { id: Preferences['theme']; title: string; ground: string }[];

function ThemeChoice({ theme }: { readonly theme: Preferences['theme'] }) {
  return (
    <RadioGroup
      className={css.field ?? ''}
      value={theme}
      orientation="horizontal"
      onChange={(value) => {
        const chosen = THEMES.find(({ id }) => id === value);
        if (chosen) setPreferences({ theme: chosen.id });
      }}
    >
      <Label className={css.label ?? ''}>{t('Light and dark')}</Label>
      <div className={css.themes}>
        {THEMES.map(({ id, title, ground }) => (
          <Radio key={id} value={id} className={css.theme ?? ''}>
            <span className={css.swatch} data-ground={ground} aria-hidden>
              <span className={css.leaf}>
                <i />
                <i />
                <i />
              </span>
              {ground === 'both' ? (
                <span className={css.leaf} data-dark>
                  <i />
                  <i />
                  <i />
                </span>
              ) : null}
            </span>
            {title}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

interface ActionSettingProps {
  readonly command: CommandId;
  readonly title: string;
  readonly text: string;
  readonly button: string;
}

function ActionSetting({ command, title, text, button }: ActionSettingProps) {
  const enabled = useEnabledCommands();
  return (
    <div className={css.deed}>
      <div>
        <div className={css.deedTitle}>{title}</div>
        <div className={css.quiet}>{text}</div>
      </div>
      <Button isDisabled={!enabled.has(command)} onPress={() => void runCommand(command)}>
        {button}
      </Button>
    </div>
  );
}

const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });

function ArchiveFacts({ info }: { readonly info: ArchiveInfo }) {
  const { sources, inBin, collections } = info.counts;
  const facts: readonly (readonly [string, string])[] = [
    [t('Name'), info.name],
    [t('Made on'), date.format(new Date(info.createdAt))],
    [t('Sources'), formatCount(sources)],
    [t('In the bin'), formatCount(inBin)],
    [t('Collections'), formatCount(collections)],
    [t('Access'), info.readOnly ? t('Reading only') : t('Reading and writing')],
    [t('Format'), t('Version {schemaVersion}', { schemaVersion: info.schemaVersion })],
  ];
  return (
    <dl className={css.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={css.fact}>
          <dt className={css.quiet}>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function SettingsPage({ info, shell, sourceId = null, onClose }: SettingsPageProps) {
  const { theme, readingSize, measure } = shell.preferences;
  useCommand('tab.close', onClose);
  return (
    <section className={css.page} aria-label={t('Settings')} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <FocusReturn />
      <div className={css.column}>
        <header className={css.head}>
          <h1 className={css.title}>{t('Settings')}</h1>
          <Button variant="icon" aria-label={t('Close settings')} onPress={onClose} autoFocus>
            <X size={17} aria-hidden />
          </Button>
        </header>

        <SettingsSection title={t('Appearance')}>
          <ThemeChoice theme={theme} />
          <div className={css.pair}>
            <Slider
              label={t('Size of reading text')}
              value={readingSize}
              from={14}
              to={26}
              unit={t('px')}
              onChange={(value) => setPreferences({ readingSize: value })}
            />
            <Slider
              label={t('Length of a line')}
              value={measure}
              from={50}
              to={90}
              unit={t('characters')}
              onChange={(value) => setPreferences({ measure: value })}
            />
          </div>
          <div className={css.specimen}>
            <p className={css.specimenText}>
              {t(
                '“The minutes were taken down at once, and typed the same night; of the two copies one was sent to the ministry, the other, with a note in pencil, stayed in the drawer.” Ђорђе · Žarko · Ἀρχεῖον · 1848–2000',
              )}
            </p>
          </div>
        </SettingsSection>

        <SettingsSection title={t('Citations')}>
          <CitationSettings preferences={shell.preferences} sourceId={sourceId} isReadOnly={info.readOnly} />
        </SettingsSection>

        <SettingsSection title={t('Spelling')}>
          <SpellingSection chosen={shell.preferences.spelling} />
        </SettingsSection>

        <SettingsSection title={t('This archive')}>
          <ArchiveFacts info={info} />
          <ActionSetting
            command="archive.verify"
            title={t('Verify originals')}
            text={t('Reads every original again and compares it with what was stored.')}
            button={t('Verify')}
          />
          <ActionSetting
            command="archive.backup"
            title={t('Back up')}
            text={t('Writes one file with everything in it. It is checked before it is called done.')}
            button={t('Back up…')}
          />
          <ActionSetting
            command="archive.restore"
            title={t('Restore a backup')}
            text={t('Makes a new archive from a backup. This one stays as it is.')}
            button={t('Restore…')}
          />
        </SettingsSection>

        <SettingsSection title={t('Search index')}>
          <IndexFacts />
          <ActionSetting
            command="archive.reindex"
            title={t('Rebuild the index')}
            text={t('Builds it again from the stored texts. Searching goes on with the old one until it is done.')}
            button={t('Rebuild')}
          />
        </SettingsSection>

        <SettingsSection title={t('About')}>
          <div className={css.about}>
            <p>
              <strong>{t('Fonds {version}', { version: shell.version })}</strong>{' '}
              {t('· free software under the AGPL, version 3 or later')}
            </p>
            <p className={css.quiet}>{t('Nothing leaves this computer: Fonds makes no connection to any network.')}</p>
            <div>
              <Button variant="link" onPress={() => void runCommand('help.shortcuts')}>
                {t('Keyboard shortcuts')}
              </Button>
            </div>
          </div>
        </SettingsSection>
      </div>
    </section>
  );
}
