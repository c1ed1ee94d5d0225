/** Does some work when the browser has nothing else to do, or soon, where it cannot tell. */
export function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(work);
  else setTimeout(work, 50);
}
