/** Views of one thing, side by side under one line. (The tabs of documents are the frame's own.) */
import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import css from './Tabs.module.css';

export interface TabView<K extends string> {
  readonly id: K;
  readonly label: string;
  readonly count?: number;
  readonly content: ReactNode;
}

export interface TabsProps<K extends string> {
  readonly label: string;
  readonly views: readonly TabView<K>[];
  readonly selected?: K;
  onSelect?(id: K): void;
}

export function Tabs<K extends string>({ label, views, selected, onSelect }: TabsProps<K>) {
  return (
    <AriaTabs
      className={css.tabs ?? ''}
      {...(selected === undefined ? {} : { selectedKey: selected })}
      onSelectionChange={(key) => {
        const view = views.find(({ id }) => id === key);
        if (view) onSelect?.(view.id);
      }}
    >
      <TabList aria-label={label} className={css.list ?? ''}>
        {views.map((view) => (
          <Tab key={view.id} id={view.id} className={css.tab ?? ''}>
            {view.label}
            {view.count === undefined ? null : <span className={css.count}>{view.count}</span>}
          </Tab>
        ))}
      </TabList>
      {views.map((view) => (
        <TabPanel key={view.id} id={view.id} className={css.panel ?? ''}>
          {view.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
