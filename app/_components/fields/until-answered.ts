/** Seconds between one try and the next; the last is for all that follow. */
const waits = [1, 2, 4, 8, 15];

/** Sleeps for some seconds, or until the connection is back. */
export type Pause = (seconds: number) => Promise<void>;

/**
 * Asks until the server answers, however often the connection fails on the way. `onLost` hears each time that it has failed. What is
 * asked must be such that asking twice does it once.
 */
export async function untilAnswered<T>(ask: () => Promise<T>, onLost: () => void, pause: Pause = sleep): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (!isLost(error)) throw error;
      onLost();
      const wait = waits[tries] ?? waits.at(-1) ?? 0;
      await pause(error instanceof OutOfReach ? Math.max(wait, error.retryAfter) : wait);
    }
  }
}

/** Somebody answers, and it is not Nabla, or Nabla cannot just now. */
export class OutOfReach extends Error {
  /** @param retryAfter  in seconds, as the server asks for */
  constructor(readonly retryAfter = 0) {
    super("out of reach");
  }
}

/** Browsers throw a TypeError where a request reaches nobody; the framework its own where something else than Nabla answers an action. */
function isLost(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof OutOfReach) return true;
  return error instanceof Error && /unexpected response/i.test(error.message);
}

function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      removeEventListener("online", wake);
      resolve();
    };
    const timer = setTimeout(wake, seconds * 1000);
    addEventListener("online", wake);
  });
}
