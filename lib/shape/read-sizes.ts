import { type Complaint, complain, fail, ok, type Result } from "../base";
import { parse, type Syntax, type Vocabulary } from "../expr";
import type { Scope } from "./declarations";
import type { Size } from "./size";
import { wholeExpression } from "./whole";

interface Piece {
  readonly text: string;
  readonly start: number;
}

/** Splits at every match, keeping places. */
function split({ text, start }: Piece, separator: RegExp): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(separator)) {
    pieces.push({ text: text.slice(from, match.index), start: start + from });
    from = match.index + match[0].length;
  }
  return [...pieces, { text: text.slice(from), start: start + from }];
}

const cross = /×|✕|⨯|\\times(?!\p{L})/gu;
const crossOrLetter = /×|✕|⨯|\\times(?!\p{L})|(?<![\p{L}_\\])[xX](?![\p{L}_])/gu;

/** A run like `mxn` is parted at `x` where that leaves nothing but names and numbers. */
function splitRun(piece: Piece, known: ReadonlySet<string>): Piece[] {
  const bare = piece.text.trim();
  if (!/^[\p{L}\p{N}_]+$/u.test(bare) || known.has(bare)) return [piece];
  const parts = split(piece, /x/gu);
  return parts.every(({ text }) => /^\d+$/.test(text.trim()) || known.has(text.trim())) ? parts : [piece];
}

function piecesOf(text: string, known: ReadonlySet<string>): Piece[] {
  const whole = { text, start: 0 };
  if (known.has("x") || known.has("X")) return split(whole, cross);
  return split(whole, crossOrLetter).flatMap((piece) => splitRun(piece, known));
}

function readSize({ text, start }: Piece, syntax: Syntax, vocabulary: Vocabulary): Result<Size, Complaint> {
  const tree = parse(text, syntax, vocabulary);
  if (!tree.ok)
    return fail({ ...tree.error, start: start + tree.error.start, end: start + tree.error.end } as Complaint);
  const found = wholeExpression(tree.value);
  if (found) return ok(found);
  return fail(complain("shape", "bad-size", { text: text.trim() }, { start, end: start + text.length }));
}

/** Errors are looked for in this order. */
const order = ["limit", "syntax", "unknown-name", "shape"];

/** Reads a shape as it is typed, `m x n`, `2 × (n-1)`, `mxn`, as its sizes. Where `x` is a dimension only signs part them. */
export function readSizes(text: string, syntax: Syntax, scope: Scope): Result<readonly Size[], Complaint> {
  const vocabulary: Vocabulary = { ...scope.vocabulary, variables: new Map(), functions: new Set() };
  const pieces = piecesOf(text, scope.dimensions);
  if (pieces.length > 16)
    return fail(complain("limit", "too-many-parts", { limit: 16 }, { start: 0, end: text.length }));
  const read = pieces.map((piece) => readSize(piece, syntax, vocabulary));
  const complaints = read.flatMap((r) => (r.ok ? [] : [r.error]));
  const [first] = complaints.sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
  return first ? fail(first) : ok(read.flatMap((r) => (r.ok ? [r.value] : [])));
}
