"use server";

import { isTheme, themeCookie } from "@/app/_components/theme";
import { keepTaste } from "@/lib/auth";

/** Keeps the chosen colours for a year; "system" forgets the choice. */
export async function chooseTheme(form: FormData): Promise<void> {
  const theme = form.get("theme");
  await keepTaste(themeCookie, isTheme(theme) ? theme : null);
}
