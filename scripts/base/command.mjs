import { spawn } from "node:child_process";
import { root } from "./paths.mjs";

/** For a Node that must not outlive us: it also needs a channel ("ipc") to us. */
export const followOurEnd = ["--import", new URL("./follow.mjs", import.meta.url).href];

/** Commands under way: where we end, they end. */
const underWay = new Set();
process.on("exit", () => {
  for (const child of underWay) child.kill();
});

/**
 * Runs a command to its end and keeps what it said. With `show`, its output also goes to our standard error.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, uid?: number, gid?: number }} [options]
 * @returns {Promise<{ status: number, output: string }>}
 */
export function run(command, args, { show = false, cwd = root, env = process.env, stdio = [], ...identity } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe", ...stdio], ...identity });
    underWay.add(child);
    child.once("close", () => underWay.delete(child));
    let output = "";
    const keep = (chunk) => {
      output = (output + chunk).slice(-200_000);
      if (show) process.stderr.write(chunk);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => resolve({ status: 127, output: `${output}${error.message}` }));
    child.on("close", (code, signal) =>
      resolve({ status: code ?? 128, output: signal ? `${output}\nended by ${signal}` : output }),
    );
  });
}

/** Runs a JavaScript file with this Node, which ends when we are gone. */
export function runNode(args, options) {
  return run(process.execPath, [...followOurEnd, ...args], { ...options, stdio: ["ipc"] });
}

/** Runs npm: the one that started us, or the one on the path. */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath;
  return npm?.endsWith(".js") ? runNode([npm, ...args], options) : run("npm", args, options);
}
