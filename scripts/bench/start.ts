import { spawn } from "node:child_process";
import { firstRecord } from "./claims";
import { root } from "./root";

/** Milliseconds from the start of the grading command to its first verdict. */
export function timeFirstVerdict(): Promise<number> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const child = spawn("npm", ["run", "--silent", "grade"], { cwd: root, stdio: ["pipe", "pipe", "inherit"] });
    child.on("error", reject);
    child.on("exit", (code) => code && reject(new Error(`the grading command ended with ${code}`)));
    child.stdout.once("data", () => {
      resolve(performance.now() - from);
      child.stdin.end();
    });
    child.stdin.write(`${JSON.stringify(firstRecord)}\n`);
  });
}
