import type { IncomingHttpHeaders } from "node:http";
import { isIPv6 } from "node:net";

/**
 * Where a request came from: what the outermost proxy that we trust has seen, and with no such proxy the other end of the connection.
 * Each proxy adds whom it was asked by at the end of `x-forwarded-for`; what stands before that anybody can have written.
 *
 * @param hops how many proxies stand between us and the world
 */
export function clientAddress(forwarded: string | undefined, peer: string, hops: number): string {
  const chain = [...(forwarded?.split(",").map((hop) => hop.trim()) ?? []), peer].filter((hop) => hop !== "");
  return wholeNetwork(chain.at(-1 - hops) ?? chain[0] ?? "unknown");
}

/** One household or phone has 2^64 addresses of IPv6, and counts as one. */
function wholeNetwork(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("%")[0]?.split("::") ?? [];
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : Array<string>(8 - before.length - after.length).fill("0");
  return `${[...before, ...zeros, ...after].slice(0, 4).join(":")}::/64`;
}

/** What a proxy says of a request. Next and we ourselves believe it. */
const words = ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "forwarded", "x-real-ip"] as const;

/**
 * Leaves of what a request says of its way only what is true: one address in `x-forwarded-for`, and other words of proxies only where
 * there is one.
 */
export function believeOnly(headers: IncomingHttpHeaders, peer: string, hops: number): void {
  const forwarded = headers["x-forwarded-for"];
  headers["x-forwarded-for"] = clientAddress(Array.isArray(forwarded) ? forwarded.join(",") : forwarded, peer, hops);
  if (hops === 0) for (const word of words) delete headers[word];
}

/** How many proxies are trusted: `TRUST_PROXY`, a whole number, and none where it is not set. */
export function trustedHops(setting: string | undefined): number {
  const text = setting?.trim() || "0";
  if (/^\d$/.test(text)) return Number(text);
  throw new Error(`TRUST_PROXY is the number of proxies before this server, from 0 to 9, and it is "${text}".`);
}
