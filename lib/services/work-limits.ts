import type { Viewer } from "../auth";
import { type Limit, takeRoom } from "../store";

/** By person, and for guests by place too: a guest can become a new one at will, a class behind one address cannot help it. */
const byPerson: Limit = { name: "answer-person", times: 120, seconds: 60 };
const byAddress: Limit = { name: "answer-address", times: 3_000, seconds: 300 };

/** Takes room for an answer or for help with one; seconds to wait where there is none. Whoever is nobody yet has a place. */
export async function roomForWork({ role, address }: Viewer, personId: string | null): Promise<number | null> {
  const limits: [Limit, string][] = personId === null ? [] : [[byPerson, personId]];
  if (role === "guest") limits.push([byAddress, address]);
  for (const [limit, key] of limits) {
    const room = await takeRoom(limit, key);
    if (!room.free) return room.retryAfter;
  }
  return null;
}
