import { describe, expect, it } from "vitest";
import { type Reading, reading, readings } from "./testing/notation";

const rows = {
  numbers: `
  3 → 3
  2.5c → 2.5 * c
  1e-3 → 1e-3
  pi c → pi * c
  e^c
  ^ unknown-name
`,
  names: `
  θ → theta
  theta → theta
  x_hat → x_hat
  Σ x → Sigma * x
  𝐀x → A * x
  W2 x → W2 * x
  W_{1}x → W_1 * x
  2AW_{1}' → 2 * A * W_1'
  A x_{hat} → A * x_hat
  y
  ^ unknown-name
  A*zeta
    ^^^^ unknown-name
`,
  entries: `
  x_1 → x[1]
  x1 → x[1]
  x[1] → x[1]
  X_{1,2} → X[1, 2]
  X[1,2] → X[1, 2]
  X_12 → X[1, 2]
  X_{12} → X[1, 2]
  X_{ij} → X[i, j]
  (A x)[1] → (A * x)[1]
  softmax(x)[2] → (softmax(x))[2]
  X[i,:] → X[i, :]
  X[:,j] → X[:, j]
  X_{i:} → X[i, :]
  X_{:j} → X[:, j]
`,
  "sums and products": `
  c - -c → c - -c
  2Ax → 2 * A * x
  x'Ax → x' * A * x
  XX' → X * X'
  A (x+x) → A * (x + x)
  A · x → A * x
  c/c x → c / c * x
  2/n X'x → 2 / n * X' * x
  c ÷ 2 → c / 2
  x 2 → x * 2
  (c+c)3^c → (c + c) * 3^c
  3 4
    ^ number-after-factor
  c^2 3
      ^ number-after-factor
  A +
     ^ unexpected-end
  * A
  ^ unexpected-token
`,
  "entry by entry": `
  x .* x → x .* x
  x ⊙ x → x .* x
  2.*x → 2 .* x
  1./x → 1 ./ x
  2.^x → 2.^x
`,
  transposes: `
  A' → A'
  A^T → A'
  A^⊤ → A'
  Aᵀ → A'
  transpose(A) → A'
  x^TAx → x' * A * x
  x′A → x' * A
  x’A → x' * A
  A'' → A''
`,
  powers: `
  c^2 → c^2
  c² → c^2
  -c^2 → -c^2
  (-c)^2 → (-c)^2
  c^2^3 → c^(2^3)
  A^-1 → A^(-1)
  2^-c^2 → 2^(-c^2)
  c^cA' → c^c * A'
  x.^cx' → x.^c * x'
  x.^cc^2 → x.^c * c^2
  x.^-c^2 → x.^(-c^2)
  A^{-1} → A^(-1)
  A⁻¹ → A^(-1)
  A⁻ᵀ x → inv(A)' * x
  A²ᵀ → A^2'
  inv(A) → inv(A)
  A^-T → inv(A)'
  A^{-T} → inv(A)'
  c^
   ^ missing-operand
`,
  "products with names": `
  kron(A, A) → A ⊗ A
  A ⊗ A → A ⊗ A
  vec(X) → vec(X)
  2 × 3 → 2 × 3
  A ∗ x → A * x
`,
  matrices: `
  [1, c; c, 2] → [1, c; c, 2]
  [A, x] → [A, x]
  [1, 2; 3] → [1, 2; 3]
  [1, 2
  ^ unclosed-bracket
`,
  constants: `
  I → I
  I_n → eye(n)
  eye(n) → eye(n)
  eye(m*n) → eye(m * n)
  ones(n) → ones(n)
  zeros(m, n) → zeros(m, n)
  e_i(2, n) → e_i(2, n)
  cI → c * I
  ones(1, 2, 3)
  ^^^^^^^^^^^^^ wrong-argument-count
`,
  functions: `
  tr(A) → tr(A)
  tr A → tr(A)
  ‖x‖ → norm(x)
  ||x|| → norm(x)
  ||x||_2^2 → norm2(x)^2
  |c| → |c|
  |c||c| → |c| * |c|
  dot(x, x) → dot(x, x)
  ln c → log(c)
  σ(c) → sigmoid(c)
  sin^2(c) → sin(c)^2
  sin c cos c → sin(c) * cos(c)
  √c → sqrt(c)
  |c > 0| → |c > 0|
  sin^-1(c)
     ^^^ inverse-function
  tr
  ^^ needs-argument
  max(x)
  ^^^^^^ wrong-argument-count
`,
  comparisons: `
  x >= 0 → x >= 0
  x ≥ 0 → x >= 0
  x ≤ 0 → x <= 0
  x > 0 > 1
        ^ chained-comparison
`,
  "indices and declared functions": `
  delta(i, j) → delta(i, j)
  δ(i, j) → delta(i, j)
  sum(k, x[k]) → sum(k, x[k])
  sum(k, k x_k) → sum(k, k * x[k])
  sum(x, x)
      ^ index-is-variable
  f(x) → f(x)
  f'(x) → D(f)(x)
  D(f)(x) → D(f)(x)
`,
  "what cannot be read": `
  (A x
  ^ unclosed-bracket
  A x)
     ^ unexpected-token
  A $ x
    ^ unexpected-character
  A = x
    ^ unexpected-character
`,
};

describe("the text form", () => {
  for (const [name, table] of Object.entries(rows)) {
    it.each(readings(table))(`reads ${name}: $source`, ({ source, want }: Reading) => {
      expect(reading(source, "text")).toBe(want);
    });
  }

  it("asks for an answer where there is none", () => {
    expect(reading("", "text")).toBe("^ empty");
  });
});
