import { auditTopic, auditWhole, type TopicReport } from "../lib/audit";
import { type BankError, describeBankError, inspectBank, type Topic } from "../lib/problems";
import { bankFiles } from "./bank/files";
import { printTable } from "./bank/table";

/** `npm run bank [-- <topic> …] [--json]`: the bank's own test. */
const words = process.argv.slice(2);
const json = words.includes("--json");
const wanted = words.filter((word) => !word.startsWith("--")).map((word) => word.replace(/^\d\d-/, ""));

const inspection = inspectBank(bankFiles());
const { bank, errors } = inspection;
const isWanted = ({ id }: Topic): boolean => wanted.length === 0 || wanted.includes(id);
const reports = bank.topics.filter(isWanted).map((topic) => auditTopic(inspection, topic));
const unknown = wanted.filter((id) => !bank.topics.some((topic) => topic.id === id));

if (json) process.stdout.write(`${JSON.stringify(asJson(reports))}\n`);
else printTable(reports);

const failures = [
  ...unknown.map((id) => `${id} is no topic`),
  ...errors.filter(({ path }) => !path.includes("/")).map(describe),
  ...reports.flatMap(({ findings }) => findings.map(describe)),
  ...(wanted.length === 0 ? auditWhole(inspection).map(describe) : []),
];
process.stderr.write(failures.map((failure) => `${failure}\n`).join(""));
process.exitCode = failures.length > 0 ? 1 : 0;

function describe(error: BankError): string {
  return describeBankError({ ...error, path: `prisma/bank/${error.path}` });
}

function asJson(all: readonly TopicReport[]) {
  const topics = all.map(({ topic, problems, kinds, claims }) => ({
    id: topic.id,
    lesson: topic.lesson !== undefined,
    problems: problems.length,
    kinds,
    claims,
  }));
  return { topics, problems: topics.reduce((sum, { problems }) => sum + problems, 0) };
}
