/** What is answered where nothing is given. */
import { ORIGINAL_CSP } from './origins.js';

/** A refusal is a page too: it has the stricter of the two policies, whichever scheme it answers. */
export const refusal = (status: number, message: string): Response =>
  new Response(message, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-security-policy': ORIGINAL_CSP,
      'x-content-type-options': 'nosniff',
    },
  });
