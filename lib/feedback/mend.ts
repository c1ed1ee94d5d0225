import type { Complaint, Span } from "../base";

/** A change of the typed text that answers a complaint: what stands from `start` to `end` becomes `text`. */
export interface Mend extends Span {
  readonly text: string;
}

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "|": "|" };
const stray: ReadonlySet<string> = new Set([")", "]", "}"]);

/** What is offered for a complaint about this source, if anything. Whether it helps is for the reader to say. */
export function mendOf(complaint: Complaint, source: string): Mend | undefined {
  const { start, end } = complaint;
  switch (complaint.what) {
    case "unknown-name": {
      const { suggestion } = complaint.facts;
      return suggestion ? { start, end, text: suggestion } : undefined;
    }
    case "mismatch": {
      const { suggestion, left } = complaint.facts;
      // What stands in brackets keeps them.
      const inset = source.startsWith(left, start) ? 0 : 1;
      return suggestion ? { start: start + inset, end: end - inset, text: suggestion } : undefined;
    }
    case "unclosed-bracket": {
      const text = closing[complaint.facts.bracket];
      const last = source.trimEnd().length;
      return text ? { start: last, end: last, text } : undefined;
    }
    case "unexpected-token":
      return stray.has(complaint.facts.found) ? { start, end, text: "" } : undefined;
    case "unexpected-character":
      return complaint.facts.found === "=" ? { start: 0, end: pastSpace(source, end), text: "" } : undefined;
    case "number-after-factor":
      return { start, end: start, text: "*" };
    case "times-between-matrices": {
      const sign = /×|\\times ?/.exec(source.slice(start, end));
      if (!sign) return undefined;
      const from = start + sign.index;
      return { start: from, end: from + sign[0].length, text: "*" };
    }
    default:
      return undefined;
  }
}

function pastSpace(source: string, from: number): number {
  return from + (/^\s*/.exec(source.slice(from))?.[0].length ?? 0);
}

/** The text after a mend. */
export function mended(source: string, { start, end, text }: Mend): string {
  return source.slice(0, start) + text + source.slice(end);
}
