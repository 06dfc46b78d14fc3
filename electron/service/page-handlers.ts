/** Answers the calls of pages as images. */

import type { Output } from '../contract/index.js';
import type { ArchiveHost } from './archive-host.js';
import { arrangePages } from './arrange-pages.js';
import { done, type HandlersOf } from './handler-table.js';
import { wordsOfPages } from './page-words.js';

export const pageHandlers = (
  host: ArchiveHost,
): HandlersOf<'page.list' | 'page.ofSources' | 'page.setView' | 'page.arrange' | 'page.words' | 'page.draw'> => ({
  'page.list': ({ sourceId }) => host.current().pages.list(sourceId),
  'page.ofSources': async ({ sourceIds }) => {
    const { archive, pages } = host.current();
    const there = new Set(archive.sources.among(sourceIds));
    const gathered: Output<'page.ofSources'> = [];
    for (const id of sourceIds) {
      if (!there.has(id)) continue;
      const { description, originals } = archive.sources.get(id);
      const files = originals.map(({ sha256, fileName, path }, position) => ({ position, sha256, fileName, path }));
      gathered.push({ id, title: description.title, originals: files, pages: await pages.list(id) });
    }
    return gathered;
  },
  'page.setView': ({ pages, view }) => done(host.current().pages.setView(pages, view)),
  'page.arrange': (order) => arrangePages(order, host.current()),
  'page.words': ({ versionId }) => wordsOfPages(versionId, host.current()),
  'page.draw': (page) => host.current().pages.draw(page),
});
