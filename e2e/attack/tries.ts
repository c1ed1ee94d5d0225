import { type Actor, actors } from "./actors";
import { type Answered, ask, type Shown } from "./ask";
import { call } from "./call";
import type { Change } from "./changes";
import { changedIn, type Fingerprint, fingerprint } from "./fingerprint";
import { quiet } from "./gifts";
import { headFaults, missingIn } from "./heads";
import { type Mark, marksIn, readers } from "./marks";
import type { reads, readWords } from "./reads";
import type { Things, World } from "./world";

type Read = (typeof reads)[number];

/** The address of a row, with what it names in braces. */
export function addressOf(name: string, things: Things): string {
  return name.replace(/\{(\w+)\}/g, (_, thing: keyof Things) => {
    if (!(thing in things)) throw new Error(`${name}: the world has no ${thing}`);
    return things[thing];
  });
}

const redirects = [302, 303, 307, 308];

function readWordOf({ status }: Answered): (typeof readWords)[number] | string {
  return status === 200 ? "ok" : redirects.includes(status) ? "to" : String(status);
}

/** The marks that somebody read and may not; the row itself may show some to everybody. */
function leaksIn(text: string, actor: Actor, shown: readonly string[] = []): readonly Mark[] {
  const isTheirs = (mark: Mark) => readers.find(({ name }) => name === mark)?.expects[actor] === "yes";
  return marksIn(text).filter((mark) => !isTheirs(mark) && !shown.includes(mark));
}

/** Who has read which mark. */
export type Seen = Set<string>;

/** Asks for an address as everybody; gives what is not as the row has it. */
export async function tryRead(world: World, row: Read, seen: Seen): Promise<readonly string[]> {
  const path = addressOf(row.name, world.things);
  const shown: Shown = row.beside.includes("token") ? "token" : "cookie";
  const marksOfRow = row.beside[0] === "shows" ? row.beside.slice(1) : [];
  const found = await Promise.all(
    actors.map(async (actor) => {
      const answered = await ask(world, actor, path, { shown });
      for (const mark of marksIn(answered.text)) seen.add(`${mark} ${actor}`);
      const word = readWordOf(answered);
      const expected = row.expects[actor];
      return [
        ...(word === expected ? [] : [`${row.name}, ${actor}: ${word} instead of ${expected}`]),
        ...leaksIn(answered.text, actor, marksOfRow).map((mark) => `${row.name}, ${actor}: reads ${mark}`),
        ...headFaults(path, answered).map((fault) => `${row.name}, ${actor}: ${fault}`),
      ];
    }),
  );
  return found.flat();
}

/** Files that are the same for everybody: some by name, and one script of the first page. */
export async function tryFiles(world: World): Promise<readonly string[]> {
  const { text } = await ask(world, "nobody", "/");
  const script = /\/_next\/static\/[^"]+\.js/.exec(text)?.[0] ?? "no script";
  const found: string[] = [];
  for (const path of [script, "/icon.svg", "/openapi.json"]) {
    const { status, headers } = await ask(world, "nobody", path);
    if (status !== 200) found.push(`${path}: ${status}`);
    found.push(...missingIn(headers).map((fault) => `${path}: ${fault}`));
  }
  return found;
}

/** The marks that nobody has read who may: planted where no row looks. */
export function unseen(seen: Seen): readonly string[] {
  return readers.flatMap(({ name, expects }) =>
    actors
      .filter((actor) => expects[actor] === "yes" && !seen.has(`${name} ${actor}`))
      .map((actor) => `${name} ${actor}`),
  );
}

/**
 * Makes a call as everybody; gives what is not as the row has it. Those who are to change nothing try together, and no table may have
 * changed behind them; the others try one after the other.
 */
export async function tryChange(world: World, row: Change): Promise<readonly string[]> {
  const found: string[] = [];
  const idle = actors.filter((actor) => row.expects[actor] !== "done");
  found.push(...(await tryTogether(world, row, idle)));
  for (const actor of actors) if (!idle.includes(actor)) found.push(...(await tryAlone(world, row, actor)));
  return found.map((fault) => `${[row.what, row.on].filter(Boolean).join(", on ")}, ${fault}`);
}

async function tryTogether(world: World, row: Change, idle: readonly Actor[]): Promise<readonly string[]> {
  const given = await inTurn(idle, (actor) => row.given(world, actor));
  const before = await still();
  const answers = await Promise.all(
    idle.map((actor, at) => call(world, actor, { ...row, given: given[at] ?? { fields: {} } })),
  );
  const changed = changesSince(before, await fingerprint(), row);
  return [
    ...(changed.length > 0 ? [`${idle.join(" or ")}: changed ${changed.join(", ")}`] : []),
    ...idle.flatMap((actor, at) => faultsOf(row, actor, answers[at])),
  ];
}

async function tryAlone(world: World, row: Change, actor: Actor): Promise<readonly string[]> {
  const given = await row.given(world, actor);
  const before = await still();
  const answered = await call(world, actor, { ...row, given });
  const changed = changesSince(before, await fingerprint(), row);
  return [...(changed.length > 0 ? [] : [`${actor}: changed nothing`]), ...faultsOf(row, actor, answered)];
}

async function inTurn<T>(idle: readonly Actor[], make: (actor: Actor) => Promise<T>): Promise<readonly T[]> {
  const made: T[] = [];
  for (const actor of idle) made.push(await make(actor));
  return made;
}

async function still(): Promise<Fingerprint> {
  await quiet();
  return fingerprint();
}

/** That a token was used is written down, and is no change. */
function changesSince(before: Fingerprint, after: Fingerprint, { shown }: Change): readonly string[] {
  return changedIn(before, after).filter((table) => shown !== "token" || table !== "api_token");
}

/** What is wrong with an answer beside what changed. */
function faultsOf({ expects, says }: Change, actor: Actor, answered: Answered | undefined): readonly string[] {
  if (!answered) return [`${actor}: no answer`];
  const { status, text } = answered;
  const isSaid = says === undefined || text.includes(says) === (expects[actor] !== "no");
  return [
    ...(status >= 500 ? [`${actor}: ${status}`] : []),
    ...(expects[actor] !== "no" && status >= 400 ? [`${actor}: ${status}, who may`] : []),
    ...(isSaid ? [] : [`${actor}: ${expects[actor] === "no" ? "is told" : "is not told"} ${says}`]),
    ...leaksIn(text, actor).map((mark) => `${actor}: reads ${mark}`),
  ];
}
