import { expect, it } from 'vitest';
import { ownAddress } from '../../../electron/main/origins.js';

it.each([
  undefined,
  '',
  'not an address',
  'http://127.0.0.1',
  'https://127.0.0.1:5173',
  'http://localhost:5173',
  'http://127.0.0.1.example.org:5173',
  'http://example.org:5173',
  'http://user@example.org:5173',
])('takes no window from anywhere but a port of this machine: %s', (text) => {
  expect(ownAddress(text)).toBeNull();
});

it('takes a port of this machine', () => {
  expect(ownAddress('http://127.0.0.1:5173')?.host).toBe('127.0.0.1:5173');
});
