/** What TeX's commands are as characters. Letters are set in italics, names upright. */

export const greekLetters: Readonly<Record<string, string>> = {
  ...{ alpha: "α", beta: "β", gamma: "γ", delta: "δ", epsilon: "ϵ", zeta: "ζ", eta: "η", theta: "θ", iota: "ι" },
  ...{ kappa: "κ", lambda: "λ", mu: "μ", nu: "ν", xi: "ξ", pi: "π", rho: "ρ", sigma: "σ", tau: "τ" },
  ...{ upsilon: "υ", phi: "ϕ", chi: "χ", psi: "ψ", omega: "ω" },
};

export const uprights: Readonly<Record<string, string>> = {
  ...{ Alpha: "A", Beta: "B", Gamma: "Γ", Delta: "Δ", Epsilon: "E", Zeta: "Z", Eta: "H", Theta: "Θ", Iota: "I" },
  ...{ Kappa: "K", Lambda: "Λ", Mu: "M", Nu: "N", Xi: "Ξ", Omicron: "O", Pi: "Π", Rho: "P", Sigma: "Σ", Tau: "T" },
  ...{ Upsilon: "Υ", Phi: "Φ", Chi: "X", Psi: "Ψ", Omega: "Ω", top: "⊤", circ: "∘" },
};

export const operatorSigns: Readonly<Record<string, string>> = {
  ...{ cdot: "⋅", times: "×", odot: "⊙", oslash: "⊘", otimes: "⊗", ge: "≥", le: "≤", sum: "∑" },
  ...{ "+": "+", "-": "−", "=": "=", "<": "&lt;", ">": "&gt;", ",": ",", ":": ":", "'": "′", "/": "/" },
};

/** The delimiters that `\left` and `\right` take. */
export const delimiters: Readonly<Record<string, string>> = {
  ...{ "(": "(", ")": ")", lVert: "‖", rVert: "‖", lvert: "|", rvert: "|" },
};
