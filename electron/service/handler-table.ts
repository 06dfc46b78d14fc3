/** The shape of the table of handlers, and of the parts it is made of. */
import type { CallName, Output, ParsedInput } from '../contract/index.js';

export type Handlers = { [N in CallName]: (input: ParsedInput<N>) => Output<N> | Promise<Output<N>> };

/** For handlers whose work answers nothing. */
export const done = (_answer: unknown): null => null;

/** A part of the table, for one area. */
export type HandlersOf<N extends CallName> = Pick<Handlers, N>;
