import { fileURLToPath } from "node:url";
import { auditWhole, type TopicReport } from "../lib/audit";
import { type BankError, describeBankError, inspectBank } from "../lib/problems";
import { answerAsThread, auditAll } from "./bank/audit-all";
import { bankFiles } from "./bank/files";
import { printTable } from "./bank/table";

const inspect = () => inspectBank(bankFiles());

/** `npm run bank [-- <topic> …] [--json]`: the bank's own test. */
async function main(words: readonly string[]): Promise<void> {
  const inspection = inspect();
  const { bank, errors } = inspection;
  const wanted = words.filter((word) => !word.startsWith("--")).map((word) => word.replace(/^\d\d-/, ""));
  const known = bank.topics.map(({ id }) => id);
  const ids = wanted.length === 0 ? known : known.filter((id) => wanted.includes(id));
  const reports = await auditAll(inspection, ids, fileURLToPath(import.meta.url));

  if (words.includes("--json")) process.stdout.write(`${JSON.stringify(asJson(reports))}\n`);
  else printTable(reports);

  const failures = [
    ...wanted.filter((id) => !known.includes(id)).map((id) => `${id} is no topic`),
    ...errors.filter(({ path }) => !path.includes("/")).map(describe),
    ...reports.flatMap(({ findings }) => findings.map(describe)),
    ...(wanted.length === 0 ? auditWhole(inspection).map(describe) : []),
  ];
  process.stderr.write(failures.map((failure) => `${failure}\n`).join(""));
  process.exitCode = failures.length > 0 ? 1 : 0;
}

function describe(error: BankError): string {
  return describeBankError({ ...error, path: `prisma/bank/${error.path}` });
}

function asJson(reports: readonly TopicReport[]) {
  const topics = reports.map(({ topic, problems, kinds, claims }) => ({
    id: topic.id,
    lesson: topic.lesson !== undefined,
    problems: problems.length,
    kinds,
    claims,
  }));
  return { topics, problems: topics.reduce((sum, { problems }) => sum + problems, 0) };
}

if (!answerAsThread(inspect)) await main(process.argv.slice(2));
