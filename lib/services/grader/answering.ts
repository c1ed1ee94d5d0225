import type { Reply } from "../../pool";

interface Message {
  readonly task: string;
  readonly input: never;
}

/** A worker's answer to each message. What throws is a defect of ours and told as one: the thread lives on. */
export function answering(
  tasks: Readonly<Record<string, (input: never) => unknown>>,
): (message: Message) => Promise<Reply> {
  return async ({ task, input }) => {
    try {
      const work = tasks[task];
      if (!work) throw new Error(`there is no task ${task}`);
      return { value: await work(input) };
    } catch (error) {
      return { threw: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
}
