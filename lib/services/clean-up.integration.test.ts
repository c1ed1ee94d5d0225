import { afterAll, expect, it } from "vitest";
import { closeDatabase, database } from "../store";
import { cleanUpGuests } from "./clean-up";
import { guest, loadTestBank, somebody } from "./test-world";

afterAll(closeDatabase);

const day = 86_400_000;

it("visitors without work are removed after thirty days, and nobody else", async () => {
  await loadTestBank();
  const now = new Date();
  const visitor = async (days: number) => {
    const { personId } = guest();
    const createdAt = new Date(now.getTime() - days * day);
    await database().person.create({ data: { id: personId, name: "Visitor", role: "guest", createdAt } });
    return personId;
  };
  const [idle, young, typing, asking, answering] = [
    await visitor(31),
    await visitor(29),
    await visitor(40),
    await visitor(40),
    await visitor(400),
  ];
  const student = await somebody();
  await database().person.update({ where: { id: student.personId }, data: { createdAt: new Date(0) } });
  const problemId = "squared-length";
  const { currentVersionId } = await database().problem.findUniqueOrThrow({ where: { id: problemId } });
  const draft = { problemId, variant: "", fields: {}, writing: "text", typedAt: now } as const;
  await database().draft.create({ data: { ...draft, personId: typing } });
  await database().progress.create({ data: { personId: asking, problemId } });
  await database().submission.create({
    data: {
      personId: answering,
      problemId,
      versionId: currentVersionId ?? "",
      text: "x",
      syntax: "text",
      graderVersion: "1",
      seed: "s",
      idempotencyKey: "k",
    },
  });
  await cleanUpGuests(now);
  const left = await database().person.findMany({ select: { id: true } });
  const ids = new Set(left.map(({ id }) => id));
  expect([idle, young, typing, asking, answering, student.personId].map((id) => ids.has(id))).toEqual([
    false,
    true,
    true,
    true,
    true,
    true,
  ]);
});
