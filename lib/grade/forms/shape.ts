import { type Complaint, complain, fail, ok, type Result } from "../../base";
import { parse, type Syntax, type Vocabulary } from "../../expr";
import {
  isRow,
  isScalar,
  isVector,
  numeratorShape,
  one,
  type Shape,
  type Size,
  sameSize,
  wholeExpression,
} from "../../shape";
import { invalid, singleText } from "../judge";
import { type Declared, readFunction, readWrt, shapeOf } from "../problem";
import type { FormReader } from "./form";

type Sizes = readonly Size[];

/** The sizes of a function: a row counts as the vector of its entries. */
function sizesOfFunction(y: Shape): Sizes {
  if (isScalar(y)) return [];
  if (isVector(y)) return [y.rows];
  return isRow(y) ? [y.cols] : [y.rows, y.cols];
}

/** The sizes of a variable: a row is a matrix with one row. */
function sizesOfVariable(x: Shape): Sizes {
  if (isScalar(x)) return [];
  return isVector(x) ? [x.rows] : [x.rows, x.cols];
}

/** The sizes of the derivative in both layouts: the six cases, and for every other pair one list behind the other. */
function bothLayouts(y: Shape, x: Shape): readonly [Sizes, Sizes] {
  const shape = numeratorShape(y, x);
  if (shape) {
    const { rows, cols } = shape;
    return [
      [rows, cols],
      [cols, rows],
    ];
  }
  const [ofY, ofX] = [sizesOfFunction(y), sizesOfVariable(x)];
  return [
    [...ofY, ...ofX],
    [...ofX, ...ofY],
  ];
}

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

function readShape(text: string, syntax: Syntax, { scope }: Declared): Result<Sizes, Complaint> {
  const vocabulary: Vocabulary = { ...scope.vocabulary, variables: new Map(), functions: new Set() };
  const pieces = piecesOf(text, scope.dimensions);
  if (pieces.length > 16)
    return fail(complain("limit", "too-many-parts", { limit: 16 }, { start: 0, end: text.length }));
  const read = pieces.map((piece) => readSize(piece, syntax, vocabulary));
  const complaints = read.flatMap((r) => (r.ok ? [] : [r.error]));
  const [first] = complaints.sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
  return first ? fail(first) : ok(read.flatMap((r) => (r.ok ? [r.value] : [])));
}

/** `1` is `1 x 1`, and `n` is the column `n x 1`. */
const padded = (sizes: Sizes): Sizes => [...sizes, ...[one, one].slice(sizes.length)];

function sameSizes(a: Sizes, b: Sizes): boolean {
  const [left, right] = [padded(a), padded(b)];
  return left.length === right.length && left.every((s, k) => sameSize(s, right[k] as Size));
}

/** The derivative's shape, for any pair of shapes. */
export const shape: FormReader = (declared) => {
  const wrt = readWrt(declared);
  if (!wrt.ok) return wrt;
  const source = readFunction(declared);
  if (!source.ok) return source;
  const [numerator, denominator] = bothLayouts(source.value, shapeOf(declared.scope, wrt.value));
  return ok({
    judge: (answer) => {
      const text = singleText(answer, "a shape");
      if (!text.ok) return invalid(text.error);
      const read = readShape(text.value, answer.syntax, declared);
      if (!read.ok) return invalid(read.error);
      return {
        status: "graded",
        numerator: sameSizes(read.value, numerator),
        denominator: sameSizes(read.value, denominator),
      };
    },
  });
};
