/** Lets so many do something at once; others wait, first come, first served. */
export interface Turns {
  /** Resolves when it is the caller's turn, which lasts until `end`. Rejects with the reason of `signal`: then there is none. */
  next(signal: AbortSignal): Promise<void>;
  end(): void;
}

export function createTurns(most: number): Turns {
  const waiting: (() => void)[] = [];
  let busy = 0;
  return {
    next: (signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        if (busy < most) {
          busy += 1;
          return resolve();
        }
        const begin = () => {
          signal.removeEventListener('abort', leave);
          resolve();
        };
        const leave = () => {
          waiting.splice(waiting.indexOf(begin), 1);
          reject(signal.reason);
        };
        signal.addEventListener('abort', leave, { once: true });
        waiting.push(begin);
      }),
    end: () => {
      const begin = waiting.shift();
      if (begin) begin();
      else busy -= 1;
    },
  };
}
