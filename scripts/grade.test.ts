import { type ChildProcessByStdio, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { afterEach, expect, it } from "vitest";
import { root } from "./base/paths.mjs";

const quadratic = {
  variables: { x: { shape: ["n"] }, A: { shape: ["n", "n"] } },
  function: "x'*A*x",
  wrt: "x",
};

let grader: ChildProcessByStdio<Writable, Readable, Readable> | undefined;

afterEach(() => grader?.kill());

/** The command as a person calls it, and a way to wait for its next line. */
function startGrader(): {
  send: (line: string) => void;
  next: () => Promise<unknown>;
  end: () => Promise<number | null>;
} {
  const child = spawn("npm", ["run", "--silent", "grade"], { cwd: root, stdio: ["pipe", "pipe", "pipe"] });
  grader = child;
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return {
    send: (line) => void child.stdin.write(`${line}\n`),
    next: async () => JSON.parse((await lines.next()).value ?? "null"),
    end: async () => {
      child.stdin.end();
      return ended;
    },
  };
}

it("answers each record while its input stays open, in order, and prints nothing else", async () => {
  const { send, next, end } = startGrader();
  send(JSON.stringify({ id: 1, problem: quadratic, answer: "(A+A')x" }));
  expect(await next()).toMatchObject({ id: 1, status: "graded", numerator: false, denominator: true });
  send("no json");
  send(JSON.stringify({ id: 3, problem: quadratic, answer: "x'(A+A')" }));
  expect(await next()).toMatchObject({ id: null, status: "bad-problem" });
  expect(await next()).toMatchObject({ id: 3, status: "graded", numerator: true, denominator: false });
  expect(await end()).toBe(0);
}, 20_000);
