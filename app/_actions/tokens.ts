"use server";

import { revalidatePath } from "next/cache";
import { viewer } from "@/lib/auth";
import { makeToken, revokeToken, type TokenInput } from "@/lib/services";
import { type ActionState, act, errorsOf } from "./act";
import { textOf } from "./form";
import { guarded } from "./guarded";

/** The form of a new token: what was typed, and what came of it. */
export interface TokenState {
  readonly input: TokenInput;
  /** The token itself, shown this once. */
  readonly text?: string;
  readonly name?: string;
  readonly complaint?: string;
  readonly errors?: Readonly<Record<string, string>>;
}

/** Makes a token. */
export async function newToken(before: TokenState, form: FormData): Promise<TokenState> {
  const input = {
    name: textOf(form, "name"),
    scopes: form.getAll("scopes").filter((each) => typeof each === "string"),
    courseId: textOf(form, "courseId"),
    days: textOf(form, "days"),
  };
  return guarded<TokenState>(
    async () => {
      const made = await makeToken(await viewer(), input, new Date());
      if (!made.ok) return { input, complaint: made.error.message, errors: errorsOf(made.error) };
      revalidatePath("/tokens");
      return { input: { ...before.input, name: "" }, text: made.value.text, name: made.value.token.name };
    },
    (complaint) => ({ input, complaint }),
  );
}

/** Ends a token. */
export async function endToken(_before: ActionState, form: FormData): Promise<ActionState> {
  return act(async () => revokeToken(await viewer(), textOf(form, "tokenId"), new Date()), "Revoked.");
}
