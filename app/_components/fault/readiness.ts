import { useEffect, useState } from "react";

/** Whether the server says that it can do its work: `false` too where nobody answers, `undefined` before it was asked. */
type Readiness = boolean | undefined;

/** In milliseconds. */
const between = 3_000;

/** Asks the server whether it is ready, until it is. */
export function useReadiness(): Readiness {
  const [readiness, setReadiness] = useState<Readiness>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const ready = await isReady();
      setReadiness(ready);
      if (!ready) timer = setTimeout(look, between);
    };
    timer = setTimeout(look, 0);
    return () => clearTimeout(timer);
  }, []);
  return readiness;
}

async function isReady(): Promise<boolean> {
  try {
    return (await fetch("/api/ready", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}
