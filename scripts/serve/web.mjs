import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { get } from "node:http";
import { followOurEnd } from "../base/command.mjs";
import { modulePath, root } from "../base/paths.mjs";
import { endProcess, until } from "../base/process.mjs";
import { Trouble } from "../base/trouble.mjs";

/** True where the server answers the path with something that is not a defect of its own. */
function answers(port, path) {
  return new Promise((resolve) => {
    const request = get({ host: "127.0.0.1", port, path, timeout: 5_000 }, (response) => {
      response.resume();
      resolve((response.statusCode ?? 500) < 500);
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(false));
  });
}

const tail = (file) => readFileSync(file, "utf8").trim().split("\n").slice(-15).join("\n");

/**
 * Serves the production build, or the sources as they are, and waits until there is an answer.
 *
 * @param {{ port: number, env: NodeJS.ProcessEnv, log: string, production?: boolean }} settings
 * @returns {Promise<{ ended: Promise<void>, stop: () => Promise<void> }>}
 */
export async function serve({ port, env, log, production = true }) {
  const file = openSync(log, "a");
  const command = production ? "start" : "dev";
  const args = [...followOurEnd, modulePath("next", "dist", "bin", "next"), command, "--port", String(port)];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...env, NODE_ENV: production ? "production" : "development", NEXT_TELEMETRY_DISABLED: "1" },
    // A group of its own: a Ctrl-C at the terminal reaches us alone, and we end things in order.
    detached: true,
    stdio: ["ignore", production ? file : "inherit", production ? file : "inherit", "ipc"],
  });
  closeSync(file);
  let gone = false;
  const ended = new Promise((resolve) => child.once("exit", resolve)).then(() => {
    gone = true;
  });
  const stop = async () => {
    if (!gone && child.pid)
      await endProcess(child.pid, [
        ["SIGTERM", 5_000],
        ["SIGKILL", 2_000],
      ]);
    await ended;
  };
  const ready = await until(async () => gone || (await answers(port, "/api/health")), 60_000);
  if (gone || !ready) {
    await stop();
    throw new Trouble(`The web server did not start; its last words (all in ${log}):\n${tail(log)}`);
  }
  return { ended, stop };
}
