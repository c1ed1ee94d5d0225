import type { Metadata } from "next";
import { phaseWords, scoreInWords } from "@/app/_components/assignments/words";
import { Link } from "@/app/_components/link";
import { Moment } from "@/app/_components/moment";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { TableHead } from "@/app/_components/table-head";
import { viewer } from "@/lib/auth";
import { type BoardProblem, type BoardStudent, type BoardView, getBoard, type WrongAnswerView } from "@/lib/services";
import type { AssignmentProps } from "../../_components/props";
import { Refresh } from "../../_components/refresh";

export const metadata: Metadata = { title: "Live board" };

export default async function BoardPage({ params }: AssignmentProps) {
  const { courseId, assignmentId } = await params;
  const home = `/teach/courses/${courseId}/assignments/${assignmentId}`;
  const board = shown(await getBoard(await viewer(), assignmentId, new Date()), `${home}/board`);
  const zone = board.course.timeZone;
  return (
    <>
      <PageTitle
        title="Live board"
        above={
          <Link href={home} className="hover:text-ink hover:underline">
            {board.title}
          </Link>
        }
        lead={
          <>
            <span className="tag">{phaseWords[board.phase]}</span> Due <Moment date={board.times.dueAt} zone={zone} /> (
            {zone})
          </>
        }
        aside={<Refresh at={board.at} zone={zone} />}
      />
      <Figures board={board} />
      <div className="mt-10 space-y-10">
        <Problems problems={board.problems} />
        <WrongAnswers answers={board.wrong} />
        <Students students={board.students} home={home} zone={zone} />
      </div>
    </>
  );
}

function Figures({ board }: { board: BoardView }) {
  const all = board.students.length;
  const figures = [
    { name: "Started", text: `${board.started} of ${all}` },
    { name: "Submitted", text: `${board.submitted} of ${all}` },
    { name: "Answered all", text: `${board.finished} of ${all}` },
    { name: "Stuck", text: String(board.stuck) },
    { name: "Waiting to be graded", text: board.queueSeconds === 0 ? "none" : `${board.queueSeconds} s` },
  ];
  return (
    <dl className="mt-7 flex flex-wrap gap-x-12 gap-y-4">
      {figures.map(({ name, text }) => (
        <div key={name}>
          <dt className="eyebrow">{name}</dt>
          <dd className="font-serif text-[1.5rem] font-semibold tabular-nums">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Problems({ problems }: { problems: readonly BoardProblem[] }) {
  if (problems.length === 0) return <p className="text-soft">No student has opened it yet.</p>;
  return (
    <section aria-labelledby="problems">
      <h2 id="problems" className="heading">
        Problems
      </h2>
      <div className="scroll-x mt-2">
        <table className="table min-w-xl tabular-nums">
          <TableHead
            columns={["Problem", { end: "Looked at" }, { end: "Answered" }, { end: "Right" }, { end: "Stuck" }]}
          />
          <tbody>
            {problems.map(({ problemId, title, given, opened, answered, right, stuck }) => (
              <tr key={problemId}>
                <th scope="row" className="font-normal">
                  {title}
                </th>
                <td className="text-end">
                  {opened} of {given}
                </td>
                <td className="text-end">{answered}</td>
                <td className="text-end">{right}</td>
                <td className={`text-end ${stuck > 0 ? "text-warn" : ""}`}>{stuck}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="hint mt-2">Stuck: three wrong answers or more, none right, and the last within two hours.</p>
    </section>
  );
}

function WrongAnswers({ answers }: { answers: readonly WrongAnswerView[] }) {
  if (answers.length === 0) return null;
  return (
    <section aria-labelledby="wrong">
      <h2 id="wrong" className="heading">
        Most frequent wrong answers
      </h2>
      <div className="scroll-x mt-2">
        <table className="table min-w-xl tabular-nums">
          <TableHead columns={["Answer", "Problem", { end: "Students" }, { end: "Times" }]} />
          <tbody>
            {answers.map(({ problemId, title, text, times, people }) => (
              <tr key={`${problemId} ${text}`}>
                <td className="max-w-80">
                  <code className="font-mono [overflow-wrap:anywhere]">{text}</code>
                </td>
                <td className="text-soft">{title}</td>
                <td className="text-end">{people}</td>
                <td className="text-end">{times}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface StudentsProps {
  readonly students: readonly BoardStudent[];
  readonly home: string;
  readonly zone: string;
}

function Students({ students, home, zone }: StudentsProps) {
  return (
    <section aria-labelledby="students">
      <h2 id="students" className="heading">
        Students
      </h2>
      {students.length === 0 ? (
        <p className="mt-2 text-soft">This course has no students yet.</p>
      ) : (
        <div className="scroll-x mt-2">
          <table className="table min-w-2xl tabular-nums">
            <TableHead
              columns={[
                "Student",
                "Section",
                { end: "Answered" },
                { end: "Right" },
                { end: "Score" },
                "Stuck with",
                "Last seen",
              ]}
            />
            <tbody>
              {students.map((student) => (
                <StudentRow key={student.personId} student={student} home={home} zone={zone} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function StudentRow({ student, home, zone }: { student: BoardStudent; home: string; zone: string }) {
  const { personId, name, section, started, problems, answered, right, score, stuck, lastSeen } = student;
  return (
    <tr>
      <th scope="row" className="font-normal">
        <Link href={`${home}/students/${personId}`} className="link">
          {name}
        </Link>
      </th>
      <td className="text-soft">{section ?? "–"}</td>
      <td className="text-end">{started ? `${answered} of ${problems}` : "–"}</td>
      <td className="text-end">{started ? right : "–"}</td>
      <td className="text-end whitespace-nowrap">{started ? scoreInWords(score) : "–"}</td>
      <td className="text-warn">{stuck.join(", ")}</td>
      <td className="text-soft">{lastSeen ? <Moment date={lastSeen} zone={zone} /> : "not started"}</td>
    </tr>
  );
}
