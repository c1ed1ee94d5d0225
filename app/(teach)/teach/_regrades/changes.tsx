import { AnswerText } from "@/app/_components/answer-text";
import { pointsInWords } from "@/app/_components/assignments/words";
import { Moment } from "@/app/_components/moment";
import { Sentence } from "@/app/_components/sentence";
import { TableHead } from "@/app/_components/table-head";
import type { ChangedAnswerView, ChangedStudentView, RegradeOutcomeView, RegradeResultView } from "@/lib/services";
import { answerOutcomes } from "./words";

/** Whose points the answers themselves would change. */
export function ChangedStudents({ outcome: { students, moreStudents } }: { outcome: RegradeOutcomeView }) {
  if (students.length === 0) return null;
  return (
    <section aria-labelledby="students">
      <h2 id="students" className="heading">
        Students
      </h2>
      <section className="scroll-x mt-3" aria-label="Students whose points would change">
        <table className="table min-w-xl">
          <TableHead
            columns={["Student", "Assignment", { end: "Points now" }, { end: "Raise only" }, { end: "Replace" }]}
          />
          <tbody>
            {students.map((student) => (
              <StudentRow key={student.assignedId} student={student} />
            ))}
          </tbody>
        </table>
      </section>
      {moreStudents > 0 && <p className="hint mt-3">And {moreStudents} more.</p>}
    </section>
  );
}

function StudentRow({ student: { person, assignment, before, after, of } }: { student: ChangedStudentView }) {
  return (
    <tr>
      <th scope="row" className="font-normal">
        {person}
      </th>
      <td>{assignment}</td>
      <td className="text-end tabular-nums">
        {pointsInWords(before)} of {pointsInWords(of)}
      </td>
      {[after.raise, after.replace].map((points, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the two columns never change places
        <td key={at} className={`text-end tabular-nums ${inkOf(points - before)}`}>
          {pointsInWords(points)}
        </td>
      ))}
    </tr>
  );
}

/** Whose points were changed, from what to what. */
export function RuledStudents({ result: { students, more } }: { result: RegradeResultView }) {
  return (
    <section aria-labelledby="students">
      <h2 id="students" className="heading">
        Whose points it changed
      </h2>
      {students.length === 0 ? (
        <p className="mt-2 text-soft">Nobody's.</p>
      ) : (
        <section className="scroll-x mt-3" aria-label="Students whose points were changed">
          <table className="table min-w-lg">
            <TableHead columns={["Student", "Assignment", { end: "Points" }]} />
            <tbody>
              {students.map(({ assignedId, person, assignment, of, before, after }) => (
                <tr key={assignedId}>
                  <th scope="row" className="font-normal">
                    {person}
                  </th>
                  <td>{assignment}</td>
                  <td className="text-end whitespace-nowrap tabular-nums">
                    {before === null ? "–" : pointsInWords(before)} →{" "}
                    {after === null ? "does not count" : `${pointsInWords(after)} of ${pointsInWords(of)}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {more > 0 && <p className="hint mt-3">And {more} more.</p>}
    </section>
  );
}

function inkOf(gain: number): string {
  if (gain > 0) return "font-medium text-good";
  return gain < 0 ? "font-medium text-bad" : "text-soft";
}

/** Which answers come out otherwise, from what to what, and why. */
export function ChangedAnswers({ outcome, zone }: { outcome: RegradeOutcomeView; zone?: string }) {
  const { changed, moreChanged, notComparable } = outcome;
  return (
    <section aria-labelledby="answers">
      <h2 id="answers" className="heading">
        Answers that come out otherwise
      </h2>
      {changed.length === 0 ? (
        <p className="mt-2 text-soft">
          None.
          {notComparable > 0 &&
            ` ${notComparable} could not be compared, since the version has other parameters; they stay as they are.`}
        </p>
      ) : (
        <section className="scroll-x mt-3" aria-label="Changed answers">
          <table className="table min-w-3xl">
            <TableHead columns={["Who", "Answer", "From what to what", "Why", "When"]} />
            <tbody>
              {changed.map((answer) => (
                <AnswerRow key={answer.submissionId} answer={answer} zone={zone} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {moreChanged > 0 && <p className="hint mt-3">And {moreChanged} more.</p>}
    </section>
  );
}

function AnswerRow({ answer, zone }: { answer: ChangedAnswerView; zone?: string }) {
  const { person, assignment, text, drawn, before, after, why, createdAt } = answer;
  const numbers = Object.entries(drawn).map(([name, value]) => `${name} = ${value}`);
  return (
    <tr>
      <th scope="row" className="font-normal">
        {person}
        <span className="hint block">{assignment ?? "Practice"}</span>
      </th>
      <td className="max-w-80">
        <AnswerText text={text} />
        {numbers.length > 0 && <p className="hint">for {numbers.join(", ")}</p>}
      </td>
      <td className="whitespace-nowrap">
        {answerOutcomes[before]} →{" "}
        <span className={after === "right" ? "text-good" : "text-bad"}>{answerOutcomes[after]}</span>
      </td>
      <td className="max-w-[40ch]">
        <Sentence text={why} />
      </td>
      <td className="text-soft">
        <Moment date={createdAt} zone={zone} />
      </td>
    </tr>
  );
}
