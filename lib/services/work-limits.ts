import type { Viewer } from "../auth";
import { type Counted, type LimitName, takeRooms } from "../store";

/** Takes room for an answer or for help with one; seconds to wait where there is none. Whoever is nobody yet has a place. */
export function roomForWork(viewer: Viewer, personId: string | null): Promise<number | null> {
  return roomIn(["answer-person", "answer-address"], viewer, personId);
}

/** Takes room for a draft of an answer; seconds to wait where there is none. */
export function roomForTyping(viewer: Viewer, personId: string): Promise<number | null> {
  return roomIn(["draft-person", "draft-address"], viewer, personId);
}

function roomIn(
  [ofPerson, ofAddress]: readonly [LimitName, LimitName],
  { role, address }: Viewer,
  personId: string | null,
): Promise<number | null> {
  const counted: Counted[] = personId === null ? [] : [[ofPerson, personId]];
  if (role === "guest") counted.push([ofAddress, address]);
  return takeRooms(counted);
}
