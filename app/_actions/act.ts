import { revalidatePath } from "next/cache";
import type { Result } from "@/lib/base";
import type { ServiceError } from "@/lib/services";
import { guarded } from "./guarded";

/** What a button says after it was pressed: that it is done, or why not. */
export interface ActionState {
  readonly done?: string;
  readonly complaint?: string;
}

/** Does what a button is for, and shows all pages anew. */
export function act(run: () => Promise<Result<unknown, ServiceError>>, done?: string): Promise<ActionState> {
  return guarded<ActionState>(
    async () => {
      const reply = await run();
      if (!reply.ok) return { complaint: reply.error.message };
      revalidatePath("/", "layout");
      return { done };
    },
    (complaint) => ({ complaint }),
  );
}

/** The sentences of a refusal about each field of a form. */
export function errorsOf({ fields = {} }: ServiceError): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).map(([field, { message }]) => [field, message]));
}
