import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../base/paths.mjs";
import { endProcess, until } from "../base/process.mjs";
import { Trouble } from "../base/trouble.mjs";

const program = "/usr/sbin/nginx";

export const hasNginx = () => existsSync(program);

/** The lines of the shared configuration that are about a machine, and what stands there on ours. */
function ownLines(port, servers) {
  const target = (rest) => servers.map((each) => `server 127.0.0.1:${each} ${rest}`).join("\n");
  return [
    [/^events {/m, () => `${process.getuid?.() === 0 ? "user root;\n" : ""}daemon off;\npid nginx.pid;\nevents {`],
    [/^http {/m, () => `http {\n${ownFolders}`],
    [/(?:^\s*server 127\.0\.0\.1:\d+ .*\n)+/m, (found) => `${target(found.match(/:\d+ (.*)/)[1])}\n`],
    [/^\s*listen 443.*$/m, () => `listen 127.0.0.1:${port};`],
    [/(?:^\s*ssl_certificate.*\n)+/m, () => ""],
  ];
}

const ownFolders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
  .map((each) => `${each}_temp_path ${each};`)
  .concat("access_log off;")
  .join("\n");

/** The configuration that installations begin with, for servers on these ports, and without TLS. */
function configuration(port, servers) {
  const shared = readFileSync(join(root, "deploy", "nginx.conf"), "utf8");
  return ownLines(port, servers).reduce((text, [line, own]) => {
    if (!line.test(text)) throw new Trouble(`deploy/nginx.conf has no line like ${line} any more.`);
    return text.replace(line, own);
  }, shared);
}

function listens(port) {
  return new Promise((resolve) => {
    const probe = connect({ host: "127.0.0.1", port });
    probe.once("error", () => resolve(false));
    probe.once("connect", () => {
      probe.destroy();
      resolve(true);
    });
  });
}

/**
 * Debian's nginx before servers on these ports.
 *
 * @param {number} port       where it listens
 * @param {number[]} servers  whom it asks
 * @returns {Promise<{ stop: () => Promise<void> }>}
 */
export async function openNginx(port, servers) {
  if (!hasNginx()) throw new Trouble(`There is no ${program} here. Run as root: apt-get install -y nginx-light`);
  const folder = mkdtempSync(join(tmpdir(), "nabla-nginx-"));
  const errors = join(folder, "error.log");
  writeFileSync(join(folder, "nginx.conf"), configuration(port, servers));
  const child = spawn(program, ["-p", folder, "-c", "nginx.conf", "-e", errors], { stdio: "ignore", detached: true });
  let gone = false;
  child.once("exit", () => {
    gone = true;
  });
  const stop = async () => {
    if (!gone && child.pid)
      await endProcess(child.pid, [
        ["SIGTERM", 5_000],
        ["SIGKILL", 2_000],
      ]);
    rmSync(folder, { recursive: true, force: true });
  };
  if (await until(async () => gone || (await listens(port)), 10_000)) {
    if (!gone) return { stop };
  }
  const words = existsSync(errors) ? readFileSync(errors, "utf8").trim() : "";
  await stop();
  throw new Trouble(`nginx did not start: ${words}`);
}
