import type { Span } from "../base";

/** One plain character with its place in the text that was typed. */
export interface Character extends Span {
  readonly value: string;
}

/** Look-alikes that NFKC leaves alone, or would read otherwise. */
const lookalikes: Readonly<Record<string, string>> = {
  "−": "-",
  "–": "-",
  "—": "-",
  "‐": "-",
  "‑": "-",
  "﹣": "-",
  "－": "-",
  "′": "'",
  "’": "'",
  "‘": "'",
  ʹ: "'",
  "´": "'",
  "＇": "'",
  "″": "''",
  "∗": "*",
  "＊": "*",
  "·": "·",
  "⋅": "·",
  "•": "·",
  "∙": "·",
  "×": "×",
  "✕": "×",
  "÷": "/",
  "∕": "/",
  "⁄": "/",
  "‖": "‖",
  "∥": "‖",
  "∣": "|",
  "｜": "|",
  "≥": "≥",
  "⩾": "≥",
  "≤": "≤",
  "⩽": "≤",
  "⊤": "⊤",
  ᵀ: "^⊤",
  ᵗ: "^⊤",
  "⊺": "^⊤",
  "√": "√",
  "∘": "⊙",
  "⊙": "⊙",
  "⊗": "⊗",
  "\u00a0": " ",
  "\u2009": " ",
  "\u202f": " ",
  "\u2062": " ",
  "\u200b": "",
};

const superscripts: Readonly<Record<string, string>> = {
  "⁰": "0",
  "¹": "1",
  "²": "2",
  "³": "3",
  "⁴": "4",
  "⁵": "5",
  "⁶": "6",
  "⁷": "7",
  "⁸": "8",
  "⁹": "9",
  "⁻": "-",
  ⁿ: "n",
  ᵏ: "k",
};

function plain(symbol: string): string {
  const known = lookalikes[symbol];
  if (known !== undefined) return known;
  return symbol.charCodeAt(0) < 128 ? symbol : symbol.normalize("NFKC");
}

/** The text as plain characters: look-alikes read as what they look like, superscripts as powers, offsets kept. */
export function readCharacters(text: string): Character[] {
  const result: Character[] = [];
  let at = 0;
  let raised = false;
  for (const symbol of text) {
    const [start, end] = [at, at + symbol.length];
    at = end;
    const power = superscripts[symbol];
    if (power !== undefined) {
      if (!raised) for (const value of "^{") result.push({ value, start, end });
      result.push({ value: power, start, end });
      raised = true;
      continue;
    }
    if (raised && result.at(-1)?.value === "-" && plain(symbol) === "^⊤") {
      result.push({ value: "⊤", start, end });
      continue;
    }
    if (raised) result.push({ value: "}", start, end: start });
    raised = false;
    for (const value of plain(symbol)) result.push({ value, start, end });
  }
  if (raised) result.push({ value: "}", start: at, end: at });
  return result;
}
