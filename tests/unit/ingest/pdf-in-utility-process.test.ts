import { afterAll, beforeAll, expect, it } from 'vitest';
import { read } from '../../../electron/ingest/index.js';
import { makePdf, runningText } from '../../support/make-pdf.js';

// pdf.js takes a utility process of Electron for a browser and then looks for what only a browser has.
const original = Object.getOwnPropertyDescriptor(process, 'type');
beforeAll(() => {
  Object.defineProperty(process, 'type', { value: 'utility', configurable: true });
});
afterAll(() => {
  if (original) Object.defineProperty(process, 'type', original);
  else Reflect.deleteProperty(process, 'type');
});

it('reads a PDF inside the archive service as it does in the terminal', async () => {
  expect(process.versions).toHaveProperty('electron');
  const { text } = await read(makePdf({ pages: [runningText(['In the service.'])] }), 'cable.pdf');
  expect(text).toBe('In the service.');
});
