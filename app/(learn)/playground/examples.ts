import type { PlaygroundInput } from "@/lib/services";
import { emptyInput } from "./query";

/** A function to begin with, and a derivative of it that is right or nearly so. */
interface Example {
  readonly title: string;
  readonly input: PlaygroundInput;
}

const example = (title: string, input: Partial<PlaygroundInput>): Example => ({
  title,
  input: { ...emptyInput, ...input },
});

export const examples: readonly Example[] = [
  example("Linear map", { function: "A*x", variables: "x: n\nA: m x n", wrt: "x", answer: "A'" }),
  example("Quadratic form", { function: "x'*A*x", variables: "x: n\nA: n x n", wrt: "x", answer: "2*A*x" }),
  example("Log determinant", { function: "logdet(X)", variables: "X: n x n", wrt: "X", answer: "inv(X)" }),
  example("Softmax", {
    function: "softmax(x)",
    variables: "x: n",
    wrt: "x",
    answer: "diag(softmax(x)) - softmax(x)*softmax(x)'",
  }),
  example("Least squares", {
    function: "norm(X*w - y)^2",
    variables: "X: n x p\nw: p\ny: n",
    wrt: "w",
    answer: "X'*(X*w - y)",
  }),
  example("Rosenbrock", {
    function: "(1 - a)^2 + 100*(b - a^2)^2",
    variables: "a\nb",
    wrt: "a",
    at: "a = -0.5\nb = 0.5",
    answer: "-2*(1 - a) - 400*a*(b - a^2)",
  }),
];
