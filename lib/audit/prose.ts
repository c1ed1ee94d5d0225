import type { Place } from "../problems";
import { readMarkdown, texComplaint } from "../tex";
import type { Findings } from "./finding";

/** Marks of a derivative: beside an equals sign they make a claim, and a claim stands in a block. */
const derivative = /\\partial|\\nabla|\\frac\s*\{?\s*(d|\\mathrm\{d\})|\\mathrm\{d\}/;

const known = new Map<string, string | undefined>();

function complaintOf(tex: string): string | undefined {
  if (!known.has(tex)) known.set(tex, texComplaint(tex));
  return known.get(tex);
}

/** A formula can be typeset. */
export function checkTex(tex: string, at: Place, findings: Findings): void {
  const complaint = complaintOf(tex);
  if (complaint) findings.add(at, `$${tex.replace(/\s+/g, " ")}$ cannot be typeset: ${complaint}`);
}

/**
 * Markdown is such that its formulas can be typeset and none of them claims a derivative outside a block. Returns its
 * words.
 */
export function checkMarkdown(markdown: string, at: Place, findings: Findings): string {
  const { formulas, prose } = readMarkdown(markdown);
  if (
    markdown
      .replace(/`[^`]*`/g, "")
      .replaceAll("$$", "")
      .split("$").length %
      2 ===
    0
  )
    findings.add(at, "dollars come in pairs");
  for (const { tex, line } of formulas) {
    const place = { ...at, line: at.line + line - 1 };
    checkTex(tex, place, findings);
    if (/(?<![\\a-z])=/.test(tex) && derivative.test(tex))
      findings.add(
        place,
        `$${tex.replace(/\s+/g, " ")}$ claims a derivative: put it into a claims, derivation or definition block`,
      );
  }
  checkTables(markdown, at, findings);
  return prose;
}

/** A column of a table is named in words, so that it can be read aloud. */
function checkTables(markdown: string, at: Place, findings: Findings): void {
  for (const { 1: names = "", index } of markdown.matchAll(/^\|(.*)\|\n\| *:?-/gm)) {
    const nameless = names.split("|").find((name) => !/\p{L}/u.test(name.replace(/\$[^$]*\$/g, "")));
    const line = at.line + markdown.slice(0, index).split("\n").length - 1;
    if (nameless !== undefined) findings.add({ ...at, line }, "a column of a table is named by a formula alone");
  }
}
