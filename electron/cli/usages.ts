/** How each verb is used: its line, what it is for, its operands and options. */
import type { Verb } from '../contract/index.js';
import { archiveUsages } from './archive-usages.js';
import { sourceUsages } from './source-usages.js';
import type { VerbUsage } from './usage-model.js';
import { workUsages } from './work-usages.js';

export type { VerbUsage };

export const USAGES = { ...archiveUsages, ...sourceUsages, ...workUsages } as const satisfies Record<Verb, VerbUsage>;
