import type { VirtualKeyboardKeycap, VirtualKeyboardLayout } from "mathlive";
import { greekNames, toTex } from "@/lib/expr";
import type { Declarations } from "@/lib/shape";

type Cap = string | Partial<VirtualKeyboardKeycap>;
type Row = readonly Cap[];

/** As many as a phone has room for in a row. */
const perRow = 10;

const letter = (name: string): string => toTex({ kind: "variable", name, start: 0, end: 0 });
const call = (name: string, tex = `\\operatorname{${name}}`): Cap => ({
  label: name,
  insert: `${tex}\\left(#0\\right)`,
  class: "small",
});

/** What nearly every answer is made of. `#@` stands for what is before the cursor, `#0` for what is selected, `#?` for a box. */
const operators: Row = [
  { latex: "X^{\\top}", insert: "#@^{\\top}", tooltip: "transpose" },
  { latex: "X^{-1}", insert: "#@^{-1}", tooltip: "inverse" },
  call("tr"),
  call("det", "\\det"),
  call("vec"),
  call("diag"),
  { latex: "\\odot", tooltip: "entry by entry" },
  { latex: "\\otimes", tooltip: "Kronecker product" },
  { latex: "\\lVert x\\rVert", insert: "\\left\\lVert #0\\right\\rVert", tooltip: "norm" },
  { latex: "\\sqrt{x}", insert: "\\sqrt{#0}", tooltip: "square root" },
];

const digits: Row = [..."1234567890"].map((digit) => ({ latex: digit, insert: digit }));

const signs: Row = [
  { latex: "+" },
  { latex: "-" },
  { latex: "\\cdot", tooltip: "times" },
  { latex: "\\frac{a}{b}", insert: "\\frac{#@}{#?}", tooltip: "fraction" },
  { latex: "x^n", insert: "#@^{#?}", tooltip: "power" },
  { latex: "x_i", insert: "#@_{#?}", tooltip: "subscript" },
  { latex: "(", insert: "(" },
  { latex: ")", insert: ")" },
  { latex: ".", insert: "." },
  { latex: ",", insert: "," },
];

/** The last row of every layout; its last key checks the answer. */
const moves: Row = [
  { label: "[hide-keyboard]", width: 1.5 },
  "[left]",
  "[right]",
  "[up]",
  "[down]",
  { label: "[backspace]", width: 1.5 },
  { label: "Check", command: ["performWithFeedback", "commit"], class: "action small", width: 2 },
];

/** The keys for formulas in these names, and the letters that they lack. */
export function keyboardFor({ variables, functions = {} }: Declarations): readonly VirtualKeyboardLayout[] {
  const named = [...Object.keys(variables), ...Object.keys(functions)].map((name) => ({ latex: letter(name) }));
  return [
    layout("Formula", [...inRows(named), operators, digits, signs, moves]),
    layout("abc", [letterRow("qwertyuiop"), letterRow("asdfghjkl"), ["[shift]", ...letterRow("zxcvbnm")], moves]),
    layout("αβγ", [...inRows([...greekNames].map((name) => ({ latex: letter(name) }))), moves]),
  ];
}

const letterRow = (letters: string): Row => [...letters].map((each) => ({ latex: each, shift: each.toUpperCase() }));

function layout(label: string, rows: readonly Row[]): VirtualKeyboardLayout {
  return { label, rows: rows.map((row) => [...row]), displayEditToolbar: false };
}

function inRows(caps: Row): readonly Row[] {
  const starts = Array.from({ length: Math.ceil(caps.length / perRow) }, (_, row) => row * perRow);
  return starts.map((start) => caps.slice(start, start + perRow));
}
