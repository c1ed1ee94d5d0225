import { actors } from "./actors";
import { call } from "./call";
import { type Change, changes } from "./changes";
import { changedIn, fingerprint } from "./fingerprint";
import { quiet } from "./gifts";
import type { World } from "./world";

const elsewhere = "https://elsewhere.example";

/** How a form of another site would arrive, or one that hides where it comes from. */
const strangers = (own: string): readonly Readonly<Record<string, string>>[] => [
  { Origin: elsewhere },
  { Origin: "null" },
  { Origin: "" },
  { Origin: own, "Sec-Fetch-Site": "cross-site" },
  { Origin: own, "Sec-Fetch-Site": "same-site" },
  // No proxy stands before this server, so that nobody may say by what name it is called.
  { Origin: elsewhere, "X-Forwarded-Host": "elsewhere.example" },
  // Words of the framework's own that once made it skip its proxy.
  { Origin: elsewhere, "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
];

/** Each call once, by somebody who may. Programs send no origin. */
function callsOfBrowsers(): readonly Change[] {
  const once = new Map(changes.map((change) => [change.what, change]));
  for (const change of changes)
    if (!Object.values(change.expects).every((word) => word === "no")) once.set(change.what, change);
  return [...once.values()].filter(({ what }) => !what.includes("/api/v1/"));
}

/** What is done, or not refused, although it does not come from a page of ours. */
export async function tryFromElsewhere(world: World): Promise<readonly string[]> {
  const found: string[] = [];
  for (const change of callsOfBrowsers()) {
    const actor = actors.findLast((each) => change.expects[each] !== "no") ?? "admin";
    const given = await change.given(world, actor);
    await quiet();
    const before = await fingerprint();
    const ways = strangers(world.address);
    const answers = await Promise.all(ways.map((headers) => call(world, actor, { ...change, given, headers })));
    const changed = changedIn(before, await fingerprint());
    if (changed.length > 0) found.push(`${change.what}: changed ${changed.join(", ")}`);
    answers.forEach(({ status }, at) => {
      if (status !== 403) found.push(`${change.what}, ${JSON.stringify(ways[at])}: ${status}`);
    });
  }
  return found;
}
