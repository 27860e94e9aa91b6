export interface Signal {
  tell(): void;
  /** Looks now, and each time that something is told. */
  waitUntil(isSo: () => boolean, longestMs: number): Promise<boolean>;
}

export function createSignal(): Signal {
  const listeners = new Set<() => void>();
  return {
    tell() {
      for (const listener of listeners) listener();
    },
    waitUntil: (isSo, longestMs) =>
      new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(timer);
          listeners.delete(look);
          resolve(isSo());
        };
        const look = (): void => {
          if (isSo()) end();
        };
        const timer = setTimeout(end, longestMs);
        listeners.add(look);
        look();
      }),
  };
}
