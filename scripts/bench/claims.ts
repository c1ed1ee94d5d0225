import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readAnswer } from "../../lib/feedback";
import { gradeRecord } from "../../lib/grade";
import { measure, type Times } from "./measure";
import { root } from "./root";

interface Claim {
  readonly id: string;
  readonly problem: Parameters<typeof readAnswer>[2] & { readonly indices?: readonly string[] };
  readonly answer: string;
  readonly expect: { readonly numerator: boolean; readonly denominator: boolean };
}

const claims = readFileSync(join(root, "lib/grade/corpus/seed-claims.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Claim);

const right = claims.filter(({ expect }) => expect.numerator || expect.denominator);

const graded = (records: readonly Claim[]) => records.map((record) => () => gradeRecord(record, "bench"));

/** What each part of grading takes; the truth is found anew each time. */
export function timeClaims(): Readonly<Record<string, Times>> {
  const spoilt = right.map((record) => ({ ...record, answer: `2*(${record.answer})` }));
  const turned = right.map((record) => ({ ...record, answer: `-(${record.answer})` }));
  return {
    "seed claims": measure(graded(claims), 9),
    "right answers": measure(graded(right), 9),
    "wrong answers, with diagnosis": measure(graded([...spoilt, ...turned]), 3, 1),
    "reading and shapes": measure(
      claims.map(
        ({ answer, problem }) =>
          () =>
            readAnswer(answer, "text", problem, problem.indices),
      ),
      9,
    ),
  };
}

/** How many of the claims get another verdict than they should. */
export function wrongClaims(): number {
  return claims.filter(({ expect, ...record }) => {
    const { verdict } = gradeRecord(record, "bench");
    if (verdict.status === "invalid") return expect.numerator || expect.denominator;
    return !(
      verdict.status === "graded" &&
      verdict.numerator === expect.numerator &&
      verdict.denominator === expect.denominator
    );
  }).length;
}

/** A record for a command that was just started. */
export const firstRecord = claims[0] as Claim;
