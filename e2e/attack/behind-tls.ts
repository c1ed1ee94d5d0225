import { type Actor, emailOf, password } from "./actors";
import { type Answered, ask } from "./ask";
import { call } from "./call";
import type { World } from "./world";

/** A server behind a proxy that speaks TLS, as that proxy asks it. */
export interface Proxied {
  readonly world: World;
  readonly headers: Readonly<Record<string, string>>;
}

export function behindProxy(world: World, port: number, host: string): Proxied {
  const headers = { "X-Forwarded-Host": host, "X-Forwarded-Proto": "https", "X-Forwarded-For": "198.51.100.7" };
  return { world: { ...world, address: `http://localhost:${port}`, origin: `https://${host}` }, headers };
}

const act = ({ world, headers }: Proxied, what: string, fields: Record<string, string>, actor: Actor = "nobody") =>
  call(world, actor, { what, given: { fields }, headers });

/** Everything that makes a browser keep something. */
export async function keepsSomething(proxied: Proxied): Promise<readonly Answered[]> {
  const { world, headers } = proxied;
  const { own, version } = world.things;
  const answer = { problemId: own, versionId: version, variant: "", writing: "latex", answer: "2x" };
  return [
    await ask(world, "nobody", "/api/auth/csrf", { headers }),
    await act(proxied, "account.signIn", { email: emailOf("student"), password }),
    await act(proxied, "account.signOut", {}),
    await act(proxied, "theme.chooseTheme", { theme: "dark" }),
    await act(proxied, "theme.chooseTheme", { theme: "system" }),
    await act(proxied, "answer.checkAnswer", { ...answer, idempotencyKey: crypto.randomUUID() }),
  ];
}

/** The names of all cookies, and what is wrong with their flags. Only what scripts keep themselves may be in their reach. */
export function cookiesIn(answers: readonly Answered[]): {
  readonly names: readonly string[];
  readonly faults: readonly string[];
} {
  const cookies = answers.flatMap(({ headers }) => headers.getSetCookie());
  const names = new Set(cookies.map((cookie) => cookie.split("=")[0] ?? ""));
  const faults = cookies.filter((cookie) => {
    const flags = cookie.toLowerCase().split(/;\s*/).slice(1);
    const wanted = ["secure", "path=/", "samesite=lax", ...(cookie.includes("nabla-writing") ? [] : ["httponly"])];
    return (
      !cookie.startsWith("__Host-") ||
      flags.some((flag) => flag.startsWith("domain")) ||
      !wanted.every((flag) => flags.includes(flag))
    );
  });
  return { names: [...names].sort(), faults };
}
