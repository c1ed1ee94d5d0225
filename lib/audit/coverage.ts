import { type Bank, type BankError, type BankInspection, type Source, topicFolder } from "../problems";

type Section = Source["sections"][number];

const plain = (about: NonNullable<Section["about"]>): string => (about === "links" ? "links only" : "a motive only");

/** Which problems cite each section, by `snow/7.3`. */
function citations({ problems }: Bank): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { id, sources } of problems)
    for (const source of sources) found.set(source, [...(found.get(source) ?? []), id]);
  return found;
}

/** The sections that have something to practise and no problem. */
export function uncovered({ bank, placeIn }: Pick<BankInspection, "bank" | "placeIn">): BankError[] {
  const cited = citations(bank);
  return bank.sources.flatMap(({ id, sections }) =>
    sections.flatMap((section, at): BankError[] => {
      const entry = `${id}/${section.id}`;
      if (section.about !== undefined || cited.has(entry)) return [];
      const message = `no problem cites this section (its topics: ${section.topics.join(", ")})`;
      return [{ ...placeIn("sources.yaml", id, ["sections", at]), entry, message }];
    }),
  );
}

/** The page that says where each section of the sources has its place: source, section, topic, lesson, problems. */
export function coverageMarkdown(bank: Bank): string {
  const cited = citations(bank);
  const lessons = new Map(bank.topics.map((topic) => [topic.id, `../prisma/bank/${topicFolder(topic)}/lesson.md`]));
  const parts = bank.sources.map(({ id, title, sections }) => {
    const rows = sections.map((section) => {
      const topics = section.topics.map((topic) => `[${topic}](${lessons.get(topic) ?? ""})`).join(", ");
      const problems = cited.get(`${id}/${section.id}`)?.map((problem) => `\`${problem}\``) ?? [];
      const shown = problems.length > 0 ? problems.join(", ") : section.about ? plain(section.about) : "none yet";
      return `| ${section.id} | ${section.title} | ${topics} | ${shown} |`;
    });
    return [`## ${title}`, "", "| Section | About | Lessons | Problems |", "| --- | --- | --- | --- |", ...rows].join(
      "\n",
    );
  });
  const ours = cited.get("own")?.length ?? 0;
  const intro = [
    "# Coverage",
    "",
    "Where every section of the sources has its place in the bank. Made by `npm run coverage`; a test fails while this page is",
    `out of date or a section with something to practise has no problem. ${ours} problems are ours, at least in part.`,
  ].join("\n");
  return `${[intro, ...parts].join("\n\n")}\n`;
}
