import type { Viewer } from "../auth";
import { type Limit, takeRoom } from "../store";

/** By person, and for guests by place too: a guest can become a new one at will, a class behind one address cannot help it. */
const byPerson: Limit = { name: "answer-person", times: 120, seconds: 60 };
const byAddress: Limit = { name: "answer-address", times: 3_000, seconds: 300 };

/** Drafts are many and small, and no reason to refuse an answer. */
const typingByPerson: Limit = { name: "draft-person", times: 90, seconds: 60 };
const typingByAddress: Limit = { name: "draft-address", times: 6_000, seconds: 300 };

/** Takes room for an answer or for help with one; seconds to wait where there is none. Whoever is nobody yet has a place. */
export function roomForWork(viewer: Viewer, personId: string | null): Promise<number | null> {
  return roomIn([byPerson, byAddress], viewer, personId);
}

/** Takes room for a draft of an answer; seconds to wait where there is none. */
export function roomForTyping(viewer: Viewer, personId: string): Promise<number | null> {
  return roomIn([typingByPerson, typingByAddress], viewer, personId);
}

async function roomIn(
  [ofPerson, ofAddress]: readonly [Limit, Limit],
  { role, address }: Viewer,
  personId: string | null,
): Promise<number | null> {
  const limits: [Limit, string][] = personId === null ? [] : [[ofPerson, personId]];
  if (role === "guest") limits.push([ofAddress, address]);
  for (const [limit, key] of limits) {
    const room = await takeRoom(limit, key);
    if (!room.free) return room.retryAfter;
  }
  return null;
}
