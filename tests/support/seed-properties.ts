/**
 * Gives every property test the same cases at every run, so that a verdict changes only with the code. FONDS_SEED=n asks
 * for others; the seed of a failure stands in its message, printed by fast-check.
 */
import fc from 'fast-check';

const DEFAULT_SEED = 20261130;

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FONDS_SEED ?? DEFAULT_SEED) });
