import { database } from "../../store";
import { replaySkills } from "../mastery/replay";

/** Computes the skills of everybody again whose answers a regrade has touched; yields after each. Done twice, it comes to the same. */
export async function* replaying(regradeId: string) {
  const people = await database().submission.groupBy({
    by: ["personId"],
    where: { grades: { some: { regradeId } } },
    orderBy: { personId: "asc" },
  });
  for (const { personId } of people) {
    await replaySkills(personId);
    yield 1;
  }
}
