import { constantFactor, sign } from "./factors";
import { missingInnerDerivative } from "./inner";
import { elementwiseProduct, missingTranspose, productOrder } from "./mutations";
import { missedInterchangeable, missedOccurrence } from "./occurrences";
import type { Repair, Row, Slip } from "./repair";
import { roundedConstant } from "./rounded";
import { valueTruth } from "./spoiled";
import { assumedAllSymmetric, assumedSymmetric } from "./symmetric";

function* notDifferentiated({ truth, answer, declared }: Slip): Generator<Repair> {
  const { form } = declared.problem;
  if (truth.wrt === undefined || (form !== "derivative" && form !== "differential")) return;
  yield { facts: {}, truth: valueTruth(truth, truth.source), answer };
}

/** Every slip that can be recognised, likeliest first. */
export const rows: readonly Row[] = [
  { code: "sign", repairs: sign },
  { code: "missing-inner-derivative", repairs: missingInnerDerivative },
  { code: "missed-occurrence", repairs: missedOccurrence },
  { code: "not-differentiated", repairs: notDifferentiated },
  { code: "missing-transpose", repairs: missingTranspose },
  { code: "product-order", repairs: productOrder },
  { code: "elementwise-product", repairs: elementwiseProduct },
  { code: "rounded-constant", repairs: roundedConstant },
  { code: "constant-factor", repairs: constantFactor },
  { code: "missed-occurrence", repairs: missedInterchangeable },
  { code: "assumed-symmetric", repairs: assumedSymmetric },
  { code: "assumed-symmetric", repairs: assumedAllSymmetric, alone: true },
];
