/** The cookie that holds a visitor's choice of colours. Without it the system's choice holds. */
export const themeCookie = "nabla-theme";

export type Theme = "light" | "dark";

export function isTheme(value: unknown): value is Theme {
  return value === "light" || value === "dark";
}
