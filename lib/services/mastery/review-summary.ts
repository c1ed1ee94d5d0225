import { validate as isUuid } from "uuid";
import { isSignedIn, type Viewer } from "../../auth";
import { ok } from "../../base";
import { database } from "../../store";
import { shownTitle } from "../asked";
import { notFound, signInNeeded } from "../error";
import type { Reply } from "../reply";
import { loadStandings, standingOf } from "../standings";
import { loadDue } from "./due";
import { loadEstimates } from "./estimates";
import { masteryIn, type ReviewItem } from "./review";
import type { ReviewedView, ReviewSummaryView } from "./views";

/** What came of one of the viewer's reviews. */
export async function getReviewSummary(viewer: Viewer, id: string, now: Date): Reply<ReviewSummaryView> {
  const { personId } = viewer;
  if (!isSignedIn(viewer) || personId === null) return signInNeeded();
  const session = isUuid(id) ? await database().reviewSession.findFirst({ where: { id, personId } }) : null;
  if (!session?.finishedAt) return notFound();
  const items = session.items as unknown as ReviewItem[];
  const problemIds = { in: items.map(({ problemId }) => problemId) };
  const [estimates, standings, problems, skills, answers, due] = await Promise.all([
    loadEstimates(personId),
    loadStandings(viewer, { id: problemIds }),
    database().problem.findMany({ where: { id: problemIds }, include: { topic: true, currentVersion: true } }),
    database().skill.findMany({ where: { id: { in: items.map(({ skill }) => skill) } } }),
    loadAnswers(personId, session.createdAt, session.finishedAt),
    loadDue(personId, now),
  ]);
  const view = ({ problemId, skill, grasp, mastery }: ReviewItem): ReviewedView => {
    const problem = problems.find((each) => each.id === problemId);
    const version = problem?.currentVersion;
    return {
      problem: {
        id: problemId,
        title: version ? shownTitle(version, personId, standingOf(standings, problemId)) : "",
      },
      topic: { id: problem?.topic?.id ?? "", title: problem?.topic?.title ?? "" },
      ability: skills.find((each) => each.id === skill)?.ability ?? "",
      outcome: outcomeOf(
        answers.filter((answer) => answer.problemId === problemId),
        standingOf(standings, problemId).gaveUp,
      ),
      before: { grasp, mastery },
      after: masteryIn(estimates, skill),
      due: estimates.get(skill)?.review?.due ?? null,
    };
  };
  return ok({ items: items.map(view), finishedAt: session.finishedAt, due: due.length });
}

interface Answer {
  readonly problemId: string;
  readonly solutionSeen: boolean;
  readonly correct: boolean;
}

/** The counted answers of a session, in order. */
async function loadAnswers(personId: string, from: Date, to: Date): Promise<Answer[]> {
  const rows = await database().submission.findMany({
    where: { personId, ordinal: { not: null }, createdAt: { gte: from, lte: to } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      problemId: true,
      solutionSeen: true,
      grades: { orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 1, select: { correct: true } },
    },
  });
  return rows.map(({ problemId, solutionSeen, grades }) => ({
    problemId,
    solutionSeen,
    correct: grades[0]?.correct ?? false,
  }));
}

function outcomeOf(answers: readonly Answer[], gaveUp: boolean): ReviewedView["outcome"] {
  if (answers.length === 0) return gaveUp ? "missed" : "skipped";
  const right = answers.findIndex(({ correct, solutionSeen }) => correct && !solutionSeen);
  if (right < 0) return "missed";
  return right === 0 ? "right" : "right-later";
}
