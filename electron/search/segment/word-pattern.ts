/** What a dictionary is walked with. A state is a number; -1 leads nowhere. */
export interface WordPattern {
  readonly start: number;
  isFinal(state: number): boolean;
  /** @param unit UTF-16 code unit. */
  step(state: number, unit: number): number;
  /** @returns the least unit after `unit` that leads on from a state, -1 when none does. */
  after(state: number, unit: number): number;
}
