import type { StoredAnswer } from "../../progress";
import type { Database, Transaction } from "../../store";
import { learnFrom } from "./estimates";
import { storedAnswer, type WeighedRow, weighedSelect } from "./stored-answer";

/** Which variant is given up, and when. */
interface GivenUp {
  readonly personId: string;
  readonly problemId: string;
  readonly versionId: string;
  readonly variant: number;
  readonly createdAt: Date;
}

/** Giving up, weighed as an answer: a miss, of which no craft is to blame. Whatever follows it says nothing more. */
function missOf(version: WeighedRow): StoredAnswer {
  const verdict = { status: "graded", numerator: false, denominator: false } as const;
  return storedAnswer(version, { verdict, correct: false, hints: 0, solutionSeen: true });
}

/** Stores that a variant was given up, and moves the estimates. Once: the standing, which is locked, says whether it was before. */
export async function learnFromGivingUp(transaction: Transaction, row: GivenUp, version: WeighedRow): Promise<void> {
  const place = { ...row, ordinal: null, assignedId: null };
  await learnFrom(transaction, place, missOf(version));
  await transaction.givenUp.createMany({ data: [row], skipDuplicates: true });
}

/** What a person has given up, the oldest first, each weighed as the answer that it stands for. */
export async function loadGivenUp(personId: string, of: Database) {
  const rows = await of.givenUp.findMany({
    where: { personId },
    orderBy: { createdAt: "asc" },
    select: {
      problemId: true,
      problem: { select: { topicId: true } },
      variant: true,
      createdAt: true,
      version: { select: weighedSelect },
    },
  });
  return rows.map(({ problemId, problem: { topicId }, variant, createdAt, version }) => {
    const name = `${problemId} ${version.id} ${variant}`;
    return { at: createdAt, variant: name, topicId, answer: missOf(version) };
  });
}

/** A guest's go over to a person with everything else; what both gave up counts once. */
export async function moveGivenUp(transaction: Transaction, guestId: string, personId: string): Promise<void> {
  await transaction.$executeRaw`
    UPDATE given_up AS moved SET person_id = ${personId}::uuid
    WHERE person_id = ${guestId}::uuid AND NOT EXISTS (
      SELECT FROM given_up AS own
      WHERE own.person_id = ${personId}::uuid AND own.version_id = moved.version_id AND own.variant = moved.variant)`;
}
