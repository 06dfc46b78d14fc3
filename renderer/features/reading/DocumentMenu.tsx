/** What else can be done with a document, under one button. */
import { Copy, MoreHorizontal, TextQuote } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../../electron/wording/index.js';
import { announce } from '../../api/index.js';
import { Button, Menu, MenuItem } from '../../ui/index.js';
import { copyText } from './copy-text.js';
import { descriptionLine } from './DocumentHeader.js';
import type { ReadingDocument } from './use-document.js';

export interface DocumentMenuProps {
  readonly document: ReadingDocument;
  /** Left out while nothing is selected. */
  onSimilar?(): void;
  /** More items. */
  readonly children?: ReactNode;
}

export function DocumentMenu({ document: { source, text }, onSimilar, children }: DocumentMenuProps) {
  const { title } = source.description;
  const copy = (words: string, what: string) => {
    copyText(words);
    announce(t('{what} copied', { what }), { tone: 'good' });
  };
  return (
    <Menu
      label={t('Document')}
      trigger={
        <Button variant="icon" aria-label={t('More for this document')}>
          <MoreHorizontal size={16} aria-hidden />
        </Button>
      }
    >
      <MenuItem
        icon={<Copy size={14} />}
        isDisabled={text.text.trim() === ''}
        onAction={() => copy(text.text, t('The whole text was'))}
      >
        {t('Copy text')}
      </MenuItem>
      <MenuItem
        icon={<Copy size={14} />}
        onAction={() =>
          copy([title, descriptionLine(source)].filter(Boolean).join('\n'), t('Title and description were'))
        }
      >
        {t('Copy title and description')}
      </MenuItem>
      <MenuItem
        icon={<TextQuote size={14} />}
        keys="CmdOrCtrl+Shift+M"
        isDisabled={onSimilar === undefined}
        {...(onSimilar ? {} : { detail: t('Select a passage first') })}
        onAction={() => onSimilar?.()}
      >
        {t('Find similar passages')}
      </MenuItem>
      {children}
    </Menu>
  );
}
