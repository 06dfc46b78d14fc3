/** Answers the calls of pages as images. */

import type { ArchiveHost } from './archive-host.js';
import { arrangePages } from './arrange-pages.js';
import { done, type HandlersOf } from './handler-table.js';
import { wordsOfPages } from './page-words.js';

export const pageHandlers = (
  host: ArchiveHost,
): HandlersOf<'page.list' | 'page.setView' | 'page.arrange' | 'page.words' | 'page.draw'> => ({
  'page.list': ({ sourceId }) => host.current().pages.list(sourceId),
  'page.setView': ({ pages, view }) => done(host.current().pages.setView(pages, view)),
  'page.arrange': (order) => arrangePages(order, host.current()),
  'page.words': ({ versionId }) => wordsOfPages(versionId, host.current()),
  'page.draw': (page) => host.current().pages.draw(page),
});
