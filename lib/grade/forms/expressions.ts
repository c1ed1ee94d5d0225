import { ok } from "../../base";
import { judgeExpression } from "../judge";
import type { TruthReader } from "../truth";
import type { FormReader } from "./form";

/** A form whose answer is an expression that is compared with a truth everywhere. */
export function comparing(readTruth: TruthReader): FormReader {
  return (declared) => {
    const truth = readTruth(declared);
    return truth.ok ? ok({ truth: truth.value, judge: judgeExpression(truth.value, declared) }) : truth;
  };
}
