import { cover, type Span } from "../../base";
import { refuse } from "../cursor";
import { limits } from "../limits";
import { canonicalName, suggestName } from "../names";
import { functionNames } from "../operators";
import { type Piece, splitRun } from "../runs";
import type { Token } from "../tokens";
import type { Expr } from "../tree";
import { argumentList } from "./arguments";
import { functionCall } from "./calls";
import { declaredCall } from "./declared";
import type { Factors, Reader } from "./reader";

/** A run of letters: names that multiply, the last with its argument where it is a function. */
export function word(reader: Reader): Factors {
  const token = reader.cursor.take();
  const length = token.letters.length;
  if (length > limits.run) refuse("limit", "too-long", { length, limit: limits.run }, token);
  const braced = bracedName(reader, token);
  if (braced) return braced;
  const pieces = splitRun(token.letters, reader.vocabulary, argumentFollows(reader, token));
  const last = pieces?.pop();
  if (!pieces || !last) return [unknownWord(reader, token)];
  const factors = pieces.map((piece) => plainPiece(reader, piece));
  return [...factors, ...lastPiece(reader, last)] as Factors;
}

/** `theta_{1}` where `theta_1` is declared, perhaps behind other names of the run. */
function bracedName(reader: Reader, { letters }: Token): Factors | undefined {
  const { cursor, vocabulary } = reader;
  const inner = cursor.peek(2);
  if (!cursor.is("_") || !cursor.isAhead(1, "{") || !cursor.isAhead(3, "}") || inner.kind === "mark") return undefined;
  for (let from = 0; from < letters.length; from++) {
    const base = letters.slice(from);
    const name = canonicalName(`${base.map((c) => c.value).join("")}_${inner.text}`);
    const before = from === 0 ? [] : splitRun(letters.slice(0, from), vocabulary, false);
    if (!before || !vocabulary.variables.has(name)) continue;
    for (let k = 0; k < 3; k++) cursor.take();
    const variable: Expr = reader.node({ kind: "variable" as const, name, ...cover(base[0] as Span, cursor.take()) });
    return before.map((piece) => plainPiece(reader, piece)).concat(variable) as Factors;
  }
  return undefined;
}

/** A function name can only be meant where an argument can follow. */
function argumentFollows(reader: Reader, token: Token): boolean {
  const { cursor } = reader;
  if (cursor.is("(", "^", "'", "{", "√", "[", "\\lvert", "\\lVert", "\\cases", "\\sum")) return true;
  if (cursor.is("|", "||", "‖")) return !reader.closesBars();
  const next = cursor.token;
  return (next.kind === "word" || next.kind === "number") && next.start >= token.end;
}

function lastPiece(reader: Reader, piece: Piece): Factors {
  if (piece.kind === "function") return functionCall(reader, piece.name, piece);
  if (piece.kind === "declared") return declaredCall(reader, piece.name, piece);
  return [plainPiece(reader, piece)];
}

/** An unknown name, with its arguments if it has some; a stand-in lets the reading go on. */
function unknownWord(reader: Reader, token: Token): Expr {
  const name = token.text;
  if (functionNames.has(canonicalName(name))) refuse("syntax", "needs-argument", { name }, token);
  reader.unknownName({ name, suggestion: suggestName(reader.vocabulary, name) }, token);
  if (reader.cursor.is("(")) argumentList(reader);
  return reader.node({ kind: "number", text: "0", start: token.start, end: token.end });
}

function plainPiece(reader: Reader, piece: Piece): Expr {
  const span = { start: piece.start, end: piece.end };
  switch (piece.kind) {
    case "pi":
      return reader.node({ kind: "pi", ...span });
    case "identity": {
      const size = piece.size === null ? null : shortSubscript(reader, piece.size, span);
      return reader.node({ kind: "identity", size, ...span });
    }
    case "entry": {
      const of = reader.node({ kind: "variable" as const, name: piece.name, ...span });
      return reader.node({
        kind: "entry",
        of,
        at: piece.at.map((part) => shortSubscript(reader, part, span)),
        ...span,
      });
    }
    case "variable":
    case "size":
    case "index":
      return reader.node({ kind: piece.kind, name: piece.name, ...span });
    default:
      return refuse("syntax", "needs-argument", { name: piece.name }, piece);
  }
}

function shortSubscript(reader: Reader, text: string, span: Span): Expr {
  if (/^\d+$/.test(text)) return reader.node({ kind: "number", text, ...span });
  return reader.node({ kind: reader.vocabulary.indices.has(text) ? "index" : "size", name: text, ...span });
}
