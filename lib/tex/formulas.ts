import katex from "katex";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { unified } from "unified";

/** A formula in Markdown, and the line on which it begins, from 1. */
export interface FoundFormula {
  readonly tex: string;
  readonly line: number;
}

/** Markdown as its author wrote it, taken apart. */
export interface ReadMarkdown {
  readonly formulas: readonly FoundFormula[];
  /** The text that is neither formula nor code. */
  readonly prose: string;
  /** Headings, as `## Definition`. */
  readonly headings: readonly string[];
  /** What is never shown: raw HTML, and links to something else than a page. */
  readonly dropped: readonly DroppedMarkup[];
}

/** Markup that a page leaves out, and the line on which it stands, from 1. */
export interface DroppedMarkup {
  readonly text: string;
  readonly line: number;
}

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly depth?: number;
  readonly url?: string;
  readonly position?: { readonly start: { readonly line: number } };
  readonly children?: readonly Node[];
}

let parser: { parse(markdown: string): Node } | undefined;

/** Finds the formulas, the words and the headings of Markdown. */
export function readMarkdown(markdown: string): ReadMarkdown {
  parser ??= unified().use(remarkParse).use(remarkGfm).use(remarkMath).freeze() as unknown as typeof parser;
  const formulas: FoundFormula[] = [];
  const prose: string[] = [];
  const headings: string[] = [];
  const dropped: DroppedMarkup[] = [];
  const visit = (node: Node): void => {
    if (node.type === "math" || node.type === "inlineMath")
      formulas.push({ tex: node.value ?? "", line: node.position?.start.line ?? 1 });
    if (node.type === "text") prose.push(node.value ?? "");
    if (node.type === "heading") headings.push(`${"#".repeat(node.depth ?? 1)} ${textOf(node)}`);
    const text = node.type === "html" ? node.value : unsafeUrl(node);
    if (text) dropped.push({ text, line: node.position?.start.line ?? 1 });
    node.children?.forEach(visit);
  };
  if (parser) visit(parser.parse(markdown));
  return { formulas, prose: prose.join(" "), headings, dropped };
}

/** An address that leads to no page: `javascript:…`, `data:…`. */
function unsafeUrl({ url = "" }: Node): string | undefined {
  return /^[^/?#]*:/.test(url) && !/^(https?|mailto):/i.test(url) ? url : undefined;
}

function textOf(node: Node): string {
  return node.value ?? (node.children ?? []).map(textOf).join("");
}

/** Why a formula cannot be typeset; nothing where it can. */
export function texComplaint(tex: string): string | undefined {
  try {
    katex.renderToString(tex, { throwOnError: true, strict: "error" });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^KaTeX parse error: /, "") : String(error);
  }
}
