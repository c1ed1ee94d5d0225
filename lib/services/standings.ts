import type { Viewer } from "../auth";
import { invariant } from "../base";
import { type Standing, untouched } from "../progress";
import { database, type Prisma, type Transaction } from "../store";

/** Where a viewer stands with each problem they have answered. */
export type Standings = ReadonlyMap<string, Standing>;

/** Loads a viewer's standings, of all problems or of some. */
export async function loadStandings(viewer: Viewer, problems?: Prisma.ProblemWhereInput): Promise<Standings> {
  if (viewer.personId === null) return new Map();
  const rows = await database().progress.findMany({
    where: { personId: viewer.personId, ...(problems && { problem: { is: problems } }) },
  });
  return new Map(rows.map(({ problemId, attempts, firstRight }) => [problemId, { attempts, firstRight }]));
}

export function standingOf(standings: Standings, problemId: string): Standing {
  return standings.get(problemId) ?? untouched;
}

/** Locks the standing of a person with a problem, made where there is none, until the transaction ends. */
export async function lockStanding(transaction: Transaction, personId: string, problemId: string): Promise<Standing> {
  await transaction.$executeRaw`
    INSERT INTO progress (person_id, problem_id, updated_at) VALUES (${personId}::uuid, ${problemId}, now())
    ON CONFLICT (person_id, problem_id) DO NOTHING`;
  const [standing] = await transaction.$queryRaw<Standing[]>`
    SELECT attempts, first_right AS "firstRight" FROM progress
    WHERE person_id = ${personId}::uuid AND problem_id = ${problemId} FOR NO KEY UPDATE`;
  invariant(standing, "the standing was just made");
  return standing;
}
