/** How many of a number of things are done, as a bar and in words. */
export function ProgressBar({ done, of, what }: { done: number; of: number; what: string }) {
  const share = of === 0 ? 0 : Math.round((100 * done) / of);
  return (
    <div
      role="progressbar"
      aria-label={`${done} of ${of} ${what}`}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={done}
      className="h-1.5 w-full overflow-hidden rounded-full bg-sunken"
    >
      <div className="h-full rounded-full bg-accent" style={{ width: `${share}%` }} />
    </div>
  );
}
