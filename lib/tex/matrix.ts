/** A matrix of numbers, row by row, as TeX; a 1×1 matrix is a number. Numbers keep four significant digits. */
export function matrixToTex(grid: readonly (readonly number[])[]): string {
  const [first] = grid;
  if (grid.length === 1 && first?.length === 1) return numberToTex(first[0] ?? 0);
  const rows = grid.map((row) => row.map(numberToTex).join(" & "));
  return `\\begin{bmatrix} ${rows.join(" \\\\ ")} \\end{bmatrix}`;
}

function numberToTex(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "?" : value > 0 ? "\\infty" : "-\\infty";
  const [digits = "0", exponent] = String(Number(value.toPrecision(4))).split("e");
  return exponent === undefined ? digits : `${digits} \\cdot 10^{${Number(exponent)}}`;
}
