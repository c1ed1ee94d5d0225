/** What a class sends: right answers, wrong ones that are diagnosed, and slips of the keyboard. */

/** Chance that can be had again: numbers from 0 to 1 that follow from a seed. */
export function chanceOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const kinds = [
  { kind: "right", upTo: 0.45 },
  { kind: "wrong", upTo: 0.9 },
  { kind: "unread", upTo: 1 },
];

/** An answer to a place of a student's, as the form would send it. */
export function answerTo({ assignedId, versionId, variant, ...texts }, key, chance) {
  const luck = chance();
  const wanted = kinds.find(({ upTo }) => luck < upTo)?.kind ?? "right";
  const choice = texts[wanted].length > 0 ? texts[wanted] : texts.right;
  const fields = choice[Math.floor(chance() * choice.length)];
  return { assignedId, versionId, variant, fields: inOwnWay(fields, chance), writing: "text", idempotencyKey: key };
}

/** Nobody types quite like their neighbour: spaces at the ends make texts differ and mean the same. */
function inOwnWay(fields, chance) {
  const spaces = () => " ".repeat(Math.floor(chance() * 6));
  return Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, `${spaces()}${text}${spaces()}`]));
}
