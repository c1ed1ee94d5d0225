import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Asks a Nabla as many browsers would: connections are kept, each person has cookies of their own, and what could not be taken is
 * sent again with its key.
 */

/** Seconds between one try and the next, as the answer form waits. */
const usualWaits = [1, 2, 4, 8, 15];

/**
 * @typedef {object} Session
 * @property {string} cookie
 * @typedef {object} Response
 * @property {number} status
 * @property {import("node:http").IncomingHttpHeaders} headers
 * @property {any} body  what the JSON says, or the text
 */
export class Client {
  #agent = new Agent({ keepAlive: true, maxSockets: 512 });
  #address;
  #waits;

  /**
   * @param {string} address   of the site, as browsers know it
   * @param {number[]} [waits] before an answer is sent again, in seconds
   */
  constructor(address, waits = usualWaits) {
    this.#address = new URL(address);
    this.#waits = waits;
  }

  close() {
    this.#agent.destroy();
  }

  /** @returns {Promise<Response>} rejects where nobody answers */
  ask(method, path, { cookie, type, body } = {}) {
    const { hostname, port, origin } = this.#address;
    const headers = {
      ...(cookie && { cookie }),
      ...(body !== undefined && { origin, "content-type": type, "content-length": Buffer.byteLength(body) }),
    };
    return new Promise((resolve, reject) => {
      const sent = request({ hostname, port, path, method, headers, agent: this.#agent, timeout: 60_000 });
      sent.once("error", reject);
      sent.once("timeout", () => sent.destroy(new Error("no answer in a minute")));
      sent.once("response", (response) => {
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.once("error", reject);
        response.once("end", () => {
          const { statusCode: status = 0, headers: told } = response;
          resolve({ status, headers: told, body: read(told, Buffer.concat(chunks).toString("utf8")) });
        });
      });
      sent.end(body);
    });
  }

  /** Signs somebody in by the way for programs and browsers alike. @returns {Promise<Session>} */
  async signIn(email, password) {
    const { body: asked, headers } = await this.ask("GET", "/api/auth/csrf");
    const fields = new URLSearchParams({ email, password, csrfToken: asked.csrfToken, json: "true" });
    const type = "application/x-www-form-urlencoded";
    const reply = await this.ask("POST", "/api/auth/callback/credentials", {
      cookie: cookiesOf(headers),
      type,
      body: fields.toString(),
    });
    const cookie = cookiesOf(reply.headers);
    if (reply.status >= 400 || !cookie.includes(".session="))
      throw new Error(`${email} cannot sign in: ${reply.status}`);
    return { cookie };
  }

  /** Sends JSON once. @returns {Promise<Response>} */
  post(path, { cookie }, content) {
    return this.ask("POST", path, { cookie, type: "application/json", body: JSON.stringify(content) });
  }

  /** Sends an answer until it is answered, as the form does: with the same key after a lost connection or a busy server. */
  async answer(session, content, tries = this.#waits.length) {
    const waits = this.#waits;
    for (let time = 0; ; time++) {
      const reply = await this.post("/api/answers", session, content).catch((error) => error);
      const isBusy = reply instanceof Error || (reply.status >= 502 && reply.status <= 504);
      if (!isBusy) return reply;
      if (time >= tries) {
        if (reply instanceof Error) throw reply;
        return reply;
      }
      const asked = reply instanceof Error ? 0 : Number(reply.headers["retry-after"]) || 0;
      await sleep(1000 * Math.max(waits[Math.min(time, waits.length - 1)], asked));
    }
  }
}

function read(headers, text) {
  return headers["content-type"]?.startsWith("application/json") ? JSON.parse(text) : text;
}

/** The cookies that a reply sets, as a browser sends them back. */
function cookiesOf(headers) {
  return (headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0]).join("; ");
}

/** Does something for each of a list, so many at once. */
export async function forEach(list, atOnce, work) {
  const waiting = list.entries();
  const next = async () => {
    for (const [index, each] of waiting) await work(each, index);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}
