import { isNode, LineCounter, parseDocument } from "yaml";
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

/** Reads YAML; the first mistake comes back with its line. */
export function readYaml(text: string): Result<YamlDocument, LineError> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [wrong] = document.errors;
  if (wrong) return fail({ line: lines.linePos(wrong.pos[0]).line, message: `this is no YAML: ${wrong.message}` });

  const lineOf = (path: FieldPath): number => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    return path.length === 0 ? 1 : lineOf(path.slice(0, -1));
  };
  return ok({ value: document.toJS(), lineOf });
}
