import type { Viewer } from "../auth";
import { invariant } from "../base";
import { type Standing, untouched } from "../progress";
import { database, type Prisma, type Statements } from "../store";
import { firstVariant, type VariantStanding } from "./variants";

/** Where a viewer stands with a problem, and with the variant of it that they see. */
export interface ProblemStanding extends Standing, VariantStanding {}

/** Where a viewer stands with each problem they have touched. */
export type Standings = ReadonlyMap<string, ProblemStanding>;

/** Nobody has been here yet. */
export const fresh: ProblemStanding = { ...untouched, ...firstVariant };

/** Loads a viewer's standings, of all problems or of some. */
export async function loadStandings(viewer: Viewer, problems?: Prisma.ProblemWhereInput): Promise<Standings> {
  if (viewer.personId === null) return new Map();
  const rows = await database().progress.findMany({
    where: { personId: viewer.personId, ...(problems && { problem: { is: problems } }) },
  });
  return new Map(rows.map((row) => [row.problemId, toStanding(row)]));
}

export function standingOf(standings: Standings, problemId: string): ProblemStanding {
  return standings.get(problemId) ?? fresh;
}

/** Where a viewer stands with one problem. */
export async function loadStanding(viewer: Viewer, problemId: string): Promise<ProblemStanding> {
  return standingOf(await loadStandings(viewer, { id: problemId }), problemId);
}

/** The fields of a row that say where somebody stands. */
export function toStanding(row: ProblemStanding): ProblemStanding {
  const { attempts, firstRight, variant, drawnFor, hints, solved, gaveUp } = row;
  return { attempts, firstRight, variant, drawnFor, hints, solved, gaveUp };
}

/** Locks the standing of a person with a problem, made where there is none, until the transaction ends. */
export async function lockStanding(
  transaction: Statements,
  personId: string,
  problemId: string,
): Promise<ProblemStanding> {
  const known = await lockKnown(transaction, personId, problemId);
  if (known) return known;
  await transaction.$executeRaw`
    INSERT INTO progress (person_id, problem_id, updated_at) VALUES (${personId}::uuid, ${problemId}, now())
    ON CONFLICT (person_id, problem_id) DO NOTHING`;
  const standing = await lockKnown(transaction, personId, problemId);
  invariant(standing, "the standing was just made");
  return standing;
}

async function lockKnown(
  transaction: Statements,
  personId: string,
  problemId: string,
): Promise<ProblemStanding | undefined> {
  const [standing] = await transaction.$queryRaw<ProblemStanding[]>`
    SELECT attempts, first_right AS "firstRight", variant, drawn_for AS "drawnFor", hints, solved, gave_up AS "gaveUp"
    FROM progress WHERE person_id = ${personId}::uuid AND problem_id = ${problemId} FOR NO KEY UPDATE`;
  return standing;
}

/** Keeps a standing that was locked in this transaction. */
export async function keepStanding(
  transaction: Statements,
  personId: string,
  problemId: string,
  standing: ProblemStanding,
): Promise<void> {
  const { attempts, firstRight, variant, drawnFor, hints, solved, gaveUp } = standing;
  await transaction.$executeRaw`
    UPDATE progress SET attempts = ${attempts}, first_right = ${firstRight}, variant = ${variant},
      drawn_for = ${drawnFor}::uuid, hints = ${hints}, solved = ${solved}, gave_up = ${gaveUp}, updated_at = now()
    WHERE person_id = ${personId}::uuid AND problem_id = ${problemId}`;
}
