"use server";

import { revalidatePath } from "next/cache";
import { viewerForWork } from "@/lib/auth";
import { askForHint, giveUp, type HelpInput, type Reply, takeNewVariant } from "@/lib/services";
import { textOf } from "./form";
import { guarded, ourFault } from "./guarded";

/** What a learner may ask for beside a verdict. */
export type Help = "hint" | "solution" | "variant";

/** Why it was not given. */
export interface HelpState {
  readonly complaint?: string;
}

type Service = (viewer: Awaited<ReturnType<typeof viewerForWork>>, input: HelpInput) => Reply<null>;

const services: { readonly [H in Help]: Service } = { hint: askForHint, solution: giveUp, variant: takeNewVariant };

/** Gives a hint, the solution or another variant, as the form says; the page then shows it. */
export async function seekHelp(_before: HelpState, form: FormData): Promise<HelpState> {
  const help = textOf(form, "help");
  return guarded(
    async () => {
      if (!isHelp(help)) return { complaint: ourFault };
      const input = { problemId: textOf(form, "problemId"), asked: textOf(form, "variant") };
      const reply = await services[help](await viewerForWork(), input);
      revalidatePath("/", "layout");
      return reply.ok ? {} : { complaint: reply.error.message };
    },
    (complaint) => ({ complaint }),
  );
}

function isHelp(text: string): text is Help {
  return Object.hasOwn(services, text);
}
