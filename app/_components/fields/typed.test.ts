import { describe, expect, it } from "vitest";
import { answerOf, isEmpty, linesOf, typedOf } from "./typed";

function form(...fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

describe("an answer form", () => {
  it("gives the fields of the answer alone, with the line ends that were typed", () => {
    expect(typedOf(form(["problemId", "p"], ["answer", "a\r\nb"], ["entry.10.1", "x"]))).toEqual({ answer: "a\nb" });
  });

  it.each<[string, [string, string][], unknown]>([
    ["an expression", [["answer", "A'*x"]], "A'*x"],
    ["nothing", [], ""],
    [
      "several options",
      [
        ["choice", "a"],
        ["choice", "c"],
      ],
      "a, c",
    ],
    [
      "lines, the empty ones left out",
      [
        ["line.0", "x'*x"],
        ["line.1", " "],
        ["line.2", "2*x'"],
      ],
      ["x'*x", "2*x'"],
    ],
    [
      "cells by their names",
      [
        ["cell.v1", "2"],
        ["cell.b.1", ""],
      ],
      { v1: "2", "b.1": "" },
    ],
    [
      "a grid",
      [
        ["entry.0.0", "a"],
        ["entry.0.1", " b "],
        ["entry.1.0", ""],
        ["entry.1.1", "d"],
      ],
      "[a, b; , d]",
    ],
    [
      "a grid of one column",
      [
        ["entry.0.0", "1"],
        ["entry.1.0", "2"],
      ],
      "[1; 2]",
    ],
    ["a grid of one entry", [["entry.0.0", "7"]], "7"],
  ])("reads %s", (_, fields, expected) => {
    expect(answerOf(typedOf(form(...fields)))).toEqual(expected);
  });

  it("keeps the places of empty lines while they are typed", () => {
    expect(linesOf({ "line.0": "a", "line.2": "c" })).toEqual(["a", "", "c"]);
  });

  it("is empty where only blanks stand in it", () => {
    expect([isEmpty({}), isEmpty({ answer: " \n" }), isEmpty({ "cell.a": "", "cell.b": "1" })]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
