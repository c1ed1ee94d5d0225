import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { auditTopic, type TopicReport } from "../../lib/audit";
import type { BankInspection } from "../../lib/problems";

/** Fewer topics than this are not worth another thread. */
const worthThreads = 6;

/** What a thread is asked: which of the topics are its own. */
interface Share {
  readonly ids: readonly string[];
}

/** Checks topics side by side, each thread its share, and returns the reports in the order of the topics. */
export async function auditAll(
  inspection: BankInspection,
  ids: readonly string[],
  program: string,
): Promise<readonly TopicReport[]> {
  const threads = ids.length < worthThreads ? 1 : availableParallelism();
  if (threads === 1) return auditHere(inspection, ids);
  const shares = Array.from({ length: threads }, (_, k) => ids.filter((_id, at) => at % threads === k));
  const reports = (await Promise.all(shares.map((share) => auditInThread(program, { ids: share })))).flat();
  return ids.flatMap((id) => reports.filter(({ topic }) => topic.id === id));
}

/** Does a thread's share, if this is one. */
export function answerAsThread(inspect: () => BankInspection): boolean {
  if (isMainThread) return false;
  parentPort?.postMessage(auditHere(inspect(), (workerData as Share).ids));
  return true;
}

function auditHere(inspection: BankInspection, ids: readonly string[]): TopicReport[] {
  return inspection.bank.topics.filter(({ id }) => ids.includes(id)).map((topic) => auditTopic(inspection, topic));
}

function auditInThread(program: string, share: Share): Promise<TopicReport[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: share });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
