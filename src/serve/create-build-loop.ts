/** Turns bursts of changes into builds, one at a time. */

export interface BuildLoop {
  /** Notes a change; a build follows when no further one has come for `settleMs`. */
  request(changedPath: string): void;
  isRunning(): boolean;
  /** Resolves when nothing is running or waiting. */
  idle(): Promise<void>;
  /** Starts no further build, and waits for the one that runs. */
  close(): Promise<void>;
}

export interface BuildLoopOptions {
  readonly settleMs: number;
  /** A build is not put off for longer than this, however long the changes go on. */
  readonly longestWaitMs: number;
  /** Must not reject. Is never called again before it has ended. */
  readonly build: (changedPaths: ReadonlySet<string>) => Promise<void>;
}

/** Changes that come while a build runs are kept together for the one after it. */
export function createBuildLoop({ settleMs, longestWaitMs, build }: BuildLoopOptions): BuildLoop {
  let changed = new Set<string>();
  let firstChangeMs = 0;
  let lastChangeMs = 0;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let isClosed = false;
  const idleListeners: (() => void)[] = [];

  const isIdle = (): boolean => running === null && timer === null && (changed.size === 0 || isClosed);
  const tellIdle = (): void => {
    if (isIdle()) for (const listener of idleListeners.splice(0)) listener();
  };
  const wait = (): void => {
    if (timer !== null) clearTimeout(timer);
    const left = firstChangeMs + longestWaitMs - performance.now();
    timer = setTimeout(start, Math.max(0, Math.min(settleMs, left)));
  };
  const start = (): void => {
    timer = null;
    if (running !== null) return;
    const paths = changed;
    // Cut short by `longestWaitMs`, the build may read what is still being written, so another one follows.
    const isSettled = performance.now() - lastChangeMs >= settleMs - 1;
    changed = isSettled ? new Set() : new Set(paths);
    if (!isSettled) {
      firstChangeMs = performance.now();
      wait();
    }
    running = build(paths).finally(() => {
      running = null;
      if (changed.size > 0 && timer === null && !isClosed) start();
      tellIdle();
    });
  };
  const idle = (): Promise<void> =>
    isIdle() ? Promise.resolve() : new Promise((resolve) => idleListeners.push(resolve));
  return {
    request(changedPath) {
      if (isClosed) return;
      if (changed.size === 0) firstChangeMs = performance.now();
      changed.add(changedPath);
      lastChangeMs = performance.now();
      wait();
    },
    isRunning: () => running !== null,
    idle,
    close() {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
      timer = null;
      changed.clear();
      return running ?? Promise.resolve().then(tellIdle);
    },
  };
}
