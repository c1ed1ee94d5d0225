import { describe, expect, it } from "vitest";
import { grade, readProblem } from "./grade";
import { checkWitness } from "./witness-check";

const variables = {
  x: { shape: ["n"] },
  y: { shape: ["m"] },
  A: { shape: ["m", "n"] },
  S: { shape: ["n", "n"], assume: ["positive-definite"] },
  X: { shape: ["n", "n"] },
  u: { shape: ["n"], assume: ["unit"] },
  t: { shape: [] },
};

/** The witness of a wrong answer, and what the function's own values say there. */
function checked(problem: object, answer: string) {
  const key = readProblem({ variables, ...problem });
  if (!key.ok) throw new Error(JSON.stringify(key.error));
  const verdict = grade({ text: answer, syntax: "text" }, key.value, "check");
  if (verdict.status !== "graded" || !verdict.witness) throw new Error(`no witness: ${JSON.stringify(verdict)}`);
  return { witness: verdict.witness, check: checkWitness(key.value, verdict.witness) };
}

describe("central differences at a witness", () => {
  it.each([
    [{ function: "x'*X*x", wrt: "x" }, "2*X*x"],
    [{ function: "x'*X*x", wrt: "x" }, "2*x'*X"],
    [{ function: "A*x", wrt: "x" }, "2*A'"],
    [{ function: "logdet(S)", wrt: "S" }, "S"],
    [{ function: "x'*u", wrt: "u" }, "x + u"],
    [{ function: "t^3", wrt: "t" }, "t^2"],
    [{ form: "vec", function: "A*X", wrt: "X" }, "kron(A, I_n)"],
    [{ form: "hessian", function: "exp(t)*norm(x)^2 + sum(x.^3)", wrt: "x" }, "2*I"],
    [{ form: "differential", function: "tr(X*X)", wrt: "X" }, "tr(X*dX)"],
    [{ form: "differential", function: "A*x", wrt: "x" }, "2*A*dx"],
  ])("agree with the truth of %j beside %s", (problem, answer) => {
    const { witness, check } = checked(problem, answer);
    expect(check?.gap).toBeLessThan(1e-5);
    expect(check?.estimate.length).toBe(witness.truth.length);
    expect(check?.estimate[0]?.length).toBe(witness.truth[0]?.length);
  });

  it("are none where no function is differentiated", () => {
    expect(checked({ reference: "A" }, "2*A").check).toBeUndefined();
  });

  it("disagree with a truth that is not the function's", () => {
    const { witness } = checked({ function: "t^3", wrt: "t" }, "t^2");
    const other = readProblem({ variables, function: "t^5", wrt: "t" });
    const found = other.ok && checkWitness(other.value, { ...witness, at: { ...witness.at, t: [[2]] } });
    if (!found) throw new Error("nothing was estimated");
    expect(found.gap).toBeGreaterThan(0.5);
  });
});
