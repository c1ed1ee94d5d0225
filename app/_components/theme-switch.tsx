"use client";

import { useState } from "react";
import { chooseTheme } from "@/app/_actions/theme";
import { isTheme, type Theme } from "./theme";

const choices: readonly { value: Theme | "system"; label: string }[] = [
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

/** Light, dark or as the system has it. A plain form; with scripts the colours change before the server has answered. */
export function ThemeSwitch({ theme }: { theme: Theme | undefined }) {
  const [chosen, setChosen] = useState<Theme | "system">(theme ?? "system");
  const show = (value: Theme | "system") => {
    setChosen(value);
    if (isTheme(value)) document.documentElement.dataset.theme = value;
    else delete document.documentElement.dataset.theme;
  };
  return (
    <form action={chooseTheme} className="flex items-center gap-1">
      <span className="mr-1.5" id="theme-label">
        Colours
      </span>
      {choices.map(({ value, label }) => (
        <button
          key={value}
          type="submit"
          name="theme"
          value={value}
          aria-pressed={chosen === value}
          aria-describedby="theme-label"
          onClick={() => show(value)}
          className="min-h-8 rounded-md px-2.5 py-1 hover:bg-sunken aria-pressed:bg-sunken aria-pressed:font-medium aria-pressed:text-ink"
        >
          {label}
        </button>
      ))}
    </form>
  );
}
