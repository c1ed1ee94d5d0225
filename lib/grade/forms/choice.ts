import { type Complaint, complain, fail, ok, type Result } from "../../base";
import { invalid, singleText } from "../judge";
import { badRecord } from "../problem";
import type { FormReader } from "./form";

/** The key that a word stands for: exactly, or where only one key differs by case. */
function keyFor(word: string, keys: readonly string[]): string | undefined {
  if (keys.includes(word)) return word;
  const alike = keys.filter((key) => key.toLowerCase() === word.toLowerCase());
  return alike.length === 1 ? alike[0] : undefined;
}

/** The words between commas with their places; words that are no key as a whole are parted at spaces too. */
function wordsOf(text: string, keys: readonly string[]): { readonly word: string; readonly start: number }[] {
  const words: { word: string; start: number }[] = [];
  let from = 0;
  for (const piece of text.split(",")) {
    const word = piece.trim();
    const start = from + piece.indexOf(word);
    if (word === "" || keyFor(word, keys) !== undefined) words.push({ word, start });
    else for (const part of word.matchAll(/\S+/gu)) words.push({ word: part[0], start: start + part.index });
    from += piece.length + 1;
  }
  return words;
}

function readKeys(text: string, keys: readonly string[]): Result<ReadonlySet<string>, Complaint> {
  if (text.trim() === "") return fail(complain("syntax", "empty", {}, { start: 0, end: text.length }));
  const words = wordsOf(text, keys);
  const gap = words.find(({ word }) => word === "");
  if (gap) return fail(complain("syntax", "missing-operand", { operator: "," }, { start: gap.start, end: gap.start }));
  const chosen = new Set<string>();
  for (const { word, start } of words) {
    const key = keyFor(word, keys);
    if (key === undefined) {
      const place = { start, end: start + word.length };
      return fail(complain("unknown-name", "unknown-name", { name: word, suggestion: "" }, place));
    }
    chosen.add(key);
  }
  return ok(chosen);
}

/** Keys of options: right where they are the correct ones, in any order. */
export const choice: FormReader = ({ problem }) => {
  const keys = Object.keys(problem.options ?? {});
  const correct = new Set(problem.correct ?? []);
  if (keys.length === 0) return fail(badRecord("options are missing"));
  if (correct.size === 0) return fail(badRecord("correct names no option"));
  const unknown = [...correct].find((key) => !keys.includes(key));
  if (unknown !== undefined) return fail(badRecord(`correct: ${unknown} is no option`));
  return ok({
    judge: (answer) => {
      const text = singleText(answer, "the keys of options");
      if (!text.ok) return invalid(text.error);
      const chosen = readKeys(text.value, keys);
      if (!chosen.ok) return invalid(chosen.error);
      const right = chosen.value.size === correct.size && [...chosen.value].every((key) => correct.has(key));
      return { status: "graded", numerator: right, denominator: right };
    },
  });
};
