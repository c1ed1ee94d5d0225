import type { ProblemDraft } from "@/lib/services";

/** What is kept in this browser of a problem until the server has it. */
export interface LocalCopy {
  readonly draft: ProblemDraft;
  /** What the server had when it was typed, and its revision. */
  readonly base: ProblemDraft;
  readonly revision: number | null;
}

/** The copies of one author in this browser. */
export class LocalCopies {
  constructor(private readonly owner: string) {}

  /** The problem that was begun here and has not reached the server. */
  get begun(): string | undefined {
    return stored(() => localStorage.getItem(this.slot("new"))) ?? undefined;
  }

  read(problemId: string): LocalCopy | undefined {
    return stored(() => {
      const text = localStorage.getItem(this.slot(problemId));
      return text === null ? undefined : (JSON.parse(text) as LocalCopy);
    });
  }

  keep(problemId: string, copy: LocalCopy): void {
    stored(() => {
      localStorage.setItem(this.slot(problemId), JSON.stringify(copy));
      if (copy.revision === null) localStorage.setItem(this.slot("new"), problemId);
    });
  }

  forget(problemId: string): void {
    stored(() => {
      localStorage.removeItem(this.slot(problemId));
      if (localStorage.getItem(this.slot("new")) === problemId) localStorage.removeItem(this.slot("new"));
    });
  }

  private slot(name: string): string {
    return `nabla-problem-${this.owner}-${name}`;
  }
}

/** A browser may refuse to keep anything; then nothing is kept. */
function stored<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
