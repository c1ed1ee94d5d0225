import type { Element, Root, RootContent } from "hast";
import type { Root as MarkdownRoot, Nodes } from "mdast";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import type { VFile } from "vfile";
import { escapeHtml } from "./escape";
import { renderMath } from "./math";

/** Longer texts are shown as they were typed. A lesson is a few thousand characters. */
const longestText = 20_000;

/** More marks of stress in one paragraph are no stress: matching them takes time by the square of their number. */
const mostMarks = 1_000;

function isTangled(markdown: string): boolean {
  return markdown.split(/\n\s*\n/).some((paragraph) => (paragraph.match(/\*+|_+|~+/g)?.length ?? 0) > mostMarks);
}

const schema = {
  ...defaultSchema,
  tagNames: defaultSchema.tagNames?.filter((tag) => tag !== "img" && tag !== "input"),
  attributes: {
    ...defaultSchema.attributes,
    code: [["className", /^language-./, "math-inline", "math-display"] as [string, ...(string | RegExp)[]]],
  },
};

/**
 * Hands out the addresses of paragraphs in a text that is rendered in several pieces: `the-law` for a heading, `the-law-2` for
 * the second paragraph under it.
 */
export class Anchors {
  private heading = "";
  private paragraphs = 0;
  private readonly taken = new Map<string, number>();

  ofHeading(text: string): string {
    const slug =
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, "-")
        .replace(/^-|-$/g, "") || "section";
    const before = this.taken.get(slug) ?? 0;
    this.taken.set(slug, before + 1);
    this.heading = before === 0 ? slug : `${slug}-again-${before}`;
    this.paragraphs = 0;
    return this.heading;
  }

  ofParagraph(): string {
    this.paragraphs += 1;
    return [this.heading || "text", this.paragraphs].join("-");
  }
}

/** How a text stands on its page. */
export interface MarkdownOptions {
  /** Gives headings and paragraphs addresses, and lets headings stand at the level they are written at. */
  readonly anchors?: Anchors;
}

/** Raw HTML is dropped and the tree sanitised before formulas are set, so that only our own markup comes after the check. */
function makePipeline() {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkMath)
    .use(() => displayDoubleDollars)
    .use(remarkRehype)
    .use(rehypeSanitize, schema)
    .use(() => (tree: Root, file: VFile) => {
      const anchors = file.data.anchors;
      if (anchors instanceof Anchors) anchor(tree, anchors);
      else levelHeadings(tree);
    })
    .use(() => typesetFormulas)
    .use(() => wrapTables)
    .use(rehypeStringify, { allowDangerousHtml: true })
    .freeze();
}

/** Made when first needed, so that what only sets formulas in a browser does not bring Markdown along. */
let pipeline: ReturnType<typeof makePipeline> | undefined;

/**
 * Markdown with `$…$` and `$$…$$` as HTML that is safe to insert. Raw HTML in the source is dropped, headings begin at level 2
 * (the page has the first), and wide formulas and tables scroll in their own boxes. Never throws.
 */
export function renderMarkdown(markdown: string, { anchors }: MarkdownOptions = {}): string {
  if (markdown.length > longestText || isTangled(markdown)) return asSource(markdown);
  try {
    pipeline ??= makePipeline();
    return String(pipeline.processSync({ value: markdown, data: { anchors } }));
  } catch {
    return asSource(markdown);
  }
}

function asSource(markdown: string): string {
  return `<pre class="scroll-x">${escapeHtml(markdown)}</pre>`;
}

/** remark-math sets `$$…$$` within one line as if it were `$…$`; here it means a formula of its own, as in LaTeX. */
function displayDoubleDollars(tree: MarkdownRoot, file: VFile): void {
  const source = String(file);
  const visit = (node: Nodes): void => {
    if (node.type === "inlineMath" && source.startsWith("$$", node.position?.start.offset)) {
      node.data = { ...node.data, hProperties: { className: ["language-math", "math-display"] } };
    }
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
}

type Parent = Root | Element;

/** Puts what `change` returns in the place of each element; where it returns nothing, goes on inside that element. */
function replaceElements(parent: Parent, change: (element: Element) => RootContent | undefined): void {
  parent.children = parent.children.map((child) => {
    if (child.type !== "element") return child;
    const replacement = change(child);
    if (replacement) return replacement;
    replaceElements(child, change);
    return child;
  }) as Element["children"];
}

function eachElement(parent: Parent, visit: (element: Element) => void): void {
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    visit(child);
    eachElement(child, visit);
  }
}

function levelOf(element: Element): number | undefined {
  const level = /^h([1-6])$/.exec(element.tagName)?.[1];
  return level === undefined ? undefined : Number(level);
}

/** Shifts the headings so that the highest is at level 2 and the outline of the page has no gap above it. */
function levelHeadings(tree: Root): void {
  const levels: number[] = [];
  eachElement(tree, (element) => {
    const level = levelOf(element);
    if (level !== undefined) levels.push(level);
  });
  const shift = 2 - Math.min(...levels);
  eachElement(tree, (element) => {
    const level = levelOf(element);
    if (level !== undefined) element.tagName = `h${Math.min(6, level + shift)}`;
  });
}

/** Addresses for what stands at the top of the text. A heading links to itself, so that its address can be copied. */
function anchor(tree: Root, anchors: Anchors): void {
  for (const child of tree.children) {
    if (child.type !== "element") continue;
    if (child.tagName === "p") child.properties.id = anchors.ofParagraph();
    if (levelOf(child) === undefined) continue;
    const id = anchors.ofHeading(textOf(child));
    const link = { type: "element" as const, tagName: "a", properties: { href: `#${id}`, className: ["anchor"] } };
    child.properties.id = id;
    child.children = [{ ...link, children: child.children }];
  }
}

function typesetFormulas(tree: Root): void {
  keepPunctuation(tree);
  replaceElements(tree, (element) => {
    const code = element.tagName === "pre" ? element.children[0] : element;
    if (code?.type !== "element" || !isFormula(code)) return undefined;
    const display = element.tagName === "pre" || hasClass(code, "math-display");
    const html = renderMath(textOf(code).trim(), { display });
    return { type: "raw", value: html } as unknown as RootContent;
  });
}

/** Longer formulas may be broken over lines themselves. */
const longestUnbroken = 40;

/** A line could end between a formula and the full stop behind it; a short formula takes its punctuation along. */
function keepPunctuation(parent: Parent): void {
  const kept: RootContent[] = [];
  for (const child of parent.children) {
    if (child.type === "element") keepPunctuation(child);
    const before = kept.at(-1);
    const mark = child.type === "text" ? /^[.,;:!?)]+/.exec(child.value)?.[0] : undefined;
    if (child.type !== "text" || !mark || !isShortFormula(before)) {
      kept.push(child as RootContent);
      continue;
    }
    const children = [before, { type: "text" as const, value: mark }];
    kept.splice(-1, 1, { type: "element", tagName: "span", properties: { className: ["unbroken"] }, children });
    kept.push({ type: "text", value: child.value.slice(mark.length) });
  }
  parent.children = kept as Element["children"];
}

function isShortFormula(node: RootContent | undefined): node is Element {
  if (node?.type !== "element" || !isFormula(node) || hasClass(node, "math-display")) return false;
  return textOf(node).length <= longestUnbroken;
}

function isFormula(element: Element): boolean {
  return element.tagName === "code" && hasClass(element, "language-math");
}

function hasClass(element: Element, name: string): boolean {
  const classes = element.properties.className;
  return Array.isArray(classes) && classes.includes(name);
}

function textOf(element: Element): string {
  return element.children.map((child) => (child.type === "text" ? child.value : "")).join("");
}

function wrapTables(tree: Root): void {
  replaceElements(tree, (element) =>
    element.tagName === "table"
      ? {
          type: "element",
          tagName: "div",
          properties: { className: ["scroll-x"] },
          children: [element],
        }
      : undefined,
  );
}
