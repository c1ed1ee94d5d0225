import type { Actor, Member } from "./actors";

/** A server, and how everybody shows it who they are. */
export interface Asked {
  readonly address: string;
  /** What people type, where a proxy stands before the server. */
  readonly origin?: string;
  readonly cookies: Readonly<Record<Member, string>>;
  /** Tokens of programs, with all scopes. */
  readonly tokens: Readonly<Record<Member, string>>;
}

/** What came back. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** How an actor shows who they are. */
export type Shown = "cookie" | "token";

export interface Sent {
  readonly method?: string;
  readonly shown?: Shown;
  /** An empty origin: none. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit;
}

/** Asks as somebody, past all pages: nothing is held back because no page offers it. */
export async function ask(world: Asked, actor: Actor, path: string, sent: Sent = {}): Promise<Answered> {
  const { method = "GET", shown = "cookie", headers = {}, body } = sent;
  const head = new Headers(headers);
  if (method !== "GET" && !head.has("Origin")) head.set("Origin", world.origin ?? world.address);
  if (head.get("Origin") === "") head.delete("Origin");
  if (actor !== "nobody" && shown === "cookie") head.set("Cookie", world.cookies[actor]);
  if (actor !== "nobody" && shown === "token") head.set("Authorization", `Bearer ${world.tokens[actor]}`);
  const response = await fetch(world.address + path, {
    method,
    redirect: "manual",
    headers: head,
    ...(body !== undefined && { body }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
