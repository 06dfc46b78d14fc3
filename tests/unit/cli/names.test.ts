import { describe, expect, it } from 'vitest';
import { findByName } from '../../../electron/cli/verb-model.js';

const items = [
  { id: '1', name: 'Calls' },
  { id: '2', name: 'CALLS' },
  { id: '3', name: 'Žarko' },
];

describe('a thing that is called by its name', () => {
  it('is found by its id, and whatever case and accents when no other is called so', () => {
    expect(findByName(items, '2')?.id).toBe('2');
    expect(findByName(items, 'zarko')?.id).toBe('3');
    expect(findByName(items, 'Letters')).toBeUndefined();
  });

  it('is the one that is written so, letter for letter, when others are alike', () => {
    expect(findByName(items, 'CALLS')?.id).toBe('2');
  });

  it('is not guessed when several are called so: the ids are given', () => {
    expect(() => findByName(items, 'calls')).toThrow(/Several are called “calls”.*“Calls” 1, “CALLS” 2/);
  });
});
