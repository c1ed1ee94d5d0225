import { randomUUID } from "node:crypto";
import { database } from "../lib/store";

/**
 * Problems whose keys say something that stands nowhere else: words where a key is words, and primes where it is mathematics. Whatever page
 * shows one of them shows a part of a key.
 */

/** What may be on no page, by the part of the key that it stands in. */
export const planted = {
  answers: "zqplantedanswer",
  spoiled: "zqplantedspoiled",
  slip: "zqplantedslip",
  hint: "zqplantedhint",
  solution: "zqplantedsolution",
  correct: "zqplantedoption",
  draft: "zqplanteddraft",
  rule: "zqplantedrule",
  ruleMessage: "zqplantedmessage",
  reference: "48611257",
  computed: "46457589",
  cell: "47569433",
  value: "86028121",
} as const;

/** What the pages of planted problems rightly say. */
export const shownMark = "zqshownstatement";

const words = {
  statement: `Differentiate, ${shownMark}.`,
  policy: "either",
  answers: { denominator: planted.answers, numerator: planted.answers },
  spoiled: [{ answer: planted.spoiled, slip: planted.slip }],
  hints: [planted.hint, planted.hint],
  solution: planted.solution,
} as const;

const x = { shape: ["n"] };

/** A problem for each way in which a record holds its key. */
const records = {
  ofFunction: { record: { variables: { x }, function: "x'*x", wrt: "x" } },
  ofReference: { record: { variables: { x }, reference: `${planted.reference}*x'` } },
  ofOptions: {
    record: {
      variables: { x },
      form: "choice",
      options: { a: "$2x$", b: "$x$" },
      correct: ["a", planted.correct],
    },
  },
  ofCells: {
    record: {
      variables: { x: { shape: [2] } },
      function: "x_1*x_2",
      wrt: "x",
      form: "table",
      at: { x: [7919, 6007] },
      cells: { v1: { value: "x_1*x_2" } },
    },
  },
  ofNumbers: {
    record: {
      variables: { x: { shape: [2] } },
      function: "x_1*x_2 + 86026122*x_1",
      wrt: "x",
      form: "value",
      at: { x: [3, 1999] },
    },
    input: "grid",
  },
  ofParameters: {
    record: { variables: { x }, function: "@a*x'*x", wrt: "x" },
    parameters: { a: { from: 15485863, to: 15485863 }, secret: { is: "a*3" } },
  },
} as const;

export interface Planted {
  /** The problem that is answered, wrong. */
  readonly answered: string;
  readonly all: readonly string[];
}

/** Publishes the planted problems in the topic of gradients. */
export async function plantProblems(): Promise<Planted> {
  const ids: string[] = [];
  for (const [name, own] of Object.entries(records)) ids.push(await plant(name, own));
  const [answered = ""] = ids;
  await database().feedbackRule.create({
    data: { problemId: answered, answer: planted.rule, message: planted.ruleMessage },
  });
  return { answered, all: ids };
}

async function plant(name: string, own: (typeof records)[keyof typeof records]): Promise<string> {
  const id = `planted-${name.toLowerCase()}-${randomUUID()}`;
  const draft = { title: planted.draft, statement: planted.draft };
  await database().problem.create({ data: { id, topicId: "gradient", position: 100_000, draft } });
  const version = await database().problemVersion.create({
    data: {
      ...words,
      ...own,
      answers: { ...words.answers },
      spoiled: words.spoiled.map((each) => ({ ...each })),
      hints: [...words.hints],
      problemId: id,
      number: 1,
      title: `Planted ${name}`,
      contentHash: id,
    } as Parameters<ReturnType<typeof database>["problemVersion"]["create"]>[0]["data"],
  });
  await database().problem.update({ where: { id }, data: { currentVersionId: version.id } });
  return id;
}
