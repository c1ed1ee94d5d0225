/** A piece of a text that was changed: what stayed, what went, what came. */
export interface Piece {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Beyond this many words that differ, the whole is said to have changed. */
const mostWords = 1_200;

/** What has changed between two texts, word by word: what both have in common, in order, is as much as can be. */
export function wordChanges(before: string, after: string): readonly Piece[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const head = countSame(old, now, (words, k) => words[k]);
  const rest = [old.slice(head), now.slice(head)] as const;
  const tail = countSame(...rest, (words, k) => words[words.length - 1 - k]);
  const [oldMiddle, newMiddle] = rest.map((words) => words.slice(0, words.length - tail)) as [string[], string[]];
  return joined([
    ...old.slice(0, head).map((text) => ({ kind: "same" as const, text })),
    ...middleChanges(oldMiddle, newMiddle),
    ...old.slice(old.length - tail).map((text) => ({ kind: "same" as const, text })),
  ]);
}

/** Words, numbers and spaces as wholes, every other mark alone. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];
}

function countSame(
  one: readonly string[],
  other: readonly string[],
  at: (words: readonly string[], k: number) => string | undefined,
): number {
  let count = 0;
  while (count < one.length && count < other.length && at(one, count) === at(other, count)) count += 1;
  return count;
}

function middleChanges(old: readonly string[], now: readonly string[]): Piece[] {
  const removed = (text: string): Piece => ({ kind: "removed", text });
  const added = (text: string): Piece => ({ kind: "added", text });
  if (old.length > mostWords || now.length > mostWords) return [...old.map(removed), ...now.map(added)];
  const common = commonLengths(old, now);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      pieces.push({ kind: "same", text: old[i] ?? "" });
      i += 1;
      j += 1;
    } else if ((common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0)) pieces.push(removed(old[i++] ?? ""));
    else pieces.push(added(now[j++] ?? ""));
  }
  return [...pieces, ...old.slice(i).map(removed), ...now.slice(j).map(added)];
}

/** `[i][j]`: how many words the ends of both from there on can have in common, in order. */
function commonLengths(old: readonly string[], now: readonly string[]): readonly Uint16Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    const [row, below] = [table[i] as Uint16Array, table[i + 1] as Uint16Array];
    for (let j = now.length - 1; j >= 0; j--)
      row[j] = old[i] === now[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
  }
  return table;
}

/** Neighbours of one kind as one piece; what goes stands before what comes. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last?.kind === piece.kind) all[all.length - 1] = { ...last, text: last.text + piece.text };
    else all.push(piece);
  }
  return all;
}
