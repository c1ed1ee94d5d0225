import { describe, expect, it } from "vitest";
import { parse } from "../parse";
import { toText } from "../print-text";
import { type Reading, reading, readings } from "../testing/notation";
import { vocabulary } from "../testing/trees";

const rows = {
  names: String.raw`
  \mathbf{x} → x
  \mathbf x → x
  \boldsymbol\theta → theta
  \boldsymbol{\theta}_1 → theta[1]
  \bm{A}x → A * x
  \hat{x} → x_hat
  A y + x
    ^ unknown-name
  \varepsilon
  ^^^^^^^^^^^ unknown-name
  W^{(2)} x → W2 * x
  W^{(1)} x → W_1 * x
  W^{(2)\top} x → W2' * x
  {W}^{(2)} x → W2 * x
  {\mathbf{W}}_1 x → W_1 * x
  {\bf W}_1 x → W_1 * x
  A\,\mathrm{d}{\bf X} → A * dX
  d{\mathbf{X}} → dX
  \differentialD X → dX
  \dd{\mathbf{X}} → dX
  \exponentialE
  ^^^^^^^^^^^^^ unknown-name
  \mathbf{Ax} → A * x
  \mathbf{A^\top x} → A' * x
  c\mathbf{(A x)} → c * (A * x)
  A\text{ }x → A * x
  \mathrm{d}X → dX
  A\,\mathrm dX → A * dX
  W2x → W2 * x
  x1 → x[1]
  d\mathbf{X} → dX
  A dX → A * dX
  2A d\mathbf{X} A → 2 * A * dX * A
  \operatorname{tr}(A\,dX) → tr(A * dX)
`,
  transposes: String.raw`
  A^T → A'
  A^\top → A'
  A^{\mathsf T} → A'
  A^\mathsf{T} → A'
  A^\intercal → A'
  A^{-1} → A^(-1)
  A^{-\top} → inv(A)'
  x^\top Ax → x' * A * x
  x^TAx → x' * A * x
  x^{\prime}x → x' * x
  x^{'}x → x' * x
`,
  fractions: String.raw`
  \frac{c}{2} → c / 2
  \frac12 x → 1 / 2 * x
  \tfrac{c}{1+c} → c / (1 + c)
  \dfrac{x}{\lVert x\rVert_2} → x / norm2(x)
  \frac{c}{2}^2 → (c / 2)^2
  \sqrt{c}^2 → sqrt(c)^2
  \sqrt[3]{c} → c^(1 / 3)
  \frac{c}{}
          ^^ empty-placeholder
`,
  brackets: String.raw`
  \left(A + A\right)x → (A + A) * x
  \mleft(A + A\mright)x → (A + A) * x
  \norm{x}_2^2 → norm2(x)^2
  \abs{c} → |c|
  \left[A + A\right]x → (A + A) * x
  \max\{0, c\} → max(0, c)
  [c, 2] → [c, 2]
  x[1] → x[1]
  x[12] → x[12]
  \left|A\right| → |A|
  \log\left|A\right| → log(|A|)
  \left|\left|c\right|\right| → norm(c)
  \left|\left|x\right|\right|_2^2 → norm2(x)^2
  \left|\left|x\right|\right|^2_2 → norm2(x)^2
  \left|\left|c\right| - \left|c\right|\right| → |(|c| - |c|)|
  \left|(\left|c\right|)\right| → |(|c|)|
  |c||c| → |c| * |c|
  |A||A|x → |A| * |A| * x
  ||x||_2^2 → norm2(x)^2
  ||x||^2_2 → norm2(x)^2
  {\lVert x\rVert}_2^2 → norm2(x)^2
  {\|x\| + \|x\|}^2 → (norm(x) + norm(x))^2
  \left|1 - \left|c\right|\right| → |(1 - |c|)|
  \lVert x\rVert_2^2 → norm2(x)^2
  \|x\|^2_2 → norm2(x)^2
  \|X\|_F^2 → normF(X)^2
`,
  functions: String.raw`
  \operatorname{tr}(A) → tr(A)
  \mathrm{tr}(A) → tr(A)
  \text{diag}(x) → diag(x)
  \operatorname{tr}[A]^2 → tr(A)^2
  \det\left[A\right]A → det(A) * A
  \det A → det(A)
  \log\det A → logdet(A)
  \log c → log(c)
  \sin^2 c → sin(c)^2
  \tanh^2(c) → tanh(c)^2
  \sigma(c) → sigmoid(c)
  \arctan c → atan(c)
  f'(x) → D(f)(x)
`,
  operators: String.raw`
  x \odot x → x .* x
  x \circ x → x .* x
  A \otimes A → A ⊗ A
  c \cdot c → c * c
  2 \times 3 → 2 × 3
  x^{\circ 2} → x.^2
  c \ge 0 → c >= 0
  c \lt 0 → c < 0
`,
  subscripts: String.raw`
  x_{1} → x[1]
  x_1 → x[1]
  X_{12} → X[1, 2]
  X_{ij} → X[i, j]
  X_{i,:} → X[i, :]
  \delta_{ij} → delta(i, j)
  \delta_{i,j} → delta(i, j)
  (A x)_{1} → (A * x)[1]
  c[A]_{12} → c * A[1, 2]
  x_12
     ^ number-after-factor
`,
  matrices: String.raw`
  \begin{bmatrix} 1 & c \\ c & 2 \end{bmatrix} → [1, c; c, 2]
  \begin{pmatrix} x_1 \\ x_2 \\ \end{pmatrix} → [x[1]; x[2]]
  A\begin{matrix} x & x \end{matrix} → A * [x, x]
  \begin{bmatrix} 1
  ^^^^^^ unclosed-bracket
`,
  cases: String.raw`
  \begin{cases} c & c > 0 \\ 0 & \text{otherwise} \end{cases} → c if c > 0; 0 otherwise
  \begin{cases} c, & \text{if } c > 0, \\ 0, & \text{else} \end{cases} → c if c > 0; 0 otherwise
  \left\{\begin{array}{ll} c & c > 0 \\ 0 & \text{otherwise} \end{array}\right. → c if c > 0; 0 otherwise
  \left\{\begin{array}{ll} c & c \end{array}\right\}x' → [c, c] * x'
`,
  constants: String.raw`
  \mathbf{1}^\top x → ones()' * x
  \mathbf{1}_n → ones(n)
  \mathbf{1}_
             ^ unexpected-end
  \mathbf{0} → 0
  A + c\mathbf{I} → A + c * I
  I_n → eye(n)
  \pi c → pi * c
`,
  sums: String.raw`
  \sum_{k} x_k → sum(k, x[k])
  \sum_k x_k^2 + c → sum(k, x[k]^2) + c
  \sum_{k=1}^{n} x_k → sum(k:n, x[k])
  \sum\limits_{k=1}^{n} x_k → sum(k:n, x[k])
  \sum_k |x_k| → sum(k, |x[k]|)
  \sum_k (x_k + 1) → sum(k, x[k] + 1)
  \sum_{k,l} x_k A_{kl} → sum(k, sum(l, x[k] * A[k, l]))
`,
  spacing: String.raw`
  A\,x \quad → A * x
  \displaystyle\frac{c}{2} → c / 2
  A~x → A * x
  \det A\,A → det(A) * A
  \det A\;x^\top x → det(A) * x' * x
  \det A A → det(A * A)
  \operatorname{tr} A\,A → tr(A * A)
`,
  "what cannot be read": String.raw`
  \placeholder{}
  ^^^^^^^^^^^^ empty-placeholder
  \foo x
  ^^^^ unknown-command
  \partial x
  ^^^^^^^^ unknown-command
  \frac{1}{2
          ^ unclosed-bracket
  {x
  ^ unclosed-bracket
  x}
   ^ unexpected-token
  A & x
    ^ unexpected-token
`,
};

describe("the LaTeX form", () => {
  for (const [name, table] of Object.entries(rows)) {
    it.each(readings(table))(`reads ${name}: $source`, ({ source, want }: Reading) => {
      expect(reading(source, "latex")).toBe(want);
    });
  }

  it.each([String.raw`T^{\mathsf T}`, String.raw`T^\mathsf{T}`, String.raw`T^{\text{T}}`, String.raw`T^\mathrm T`])(
    "takes an upright T for a transpose even where T is declared: %s",
    (source) => {
      const variables = new Map([["T", ["n", "n"]]]);
      const tree = parse(source, "latex", { ...vocabulary, variables });
      expect(tree.ok && toText(tree.value)).toBe("T'");
    },
  );
});
