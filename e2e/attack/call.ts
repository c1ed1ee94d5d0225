import { readFileSync } from "node:fs";
import type { Actor } from "./actors";
import { type Answered, type Asked, ask, type Sent, type Shown } from "./ask";

/** A server action of the build. */
interface Action {
  readonly id: string;
  /** The address of a page that has it. */
  readonly page: string;
}

interface Manifest {
  readonly node: Readonly<Record<string, Entry>>;
}

interface Entry {
  readonly filename: string;
  readonly exportedName: string;
  readonly workers: Readonly<Record<string, unknown>>;
}

/** All server actions of the build, wherever they are written, by file and name: "people.setRole". */
export function actionsOfBuild(): ReadonlyMap<string, Action> {
  const manifest = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")) as Manifest;
  return new Map(
    Object.entries(manifest.node).map(([id, { filename, exportedName, workers }]) => {
      const file = filename.replace(/^app\/_actions\/(.+)\.ts$/, "$1");
      return [`${file}.${exportedName}`, { id, page: pageOf(Object.keys(workers)) }];
    }),
  );
}

const nowhere = "01900000-0000-7000-8000-000000000000";

/** The plainest address among the pages; what varies in it is nobody's. */
function pageOf(workers: readonly string[]): string {
  const addresses = workers
    .filter((worker) => worker.endsWith("/page"))
    .map((worker) =>
      worker
        .replace(/^app/, "")
        .replace(/\/\([^)]+\)/g, "")
        .replace(/\/page$/, ""),
    );
  const byPlainness = (one: string, other: string) => one.split("[").length - other.split("[").length;
  return (addresses.sort(byPlainness)[0] ?? "").replace(/\[[^\]]+\]/g, nowhere) || "/";
}

/** What an action is called with, the fields of a form or plain values; or the body of a request. */
export type Given = { readonly fields: Fields } | { readonly values: readonly unknown[] } | { readonly body: object };

export type Fields = Readonly<Record<string, string | readonly string[]>>;

let known: ReadonlyMap<string, Action> | undefined;

/** Makes a call as somebody. Actions are called by their ids, with arguments as the framework's own client writes them. */
export function call(
  world: Asked,
  actor: Actor,
  { what, given, shown, headers }: { what: string; given: Given; shown?: Shown | undefined; headers?: Sent["headers"] },
): Promise<Answered> {
  if ("body" in given) {
    const [method = "", path = ""] = what.split(" ");
    const body = JSON.stringify(given.body);
    return ask(world, actor, path, {
      method,
      ...(shown && { shown }),
      body,
      headers: { "Content-Type": "application/json", ...headers },
    });
  }
  known ??= actionsOfBuild();
  const action = known.get(what);
  if (!action) throw new Error(`there is no action ${what}`);
  const { body, headers: own } = argumentsOf(given, takesFormAlone(action.id));
  return ask(world, actor, action.page, {
    method: "POST",
    body,
    headers: { ...own, "Next-Action": action.id, ...headers },
  });
}

/** The framework writes which arguments an action takes into the first byte of its id: here the first, and no other. */
function takesFormAlone(id: string): boolean {
  return (Number.parseInt(id.slice(0, 2), 16) & 0b0111_1110) === 0b0100_0000;
}

function argumentsOf(
  given: Exclude<Given, { body: object }>,
  alone: boolean,
): Pick<Sent, "body" | "headers"> & { body: BodyInit } {
  if ("values" in given)
    return { body: JSON.stringify(given.values), headers: { "Content-Type": "text/plain;charset=UTF-8" } };
  const body = new FormData();
  for (const [name, value] of Object.entries(given.fields))
    for (const each of typeof value === "string" ? [value] : value) body.append(`_1_${name}`, each);
  body.append("0", JSON.stringify(alone ? ["$K1"] : [{}, "$K1"]));
  return { body };
}
