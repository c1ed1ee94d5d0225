import { type Document, isNode, Lexer, LineCounter, parseDocument, visit } from "yaml";
import { fail, ok, type Result } from "../base";

/** A place inside a document: the names and numbers that lead there. */
export type FieldPath = readonly (string | number)[];

/** A document that was read, and where in it things stand. */
export interface YamlDocument {
  readonly value: unknown;
  /** The line of a field, from 1; of the nearest field around it where it is missing. */
  lineOf(path: FieldPath): number;
}

/** A complaint about a text, with its line from 1. */
export interface LineError {
  readonly line: number;
  readonly message: string;
}

/** Reads YAML without aliases: what is written once stands once, so nothing grows and nothing runs in a ring. */
export function readYaml(text: string): Result<YamlDocument, LineError> {
  const lines = new LineCounter();
  const document = parsed(text, lines);
  if (!document) return fail({ line: 1, message: "this is no YAML: it is nested too deeply" });
  const [wrong] = document.errors;
  if (wrong) return fail({ line: lines.linePos(wrong.pos[0]).line, message: `this is no YAML: ${wrong.message}` });
  const alias = aliasIn(document);
  if (alias !== undefined)
    return fail({ line: lines.linePos(alias).line, message: "an alias (*name) is not read here: write it out" });

  const lineOf = (path: FieldPath): number => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    return path.length === 0 ? 1 : lineOf(path.slice(0, -1));
  };
  return ok({ value: document.toJS(), lineOf });
}

/** Deeper than anything that people write, and far from where a parser runs out of room. */
const deepest = 100;

/** Nothing where it is nested so deeply that nobody meant it. */
function parsed(text: string, lineCounter: LineCounter): Document.Parsed | undefined {
  return isTooDeep(text) ? undefined : parseDocument(text, { lineCounter, prettyErrors: false });
}

/** Told from the words alone: open brackets, the columns before a line, and the marks within it. */
function isTooDeep(text: string): boolean {
  let [brackets, indent, marks] = [0, 0, 0];
  let fresh = true;
  for (const word of new Lexer().lex(text)) {
    if (/^\r?\n$/.test(word)) [indent, marks, fresh] = [0, 0, true];
    else if (fresh && /^ +$/.test(word)) indent = word.length;
    else if (word === ",") marks = 0;
    else if (/^[[{]$/.test(word)) brackets += 1;
    else if (/^[\]}]$/.test(word)) brackets -= 1;
    else if (/^[-?:!&]/.test(word)) marks += 1;
    if (word.trim() !== "") fresh = false;
    if (brackets + indent + marks > deepest) return true;
  }
  return false;
}

function aliasIn(document: Document.Parsed): number | undefined {
  let found: number | undefined;
  visit(document, {
    Alias(_, node) {
      found = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return found;
}
