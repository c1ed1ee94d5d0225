import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../database/cluster.mjs";
import { hasNginx, openNginx } from "./nginx.mjs";

/** A server that tells by its name what it was asked. */
function telling(name: string): Promise<Server> {
  const server = createServer(({ headers }, response) => response.end(JSON.stringify({ name, headers })));
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

describe.skipIf(!hasNginx())("nginx, as deploy/nginx.conf has it", () => {
  let nginx: Awaited<ReturnType<typeof openNginx>> | undefined;
  let servers: Server[] = [];
  let address = "";
  const ask = async (path = "/", headers: Record<string, string> = {}) =>
    (await fetch(address + path, { headers })).json();

  beforeAll(async () => {
    servers = await Promise.all(["one", "two"].map(telling));
    const port = await freePort();
    address = `http://127.0.0.1:${port}`;
    nginx = await openNginx(port, servers.map(portOf));
  }, 20_000);

  afterAll(async () => {
    await nginx?.stop();
    for (const server of servers) server.close();
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
