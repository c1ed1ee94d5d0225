"use server";

import { redirect } from "next/navigation";
import { closeSession, viewer } from "@/lib/auth";
import { eraseAccount } from "@/lib/services";
import { errorsOf } from "./act";
import { textOf } from "./form";
import { guarded } from "./guarded";

/** The form that erases an account after it was refused: the address as it was typed, and why. */
export interface EraseState {
  readonly typed?: string;
  readonly complaint?: string;
  readonly errors?: Readonly<Record<string, string>>;
}

/** Erases the viewer's own account, or the work of a guest, and leaves. */
export async function eraseMe(_before: EraseState, form: FormData): Promise<EraseState> {
  const typed = textOf(form, "typed");
  const password = textOf(form, "password");
  return guarded<EraseState>(
    async () => {
      const asking = await viewer();
      const reply = await eraseAccount(asking, { personId: asking.personId ?? "", typed, password });
      if (!reply.ok) return { typed, complaint: reply.error.message, errors: errorsOf(reply.error) };
      await closeSession();
      redirect("/");
    },
    (complaint) => ({ typed, complaint }),
  );
}
