const traces = Array.from({ length: 8 }, (_, k) => {
  const inverses = Array.from({ length: 20 }, () => `inv(x*x'+${k + 1}*eye(n))`);
  return `tr(${inverses.join("*")})`;
});

/** A right answer to `squared-length` that takes the grader long: a lot of inverses that come to nothing. For tests. */
export const slowAnswer = `2*x + 0*x*(${traces.join("+")})`;
