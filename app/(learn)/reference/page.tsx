import type { Metadata } from "next";
import { Formula } from "@/app/_components/formula";
import { PageTitle } from "@/app/_components/page-title";

export const metadata: Metadata = { title: "How to type an answer" };

interface Entry {
  readonly typed: readonly string[];
  readonly tex: string;
  readonly means: string;
}

interface Section {
  readonly heading: string;
  readonly entries: readonly Entry[];
}

const sections: readonly Section[] = [
  {
    heading: "Products and sums",
    entries: [
      { typed: ["A x", "A*x", "Ax"], tex: "A x", means: "matrix product; a space or nothing at all multiplies" },
      { typed: ["2 x", "2x"], tex: "2x", means: "scaling" },
      { typed: ["A + B", "A - B"], tex: "A \\pm B", means: "sum and difference of equal shapes" },
      { typed: ["x / 2"], tex: "\\tfrac{1}{2} x", means: "division by a scalar" },
      { typed: ["x .* y", "x ./ y", "x .^ 2"], tex: "x \\odot y", means: "product, quotient and power entry by entry" },
    ],
  },
  {
    heading: "Transpose, inverse, powers",
    entries: [
      { typed: ["A'", "A^T"], tex: "A^{\\top}", means: "transpose" },
      { typed: ["inv(A)", "A^-1"], tex: "A^{-1}", means: "inverse" },
      { typed: ["inv(A)'", "A^-T"], tex: "A^{-\\top}", means: "inverse transpose" },
      { typed: ["A^2"], tex: "A^2", means: "power of a square matrix or of a scalar" },
    ],
  },
  {
    heading: "Functions",
    entries: [
      {
        typed: ["tr(A)", "det(A)", "logdet(A)"],
        tex: "\\operatorname{tr} A",
        means: "trace, determinant, log of a positive determinant",
      },
      { typed: ["norm(x)"], tex: "\\lVert x \\rVert", means: "2-norm of a vector, Frobenius norm of a matrix" },
      { typed: ["sum(x)"], tex: "\\textstyle\\sum_i x_i", means: "sum of all entries" },
      {
        typed: ["diag(x)", "diag(A)"],
        tex: "\\operatorname{diag}(x)",
        means: "vector to diagonal matrix, matrix to its diagonal",
      },
      { typed: ["exp(x)", "log(x)", "sin(x)", "cos(x)", "sqrt(x)"], tex: "e^{x}", means: "entry by entry" },
      { typed: ["tanh(x)", "sigmoid(x)", "relu(x)", "abs(x)", "sign(x)"], tex: "\\tanh x", means: "entry by entry" },
    ],
  },
  {
    heading: "Entries and matrices",
    entries: [
      { typed: ["x_1", "x[1]"], tex: "x_1", means: "an entry of a vector, counted from 1" },
      { typed: ["A[1,2]", "A_{1,2}"], tex: "A_{12}", means: "an entry of a matrix" },
      {
        typed: ["[a, b; c, d]"],
        tex: "\\begin{bmatrix} a & b \\\\ c & d \\end{bmatrix}",
        means: "rows are split by ; and entries by ,",
      },
      {
        typed: ["[a; b]", "[a, b]"],
        tex: "\\begin{bmatrix} a \\\\ b \\end{bmatrix},\\ \\begin{bmatrix} a & b \\end{bmatrix}",
        means: "a column, a row",
      },
      {
        typed: ["I", "ones(n)", "0"],
        tex: "I,\\ \\mathbf{1},\\ 0",
        means: "identity, vector of ones, zero of the shape that fits",
      },
    ],
  },
];

export default function ReferencePage() {
  return (
    <>
      <PageTitle
        title="How to type an answer"
        lead="Write as you would on paper. Names are those of the problem, and below the field you see what was read and its shape."
      />
      <div className="mt-8 grid grid-cols-1 gap-x-14 gap-y-10 lg:grid-cols-2">
        {sections.map((section) => (
          <SectionTable key={section.heading} {...section} />
        ))}
        <Precedence />
      </div>
    </>
  );
}

function SectionTable({ heading, entries }: Section) {
  return (
    <section aria-labelledby={slug(heading)}>
      <h2 id={slug(heading)} className="heading mb-2">
        {heading}
      </h2>
      <div className="scroll-x">
        <table className="table min-w-md">
          <thead>
            <tr>
              <th scope="col" className="w-[38%]">
                You type
              </th>
              <th scope="col" className="w-[22%]">
                It reads
              </th>
              <th scope="col">It means</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <EntryRow key={entry.means + entry.typed[0]} {...entry} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function EntryRow({ typed, tex, means }: Entry) {
  return (
    <tr>
      <td>
        <span className="flex flex-wrap gap-x-2 gap-y-1">
          {typed.map((text) => (
            <code key={text} className="source whitespace-pre">
              {text}
            </code>
          ))}
        </span>
      </td>
      <td>
        <Formula tex={tex} />
      </td>
      <td className="text-soft">{means}</td>
    </tr>
  );
}

function Precedence() {
  return (
    <section aria-labelledby="precedence">
      <h2 id="precedence" className="heading mb-3">
        What binds tightest
      </h2>
      <p className="max-w-[65ch]">
        Powers and transposes bind before products, and products before sums: <code className="source">-x^2</code> is{" "}
        <code className="source">-(x^2)</code>, <code className="source">A'B</code> is{" "}
        <code className="source">(A')*B</code>, and <code className="source">a/b c</code> is{" "}
        <code className="source">(a/b)*c</code>. Shapes must fit: a scalar is not added to a matrix.
      </p>
    </section>
  );
}

function slug(heading: string): string {
  return heading.toLowerCase().replaceAll(/[^a-z]+/g, "-");
}
