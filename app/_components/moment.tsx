import { dateInWords, momentInZone } from "./words";

/** A day and time, in UTC or on the clocks of a place. */
export function Moment({ date, zone }: { date: Date; zone?: string }) {
  return (
    <time dateTime={date.toISOString()} className="whitespace-nowrap">
      {zone === undefined ? dateInWords(date) : momentInZone(date, zone)}
    </time>
  );
}
