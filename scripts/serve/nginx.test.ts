import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../base/paths.mjs";
import { until } from "../base/process.mjs";
import { freePort } from "../database/cluster.mjs";

const isInstalled = spawnSync("nginx", ["-v"]).status === 0;

/** A server that tells by its name what it was asked. */
function telling(name: string): Promise<Server> {
  const server = createServer(({ headers }, response) => response.end(JSON.stringify({ name, headers })));
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** The configuration as it stands, with ports of ours, and without TLS: its certificate is the reader's own. */
function configured(folder: string, listen: number, servers: readonly number[]): string {
  const upstream = servers.map((port) => `server 127.0.0.1:${port} max_fails=1 fail_timeout=5s;`).join("\n");
  const kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const places = kinds.map((kind) => `${kind}_temp_path ${join(folder, kind)};`).join("\n");
  return readFileSync(join(root, "deploy/nginx.conf"), "utf8")
    .replace(/(\s+server 127[^\n]+)+/, `\n${upstream}`)
    .replace("http {", `http {\naccess_log off;\n${places}`)
    .replace("listen 443 ssl http2", `listen 127.0.0.1:${listen}`)
    .replace(/ssl_certificate[^;]*;/g, "");
}

describe.skipIf(!isInstalled)("nginx, as deploy/nginx.conf has it", () => {
  let folder = "";
  let nginx: ChildProcess | undefined;
  let servers: Server[] = [];
  let address = "";
  const ask = async (path = "/", headers: Record<string, string> = {}) =>
    (await fetch(address + path, { headers })).json();

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "nabla-nginx-"));
    servers = await Promise.all(["one", "two"].map(telling));
    const port = await freePort();
    address = `http://127.0.0.1:${port}`;
    const file = join(folder, "nginx.conf");
    writeFileSync(file, configured(folder, port, servers.map(portOf)));
    const own = `daemon off; master_process off; pid ${join(folder, "pid")}; error_log ${join(folder, "errors")};`;
    nginx = spawn("nginx", ["-p", folder, "-c", file, "-e", join(folder, "errors"), "-g", own], { stdio: "ignore" });
    const answers = () =>
      fetch(address).then(
        () => true,
        () => false,
      );
    expect(await until(answers, 10_000)).toBe(true);
  }, 20_000);

  afterAll(() => {
    nginx?.kill();
    for (const server of servers) server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("tells who asks, and believes nobody about that", async () => {
    const { headers } = await ask("/", { "X-Forwarded-For": "192.0.2.7", "X-Request-Id": "forged" });
    expect(headers["x-forwarded-for"]).toBe("127.0.0.1");
    expect(headers["x-forwarded-proto"]).toBe("http");
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f]{32}$/);
    expect(headers.host).toBe(new URL(address).host);
  });

  it("shows nobody the counters", async () => {
    expect((await fetch(`${address}/api/metrics`)).status).toBe(404);
  });

  it("asks one server after the other, and passes over one that is not there", async () => {
    const asked = await Promise.all(Array.from({ length: 6 }, () => ask()));
    expect(new Set(asked.map(({ name }) => name)).size).toBe(2);
    servers[0]?.close();
    servers[0]?.closeAllConnections();
    const left = await Promise.all(Array.from({ length: 6 }, () => ask()));
    expect(left.map(({ name }) => name)).toEqual(Array(6).fill("two"));
  });
});
