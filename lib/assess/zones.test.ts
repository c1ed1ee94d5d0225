import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localTimeOf, momentOf } from "./zones";

const utc = (text: string): number => Date.parse(`${text}Z`);

describe("a time on the clocks of a place", () => {
  it.each`
    typed                 | zone                  | which      | moment
    ${"2026-11-27T18:00"} | ${"Europe/Berlin"}    | ${"last"}  | ${"2026-11-27T17:00"}
    ${"2026-07-01T18:00"} | ${"Europe/Berlin"}    | ${"last"}  | ${"2026-07-01T16:00"}
    ${"2026-07-01 18:00"} | ${"UTC"}              | ${"first"} | ${"2026-07-01T18:00"}
    ${"2026-01-01T00:00"} | ${"America/New_York"} | ${"first"} | ${"2026-01-01T05:00"}
    ${"2026-01-01T00:00"} | ${"Asia/Kathmandu"}   | ${"first"} | ${"2025-12-31T18:15"}
    ${"2026-10-25T02:30"} | ${"Europe/Berlin"}    | ${"first"} | ${"2026-10-25T00:30"}
    ${"2026-10-25T02:30"} | ${"Europe/Berlin"}    | ${"last"}  | ${"2026-10-25T01:30"}
    ${"2026-03-29T03:00"} | ${"Europe/Berlin"}    | ${"last"}  | ${"2026-03-29T01:00"}
  `("$typed in $zone is $moment in UTC ($which)", ({ typed, zone, which, moment }) => {
    expect(momentOf(typed, zone, which)).toEqual({ ok: true, value: utc(moment) });
  });

  it.each([
    ["2026-03-29T02:30", "Europe/Berlin"],
    ["2026-03-08T02:00", "America/New_York"],
  ])("is refused where clocks go forward over it: %s in %s", (typed, zone) => {
    expect(momentOf(typed, zone, "last")).toEqual({ ok: false, error: "left-out" });
  });

  it.each([
    "",
    "tomorrow",
    "2026-02-30T10:00",
    "2026-13-01T10:00",
    "2026-01-01T24:00",
    "1026-01-01T10:00",
    "2026-01-01",
  ])("is refused where it is none: %j", (typed) => {
    expect(momentOf(typed, "UTC", "last")).toEqual({ ok: false, error: "not-a-time" });
  });

  it("comes back from its moment, in every zone and at every change of clocks", () => {
    const minutes = fc.integer({ min: utc("2024-01-01T00:00") / 60_000, max: utc("2030-01-01T00:00") / 60_000 });
    const zones = fc.constantFrom("Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia", "UTC");
    fc.assert(
      fc.property(minutes, zones, (at, zone) => {
        const moment = at * 60_000;
        const [first, last] = (["first", "last"] as const).map((which) =>
          momentOf(localTimeOf(moment, zone), zone, which),
        );
        return (first?.ok && first.value === moment) || (last?.ok && last.value === moment) || false;
      }),
    );
  });
});
