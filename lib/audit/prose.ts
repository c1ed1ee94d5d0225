import type { Place } from "../problems";
import { type ReadMarkdown, readMarkdown, texComplaint } from "../tex";
import type { Findings } from "./finding";

/** Marks of a derivative: beside an equals sign they make a claim, and a claim stands in a block. */
const derivative = /\\partial|\\nabla|\\frac\s*\{?\s*(d|\\mathrm\{d\})|\\mathrm\{d\}/;

/** Complaints about formulas that were typeset before. */
const typeset = new Map<string, string | undefined>();

/** Texts that were taken apart before, numbers left out: the draws of a problem differ in little else. */
const apart = new Map<string, ReadMarkdown>();

const oneLine = (tex: string): string => `$${tex.replace(/\s+/g, " ")}$`;

/** A formula can be typeset. */
export function checkTex(tex: string, at: Place, findings: Findings): void {
  if (!typeset.has(tex)) typeset.set(tex, texComplaint(tex));
  const complaint = typeset.get(tex);
  if (complaint) findings.add(at, `${oneLine(tex)} cannot be typeset: ${complaint}`);
}

/**
 * Markdown is such that its formulas can be typeset and none of them claims a derivative outside a block. Returns its
 * words.
 */
export function checkMarkdown(markdown: string, at: Place, findings: Findings): string {
  const outline = markdown.replace(/\d+/g, "0");
  const known = apart.get(outline);
  if (known) {
    for (const tex of formulasIn(markdown)) checkTex(tex, at, findings);
    checkDropped(known, at, findings);
    return known.prose;
  }
  const read = readMarkdown(markdown);
  apart.set(outline, read);
  if (withoutCode(markdown).replaceAll("$$", "").split("$").length % 2 === 0) findings.add(at, "dollars come in pairs");
  for (const { tex, line } of read.formulas) checkFormula(tex, { ...at, line: at.line + line - 1 }, findings);
  checkDropped(read, at, findings);
  if (findings.strict) checkTables(markdown, at, findings);
  return read.prose;
}

/** Raw HTML and scripts are left out of every page, so nobody is served by writing them. */
function checkDropped({ dropped }: ReadMarkdown, at: Place, findings: Findings): void {
  for (const { text, line } of dropped) {
    const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
    findings.add({ ...at, line: at.line + line - 1 }, `HTML and scripts are not shown, write Markdown: ${shown}`);
  }
}

/** Forgets the texts, so that a server does not keep all that was ever typed. */
export function forgetTexts(): void {
  typeset.clear();
  apart.clear();
}

function checkFormula(tex: string, at: Place, findings: Findings): void {
  checkTex(tex, at, findings);
  if (findings.strict && tex.includes("=") && derivative.test(tex))
    findings.add(at, `${oneLine(tex)} claims a derivative: put it into a claims, derivation or definition block`);
}

const withoutCode = (markdown: string): string => markdown.replace(/`[^`]*`/g, "");

/** The formulas of a text that was looked at more closely before. */
function formulasIn(markdown: string): string[] {
  return [...withoutCode(markdown).matchAll(/\$\$([^$]+)\$\$|\$([^$]+)\$/g)].map(
    ([, display, inline]) => display ?? inline ?? "",
  );
}

/** A column of a table is named in words, so that it can be read aloud. */
function checkTables(markdown: string, at: Place, findings: Findings): void {
  for (const { 1: names = "", index } of markdown.matchAll(/^\|(.*)\|\n\| *:?-/gm)) {
    const nameless = names.split("|").find((name) => !/\p{L}/u.test(name.replace(/\$[^$]*\$/g, "")));
    const line = at.line + markdown.slice(0, index).split("\n").length - 1;
    if (nameless !== undefined) findings.add({ ...at, line }, "a column of a table is named by a formula alone");
  }
}
