/** Answers that somebody might send who means harm, by what they try. */

const repeat = (text: string, times: number) => text.repeat(times);

export const hostileExpressions: readonly (readonly [tries: string, text: string])[] = [
  ["deep brackets", repeat("(", 4_000) + repeat(")", 4_000)],
  ["deep brackets around something", `${repeat("(", 3_000)}x${repeat(")", 3_000)}`],
  ["open brackets", repeat("(", 9_999)],
  ["closing brackets", repeat(")", 9_999)],
  ["a hundred thousand signs", repeat("x", 100_000)],
  ["a hundred thousand signs with operators", repeat("x+", 50_000)],
  ["a run of letters", repeat("xyzA", 2_400)],
  ["signs before a number", `${repeat("-", 9_000)}1`],
  ["signs in turn", `${repeat("+-", 4_500)}1`],
  ["a tower of powers", `x${repeat("^9", 4_000)}`],
  ["a tower of powers in brackets", `${repeat("2^(", 2_000)}2${repeat(")", 2_000)}`],
  ["a huge number", repeat("9", 9_000)],
  ["a huge exponent", "9^9^9^9^9"],
  ["a huge exponent on a matrix", "A^999999999"],
  ["a number with a huge power of ten", "1e999999999"],
  ["a tiny number", `0.${repeat("0", 5_000)}1`],
  ["factors without end", repeat("A A' ", 1_900)],
  ["transposes", `A${repeat("'", 9_000)}`],
  ["Kronecker products", repeat("kron(A, ", 60) + repeat("A)", 60)],
  ["Kronecker products that would fill the memory", "kron(kron(kron(A,A),kron(A,A)),kron(kron(A,A),kron(A,A)))"],
  ["inverses in inverses", `${repeat("inv(", 60)}A${repeat(")", 60)}`],
  ["functions in functions", `${repeat("exp(", 60)}x_1${repeat(")", 60)}`],
  ["division by nothing", "1/0 + 0/0 + inv(0*A)"],
  ["names of every object", "constructor + __proto__ + toString + hasOwnProperty + prototype"],
  ["names of every object as functions", "constructor(x) + __proto__(x) + valueOf() + eval(1)"],
  ["names of every object as subscripts", "x_constructor + A_{__proto__} + x_{toString,1}"],
  ["code", "process.exit(1); require('fs')"],
  ["a template", "$" + "{process.env.AUTH_SECRET} {{7*7}} <%= 7*7 %>"],
  ["a query", "x'; DROP TABLE grade; --"],
  ["markup", "<script>alert(1)</script>"],
  ["letters that look like others", "2х + 2𝑥 + 2ｘ + 2χ"],
  ["minus signs that look like others", "x−y–z—w‐v"],
  ["digits that look like others", "２x + ٢x + ²x"],
  ["signs that turn the text round", "\u202E2x\u202C + \u2066x\u2069"],
  ["signs that nobody sees", "2\u200Bx\u200C\uFEFF\u2060\u00AD"],
  ["NUL", "2\0x"],
  ["control signs", "2\u0001x\u001B[31m\u0007\u0008"],
  ["halves of characters", "2\uD800x\uDFFF"],
  ["a stack of marks", `x${repeat("\u0301", 5_000)}`],
  ["line ends", repeat("\r\n\u2028\u2029\v\f", 1_500)],
  ["blanks", repeat(" ", 9_999)],
  ["nothing", ""],
  ["commas", repeat(",", 9_000)],
  ["grids", repeat("[", 3_000) + repeat("]", 3_000)],
  ["a grid of many columns", `[${repeat("1,", 4_900)}1]`],
  ["a grid of many rows", `[${repeat("1;", 4_900)}1]`],
  ["a grid in a grid", `${repeat("[1,", 60)}1${repeat("]", 60)}`],
  ["a sum over everything", `${repeat("sum_i ", 60)}x_i`],
  ["subscripts in subscripts", `${repeat("x_{", 3_000)}1${repeat("}", 3_000)}`],
  ["TeX that expands for ever", "\\def\\a{\\a\\a}\\a"],
  ["TeX that reads a file", "\\input{/etc/passwd}"],
  ["TeX in depth", `${repeat("\\frac{1}{", 60)}x${repeat("}", 60)}`],
  ["TeX with fences", repeat("\\left(", 1_500)],
  ["quotation marks", repeat("\"'`", 3_000)],
  ["backslashes", repeat("\\", 9_000)],
];

const problem = { variables: { x: { shape: ["n"] }, A: { shape: ["n", "n"] } }, function: "x'*A*x", wrt: "x" };

let deep: unknown = "x";
for (let at = 0; at < 5_000; at++) deep = [deep];

let deepRecord: unknown = "x";
for (let at = 0; at < 5_000; at++) deepRecord = { answer: deepRecord };

/** Records of the grading contract, as JSON has them. */
export const hostileRecords: readonly (readonly [tries: string, record: unknown])[] = [
  ["nothing", undefined],
  ["null", null],
  ["a number", 1],
  ["a list", []],
  ["a text", "x"],
  ["an empty record", {}],
  ["a deep list for an answer", { problem, answer: deep }],
  ["a deep record for an answer", { problem, answer: deepRecord }],
  ["a deep list for a problem", { problem: deep, answer: "x" }],
  ["another prototype", JSON.parse(`{"__proto__": {"problem": {}}, "answer": "x"}`)],
  [
    "another prototype within",
    {
      problem: JSON.parse(`{"variables": {"__proto__": {"shape": ["n"]}}, "function": "x", "wrt": "__proto__"}`),
      answer: "x",
    },
  ],
  [
    "names of every object for variables",
    {
      problem: {
        variables: { constructor: { shape: ["n"] }, toString: { shape: [] } },
        function: "constructor'*constructor",
        wrt: "constructor",
      },
      answer: "2*constructor",
    },
  ],
  [
    "a huge shape",
    { problem: { ...problem, variables: { x: { shape: [1e308] }, A: { shape: [1e9, 1e9] } } }, answer: "x" },
  ],
  [
    "a shape that is no number",
    { problem: { ...problem, variables: { x: { shape: [-1] }, A: { shape: [0.5, "n"] } } }, answer: "x" },
  ],
  [
    "a shape of many sides",
    { problem: { ...problem, variables: { x: { shape: Array(10_000).fill("n") } } }, answer: "x" },
  ],
  [
    "a hundred thousand variables",
    {
      problem: {
        ...problem,
        variables: Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`x${at}`, { shape: [] }])),
      },
      answer: "x",
    },
  ],
  ["wrong types", { problem: { variables: [], function: 1, wrt: {} }, answer: 1, syntax: [] }],
  ["numbers out of reach", { problem: { ...problem, at: JSON.parse('{"x": [1e999, -1e999]}') }, answer: "x" }],
  ["a huge function", { problem: { ...problem, function: repeat("x+", 100_000) }, answer: "x" }],
  [
    "a function that is hostile",
    { problem: { ...problem, function: "kron(kron(kron(A,A),kron(A,A)),kron(kron(A,A),kron(A,A)))" }, answer: "x" },
  ],
  ["an id that is no text", { id: { toString: "x" }, problem, answer: "x" }],
  [
    "cells by the names of every object",
    {
      problem: { ...problem, form: "table", cells: JSON.parse(`{"__proto__": {"value": "x"}}`) },
      answer: JSON.parse(`{"__proto__": "x", "constructor": "y"}`),
    },
  ],
];

export const hostileProblem = problem;
