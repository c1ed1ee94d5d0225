import { useEffect, useState } from "react";

/** What to quote about a page that failed: the id of the newest request for it, which stands in the log; else the digest of the error. */
export function useReference(digest: string | undefined): string | undefined {
  const [request, setRequest] = useState<string>();
  useEffect(() => {
    const observer = new PerformanceObserver((list) => {
      const found = list.getEntries().map(requestIn).filter(Boolean).at(-1);
      if (found) setRequest(found);
    });
    for (const type of ["navigation", "resource"]) observer.observe({ type, buffered: true });
    return () => observer.disconnect();
  }, []);
  return request ?? digest;
}

/** The server gives each response the id of its request; of the page itself, or of what was asked for to walk to it. */
function requestIn(entry: PerformanceEntry): string | undefined {
  // Not every browser tells it, and none does where the connection is not safe.
  const { name, serverTiming = [] } = entry as Partial<PerformanceResourceTiming> & PerformanceEntry;
  if (new URL(name).pathname !== location.pathname) return undefined;
  return serverTiming.find((timing) => timing.name === "request")?.description;
}
