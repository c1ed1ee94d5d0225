import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Bank, type BankFile, describeBankError, readBank, type Source, type Topic } from "../problems";
import { database, inTransaction, log, type Transaction } from "../store";
import { contentOfProblem } from "./authoring/version-problem";
import { contentHash, versionRow } from "./authoring/versions";

/** What a load has brought. */
export interface BankLoaded {
  readonly topics: number;
  readonly problems: number;
  /** Versions that were new; 0 where nothing has changed. */
  readonly newVersions: number;
}

/** Raised where the loader makes other rows out of the same files. */
const loader = "2";

/**
 * Brings the database up to the bank in a folder. Where no file has changed since the last time it reads the files and does
 * nothing more. Problems that have left the bank are retired, not deleted: people have answered them.
 */
export async function loadBank(folder: string): Promise<BankLoaded> {
  const files = await readFiles(folder);
  const hash = hashOf(files);
  const before = await database().bankLoad.findUnique({ where: { id: 1 } });
  if (before?.contentHash === hash) return { ...(await countLoaded()), newVersions: 0 };

  const bank = toBank(files);
  const counts = { topics: bank.topics.length, problems: bank.problems.length };
  const newVersions = await inTransaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('nabla bank'))`;
    await storeTopics(transaction, bank.topics);
    await storeSkills(transaction, bank.topics);
    await storeSources(transaction, bank.sources);
    const stored = await storeProblems(transaction, bank);
    const load = { contentHash: hash, loadedAt: new Date() };
    await transaction.bankLoad.upsert({ where: { id: 1 }, create: { id: 1, ...load }, update: load });
    return stored;
  }, longestLoad);
  log.info({ ...counts, newVersions }, "bank loaded");
  return { ...counts, newVersions };
}

async function countLoaded(): Promise<{ topics: number; problems: number }> {
  const [topics, problems] = await Promise.all([
    database().topic.count({ where: { retired: false } }),
    database().problem.count({ where: { retired: false, fromBank: true } }),
  ]);
  return { topics, problems };
}

async function readFiles(folder: string): Promise<BankFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const sources = paths.filter((path) => /\.(ya?ml|md)$/.test(path)).sort();
  return Promise.all(
    sources.map(async (path) => ({
      path: path.slice(folder.length).replaceAll("\\", "/").replace(/^\/+/, ""),
      text: await readFile(path, "utf8"),
    })),
  );
}

function hashOf(files: readonly BankFile[]): string {
  return createHash("sha256")
    .update(JSON.stringify([loader, files]))
    .digest("base64url");
}

/** In seconds: nobody waits for it but whoever starts a server on a slow machine. */
const longestLoad = 300;

/** The bank, or an exception that says what its authors have to mend. */
function toBank(files: readonly BankFile[]): Bank {
  const read = readBank(files);
  if (read.ok) return read.value;
  throw new Error(`The bank has mistakes:\n${read.error.map((error) => `  ${describeBankError(error)}`).join("\n")}`);
}

async function storeTopics(transaction: Transaction, topics: readonly Topic[]): Promise<void> {
  const known = new Map((await transaction.topic.findMany()).map((row) => [row.id, row]));
  const rows = topics.map(topicRow);
  await transaction.topic.createMany({ data: rows.filter(({ id }) => !known.has(id)) });
  for (const row of rows) {
    const before = known.get(row.id);
    if (before && differs(before, row)) await transaction.topic.update({ where: { id: row.id }, data: row });
  }
  const left = { retired: false, id: { notIn: rows.map(({ id }) => id) } };
  await transaction.topic.updateMany({ where: left, data: { retired: true } });
  await transaction.topicNeed.deleteMany();
  await transaction.topicNeed.createMany({
    data: topics.flatMap(({ id, needs }) => needs.map((needId) => ({ topicId: id, needId }))),
  });
}

async function storeSkills(transaction: Transaction, topics: readonly Topic[]): Promise<void> {
  const known = new Map((await transaction.skill.findMany()).map((row) => [row.id, row]));
  const rows = topics.flatMap((topic) =>
    Object.entries(topic.skills).map(([id, ability], at) => ({
      id,
      topicId: topic.id,
      ability,
      position: at + 1,
      retired: false,
    })),
  );
  await transaction.skill.createMany({ data: rows.filter(({ id }) => !known.has(id)) });
  for (const row of rows) {
    const before = known.get(row.id);
    if (before && differs(before, row)) await transaction.skill.update({ where: { id: row.id }, data: row });
  }
  const left = { retired: false, id: { notIn: rows.map(({ id }) => id) } };
  await transaction.skill.updateMany({ where: left, data: { retired: true } });
}

/** True where a row says something else in one of these fields. */
function differs<Row extends object>(before: Row, row: Row): boolean {
  return Object.entries(row).some(([field, value]) => before[field as keyof Row] !== value);
}

async function storeSources(transaction: Transaction, sources: readonly Source[]): Promise<void> {
  const rows = sources.flatMap((source) =>
    source.sections.map(({ id, title }) => ({ id: `${source.id}/${id}`, source: source.title, section: id, title })),
  );
  await transaction.sourceSection.deleteMany();
  await transaction.sourceSection.createMany({ data: rows.map((row, at) => ({ ...row, position: at + 1 })) });
}

function topicRow({ id, title, goal, group, order, lesson }: Topic) {
  return { id, title, goal, heading: group, position: order, lesson: lesson ?? null, retired: false };
}

/** Stores what is new or has changed; returns how many versions that made. */
async function storeProblems(transaction: Transaction, { problems }: Bank): Promise<number> {
  const select = { currentVersion: { select: { number: true, contentHash: true } } };
  const found = await transaction.problem.findMany({ where: { fromBank: true }, include: select });
  const known = new Map(found.map((row) => [row.id, row]));

  const places = problems.map((problem, at) => ({ id: problem.id, topicId: problem.topic, position: at + 1 }));
  const fresh = places.filter(({ id }) => !known.has(id));
  await transaction.problem.createMany({ data: fresh.map((place) => ({ ...place, fromBank: true })) });
  for (const { id, ...place } of places) {
    const before = known.get(id);
    const moved = before && (before.topicId !== place.topicId || before.position !== place.position || before.retired);
    if (moved) await transaction.problem.update({ where: { id }, data: { ...place, retired: false } });
  }
  const left = { fromBank: true, retired: false, id: { notIn: places.map(({ id }) => id) } };
  await transaction.problem.updateMany({ where: left, data: { retired: true } });

  const versions = problems.flatMap((problem) => {
    const content = contentOfProblem(problem);
    const newest = known.get(problem.id)?.currentVersion;
    return newest?.contentHash === contentHash(content)
      ? []
      : [versionRow(problem.id, (newest?.number ?? 0) + 1, content)];
  });
  await transaction.problemVersion.createMany({ data: versions });
  await pointToNewest(
    transaction,
    versions.map(({ id }) => id),
  );
  return versions.length;
}

async function pointToNewest(transaction: Transaction, versionIds: readonly string[]): Promise<void> {
  await transaction.$executeRaw`
    UPDATE problem SET current_version_id = version.id, updated_at = now()
    FROM problem_version AS version
    WHERE version.problem_id = problem.id AND version.id = ANY(${[...versionIds]}::uuid[])`;
}
