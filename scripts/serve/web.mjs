import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { get } from "node:http";
import { followOurEnd } from "../base/command.mjs";
import { modulePath, root } from "../base/paths.mjs";
import { endProcess, until } from "../base/process.mjs";
import { Trouble } from "../base/trouble.mjs";
import { bundle, bundleWorkers } from "../build/bundle.mjs";

/** True where the server says that it can do its work. */
function isReady(port) {
  return new Promise((resolve) => {
    const request = get({ host: "127.0.0.1", port, path: "/api/ready", timeout: 5_000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(false));
  });
}

/** What a request makes is mostly forgotten with it: with room for many of them, little has to be looked through and moved. */
const roomForTheYoung = "--max-semi-space-size=32";

/** What the server gives its requests and jobs to end, and a moment to say so. */
const longestEnd = 25_000;

const tail = (file) => readFileSync(file, "utf8").trim().split("\n").slice(-15).join("\n");

/**
 * Serves the production build, or the sources as they are, and waits until it can do its work.
 *
 * @param {{ port: number, env: NodeJS.ProcessEnv, log: string, production?: boolean }} settings  `log` is a file, or "-" for our own output
 * @returns {Promise<{ pid: number, ended: Promise<number | null>, stop: () => Promise<void> }>}
 */
export async function serve({ port, env, log, production = true }) {
  const ownOutput = !production || log === "-";
  const output = ownOutput ? "inherit" : openSync(log, "a");
  const program = production
    ? [roomForTheYoung, await bundle("scripts/serve/server.ts")]
    : [modulePath("next", "dist", "bin", "next"), "dev", "--port", String(port)];
  const args = [...followOurEnd, ...program];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: {
      ...env,
      PORT: String(port),
      WORKER_FILES: await bundleWorkers(),
      NODE_ENV: production ? "production" : "development",
      NEXT_TELEMETRY_DISABLED: "1",
    },
    // A group of its own: a Ctrl-C at the terminal reaches us alone, and we end things in order.
    detached: true,
    stdio: ["ignore", output, output, "ipc"],
  });
  if (!ownOutput) closeSync(output);
  let gone = false;
  const ended = new Promise((resolve) => child.once("exit", resolve)).then((code) => {
    gone = true;
    return code;
  });
  const stop = async () => {
    if (!gone && child.pid)
      await endProcess(child.pid, [
        ["SIGTERM", longestEnd],
        ["SIGKILL", 2_000],
      ]);
    await ended;
  };
  const ready = await until(async () => gone || (await isReady(port)), 60_000);
  if (gone || !ready) {
    await stop();
    throw new Trouble(
      `The web server did not start${ownOutput ? "." : `; its last words (all in ${log}):\n${tail(log)}`}`,
    );
  }
  return { pid: child.pid ?? 0, ended, stop };
}
