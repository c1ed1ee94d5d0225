import { fail, ok, type Result } from "../base";
import type { Moment } from "./times";

/** A day and a time as the clocks of some place show them: "2026-11-27T18:00". */
export type LocalTime = string;

/** Why there is no such moment. Clocks that go forward leave an hour out. */
export type LocalTimeError = "not-a-time" | "left-out";

const pattern = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$/;
const minute = 60_000;
const day = 24 * 60 * minute;
const years = { first: 2000, last: 2100 };

/** Making a format is slow, and there are few zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  formats.set(zone, made);
  return made;
}

/** What the clocks of a zone show at a moment. */
export function localTimeOf(moment: Moment, zone: string): LocalTime {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? "";
  return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

/**
 * The moment at which the clocks of a zone show a time. An hour that clocks go back over is there twice: `which` says whether
 * the first or the last is meant.
 */
export function momentOf(typed: string, zone: string, which: "first" | "last"): Result<Moment, LocalTimeError> {
  const utc = readAsUtc(typed.trim());
  if (utc === undefined) return fail("not-a-time");
  const local = localTimeOf(utc, "UTC");
  // No zone changes twice within two days, so the offsets on both sides are all that there can be.
  const offsets = [utc - day, utc + day].map((near) => offsetAt(near, zone));
  const found = [...new Set(offsets)]
    .map((offset) => utc - offset)
    .filter((moment) => localTimeOf(moment, zone) === local);
  if (found.length === 0) return fail("left-out");
  return ok(which === "first" ? Math.min(...found) : Math.max(...found));
}

/** A time as if it were in UTC; nothing where it is no day and time at all. */
function readAsUtc(typed: string): Moment | undefined {
  const [year = 0, month = 0, date = 0, hour = 0, minutes = 0] = (pattern.exec(typed) ?? []).slice(1).map(Number);
  if (year < years.first || year > years.last) return undefined;
  const utc = Date.UTC(year, month - 1, date, hour, minutes);
  const two = (number: number) => String(number).padStart(2, "0");
  const written = `${year}-${two(month)}-${two(date)}T${two(hour)}:${two(minutes)}`;
  return localTimeOf(utc, "UTC") === written ? utc : undefined;
}

/** How far the clocks of a zone are ahead of UTC at a moment. */
function offsetAt(moment: Moment, zone: string): number {
  const whole = Math.floor(moment / minute) * minute;
  return (readAsUtc(localTimeOf(whole, zone)) ?? whole) - whole;
}
