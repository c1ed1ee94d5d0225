import type { Label } from "@/lib/figures";

/** A letter with a lowered mark, as on an axis. */
export function entry(letter: string, mark: string): Label {
  return [
    { text: letter, slanted: true },
    { text: mark, slanted: false, script: "sub" },
  ];
}

/** A letter by itself. */
export function letter(name: string): Label {
  return [{ text: name, slanted: true }];
}
