import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fillTemplate, NoteTemplate } from '../../../electron/contract/index.js';
import { readTemplates } from '../../../electron/notes/note-templates.js';

describe('the templates of notes', () => {
  it('are a source critique, a chronology and a person, each with what it is for', () => {
    const templates = readTemplates(resolve('data/note-templates'));
    expect(templates.map(({ id }) => id)).toEqual(['chronology', 'person', 'source-critique']);
    for (const template of templates) {
      expect(NoteTemplate.parse(template).body.startsWith('# {{title}}\n')).toBe(true);
      expect(template.body).not.toContain('---');
    }
  });

  it('are filled with the title and the day, as they are, and nothing else', () => {
    const date = new Date(2026, 2, 9, 23, 59);
    const filled = fillTemplate('# {{title}}\n{{date}} {{title}} {{other}}', { title: 'A $1 {{date}}', date });
    expect(filled).toBe('# A $1 {{date}}\n2026-03-09 A $1 {{date}} {{other}}');
  });

  it('that do not say what they are for are a fault of the program', () => {
    const dir = mkdtempSync(join(tmpdir(), 'fonds-templates-'));
    try {
      writeFileSync(join(dir, 'broken.md'), '---\ntitle: Broken\n---\n\nText');
      expect(() => readTemplates(dir)).toThrow('broken.md');
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
