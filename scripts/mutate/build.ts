import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { type Mutant, mutate } from "./mutants";

const root = process.cwd();
const folder = join(root, "node_modules/.cache/nabla/mutants");
const here = (name: string): string => join(root, "scripts/mutate", name);

/** The rooms whose sources are changed, and those whose tests look on. */
const rooms = ["diff", "grade", "shape"];
const testedBy = [...rooms, "evaluate"];

const isTest = (file: string): boolean => file.endsWith(".test.ts");
const isProduct = (file: string): boolean => file.endsWith(".ts") && !isTest(file) && !file.includes("/testing/");

function filesOf(room: string): string[] {
  const names = readdirSync(join(root, "lib", room), { recursive: true, encoding: "utf8" });
  return names.map((name) => `lib/${room}/${name.replaceAll("\\", "/")}`).sort();
}

/** The rooms with all their mutants. */
export interface Product {
  readonly mutants: readonly Mutant[];
  readonly code: ReadonlyMap<string, string>;
}

export function mutateRooms(): Product {
  const mutants: Mutant[] = [];
  const code = new Map<string, string>();
  for (const file of rooms.flatMap(filesOf).filter(isProduct)) {
    const mutated = mutate(file, readFileSync(join(root, file), "utf8"), mutants.length, here("switch.ts"));
    mutants.push(...mutated.mutants);
    code.set(file, mutated.code);
  }
  return { mutants, code };
}

/** A test file says when it begins and ends to be read, and asks the collector where vitest would be. */
function marked(file: string): string {
  const text = readFileSync(join(root, file), "utf8");
  const own = text.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(join(root, file)).href));
  return [
    `import { enterFile as $enter, leaveFile as $leave } from "vitest"; $enter(${JSON.stringify(file)});`,
    own,
    "$leave();",
  ].join("\n");
}

function instrumented({ code }: Product): Plugin {
  return {
    name: "mutants",
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const file = relative(root, path).replaceAll("\\", "/");
        const contents = file.startsWith("lib/") && isTest(file) ? marked(file) : code.get(file);
        return contents === undefined ? undefined : { contents, loader: "ts" };
      });
    },
  };
}

/** The test files that look on, from the root. */
export function testFiles(): string[] {
  return testedBy.flatMap(filesOf).filter(isTest);
}

/** Writes a program for a worker that holds the rooms with all their mutants and some test files, and says where it is. */
export async function buildTests(product: Product, name: string, files: readonly string[]): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      contents: [...files, "scripts/mutate/worker.ts"].map((file) => `import "./${file}";`).join("\n"),
      resolveDir: root,
      loader: "ts",
    },
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    alias: { vitest: here("vitest.ts") },
    plugins: [instrumented(product)],
    logLevel: "error",
  });
  mkdirSync(folder, { recursive: true });
  const program = join(folder, `${name.replaceAll(" ", "-")}-${process.pid}.mjs`);
  writeFileSync(program, outputFiles[0]?.contents ?? "");
  return program;
}
