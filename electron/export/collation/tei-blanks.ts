/**
 * Which blank goes where between the words of several witnesses. Where all witnesses have one it stands between the
 * elements; where only some have, within their readings, so that no witness has its words glued or torn apart.
 */
export class Blanks {
  /** It has a blank in its text that is not written yet. */
  readonly #owed: boolean[];
  /** What is written of it ends with a blank: one more is no harm. */
  readonly #spaced: boolean[];

  constructor(witnesses: number) {
    this.#owed = Array.from({ length: witnesses }, () => false);
    this.#spaced = Array.from({ length: witnesses }, () => true);
  }

  /** Words of a witness are written. */
  reach(witness: number, after: 'blank' | 'nothing'): void {
    this.#owed[witness] = after === 'blank';
    this.#spaced[witness] = false;
  }

  /** Who is owed a blank: nobody; only some of those who need one; or nobody is harmed by one for all. */
  owed(): 'none' | 'some' | 'all' {
    if (!this.#owed.includes(true)) return 'none';
    return this.#owed.every((owed, witness) => owed || this.#spaced[witness]) ? 'all' : 'some';
  }

  isOwed(witnesses: readonly number[]): boolean {
    return witnesses.some((witness) => this.#owed[witness]);
  }

  /** A blank is written for these. */
  give(witnesses: readonly number[]): void {
    for (const witness of witnesses) {
      this.#owed[witness] = false;
      this.#spaced[witness] = true;
    }
  }

  /** One is written for all, or a new paragraph begins. */
  giveAll(): void {
    this.give([...this.#owed.keys()]);
  }

  /** None is written: what is still owed is let go. */
  forget(): void {
    this.#owed.fill(false);
  }
}
