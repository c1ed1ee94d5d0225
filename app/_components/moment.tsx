import { dateInWords } from "./words";

/** A day and time. */
export function Moment({ date }: { date: Date }) {
  return (
    <time dateTime={date.toISOString()} className="whitespace-nowrap">
      {dateInWords(date)}
    </time>
  );
}
