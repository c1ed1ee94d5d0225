/** A reference and an answer to it; sizes are those that a grader of fixed matrices would choose. */
export interface Pair {
  readonly kind: "scalar" | "matrix";
  readonly reference: string;
  readonly answer: string;
  readonly equal: boolean;
}

/** Lower-case letters are numbers, except in matrix pairs: there x, y, b are columns; capitals are square matrices. */
const scalar: readonly (readonly [reference: string, right: string, wrong: string])[] = [
  ["2*x", "x + x", "x"],
  ["3*x^2 + 4*x - 5", "x*(3*x + 4) - 5", "3*x^2 + 4*x + 5"],
  ["(x + 1)^2", "x^2 + 2*x + 1", "x^2 + 1"],
  ["2*x + 3*y", "3*y + 2*x", "2*y + 3*x"],
  ["(x - y)*(x + y)", "x^2 - y^2", "x^2 + y^2"],
  ["1/(x + 2)", "-1/(-x - 2)", "1/x + 1/2"],
  ["1/x", "x^(-1)", "1/x^2"],
  ["sin(x)^2", "1 - cos(x)^2", "sin(x^2)"],
  ["2*sin(x)*cos(x)", "sin(2*x)", "2*sin(x)"],
  ["cos(x)", "sin(x + pi/2)", "-sin(x)"],
  ["exp(x + y)", "exp(x)*exp(y)", "exp(x) + exp(y)"],
  ["1/(1 + exp(-x))", "exp(x)/(1 + exp(x))", "exp(x)/(1 - exp(x))"],
  ["exp(-x)/(1 + exp(-x))^2", "1/(1 + exp(-x))*(1 - 1/(1 + exp(-x)))", "1/(1 + exp(-x))"],
  ["1 - tanh(x)^2", "1/cosh(x)^2", "1 - tanh(x)"],
  ["tanh(x)", "(exp(x) - exp(-x))/(exp(x) + exp(-x))", "(exp(x) + exp(-x))/2"],
  ["log(exp(x) + exp(y))", "x + log(1 + exp(y - x))", "x + y"],
  ["abs(x)", "sqrt(x^2)", "x"],
  ["sqrt(x^2)", "abs(x)", "x"],
  ["x/abs(x)", "abs(x)/x", "1"],
  ["1/x", "x/x^2", "1/abs(x)"],
  ["1/(2*sqrt(x))", "x^(-1/2)/2", "2*sqrt(x)"],
  ["2*x*exp(x^2)", "exp(x^2)*(x + x)", "2*x*exp(x)"],
  ["1000 + x", "x + 1000", "1000 + 0.5*x"],
  ["x", "x + 0", "1.00000001*x"],
  ["1000000*x + y", "y + 1000000*x", "1000000*x + 2*y"],
  ["exp(-10*x)", "1/exp(10*x)", "exp(-10*x) + 0.0000001"],
  ["x^2*y", "x*y*x", "x*y^2"],
  ["(x + y)/2", "x/2 + y/2", "x + y/2"],
];

const matrix: readonly (readonly [reference: string, right: string, wrong: string])[] = [
  ["(A + A')*x", "A*x + A'*x", "2*A*x"],
  ["2*A'*(A*x - b)", "2*A'*A*x - 2*A'*b", "2*A*(A*x - b)"],
  ["x*x'", "(x*x')'", "x*y'"],
  ["inv(A*B)", "inv(B)*inv(A)", "inv(A)*inv(B)"],
  ["-inv(A)*B*inv(A)", "-(inv(A)*B)*inv(A)", "-inv(A)*inv(A)*B"],
  ["det(A)*inv(A)", "inv(A)*det(A)", "det(A)*A"],
  ["det(A)*inv(A)'", "(det(A)*inv(A))'", "det(A)*inv(A)"],
  ["A'*B'", "(B*A)'", "(A*B)'"],
  ["(A + B)*(A - B)", "A*A - A*B + B*A - B*B", "A*A - B*B"],
  ["A*B*x", "A*(B*x)", "B*A*x"],
  ["y*x'*A", "y*(A'*x)'", "x*y'*A"],
  ["(x'*A*x)*b", "b*(x'*A*x)", "(x'*A*b)*x"],
];

const both = (kind: Pair["kind"], rows: typeof scalar): Pair[] =>
  rows.flatMap(([reference, right, wrong]) => [
    { kind, reference, answer: right, equal: true },
    { kind, reference, answer: wrong, equal: false },
  ]);

/** Right answers and near misses of everyday kinds, as many of each. */
export const pairs: readonly Pair[] = [...both("scalar", scalar), ...both("matrix", matrix)];
