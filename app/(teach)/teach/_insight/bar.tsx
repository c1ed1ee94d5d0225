import { shareInWords } from "./numbers";

/** A share as a number and as a bar behind it. */
export function ShareBar({ share, light = false }: { share: number | null; light?: boolean }) {
  return (
    <div className="flex items-center justify-end gap-2 tabular-nums">
      <span aria-hidden="true" className="hidden h-2 w-20 overflow-hidden rounded-full bg-sunken sm:block">
        <span
          className={`block h-full rounded-full ${light ? "bg-edge" : "bg-accent"}`}
          style={{ width: `${Math.round(100 * (share ?? 0))}%` }}
        />
      </span>
      <span className="w-12 text-end whitespace-nowrap">{shareInWords(share)}</span>
    </div>
  );
}
