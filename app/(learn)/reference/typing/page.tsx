import type { Metadata } from "next";
import { Formula } from "@/app/_components/formula";
import { PageTitle } from "@/app/_components/page-title";
import { readAnswer } from "@/lib/feedback";
import { type Entry, exampleNames, type Section, sections } from "./entries";

export const metadata: Metadata = { title: "How to type an answer" };

export default function TypingPage() {
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
        <table className="table">
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

function EntryRow({ typed, means }: Entry) {
  const read = readAnswer(typed[0] ?? "", "text", exampleNames);
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
      <td>{read.ok && <Formula tex={read.value.tex} />}</td>
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
