/** What the window says of a failure. */
import { describe, expect, it } from 'vitest';
import { failureMessage } from '../../../renderer/api/failure-messages.js';

describe('an unexpected failure', () => {
  it('is said with its id and where it is written down, also where there is room for two lines only', () => {
    const { title, remedy } = failureMessage({ code: 'INTERNAL', message: 'x', details: { incidentId: 'ab12cd34' } });
    expect(title).toBe('Something went wrong inside Fonds');
    expect(remedy).toMatch(/^What was saved is safe\..* Incident ab12cd34: see Help, Show the incident log\.$/);
  });

  it('is said without one when it never reached the service', () => {
    expect(failureMessage({ code: 'INTERNAL', message: 'x' }).remedy).not.toContain('ncident');
  });
});
