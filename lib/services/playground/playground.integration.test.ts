import { describe, expect, it } from "vitest";
import { guest, nobody, somebody } from "../test-world";
import { explore } from "./playground";
import type { PlaygroundInput } from "./views";

process.env.NABLA_SECRET ??= "a secret of the tests";

const parabola: PlaygroundInput = { function: "t^2", variables: "t", wrt: "", at: "", answer: "2t", syntax: "text" };

describe("the playground", () => {
  it.each([
    ["somebody who is nobody yet", async () => nobody()],
    ["a guest", async () => guest()],
    ["a student", async () => somebody()],
  ])("answers %s, the same to everybody", async (_, asker) => {
    const [reply, other] = [await explore(await asker(), parabola), await explore(nobody(), parabola)];
    expect(reply.ok && reply.value.result?.verdict?.feedback.title).toBe("Right in both layouts.");
    expect(reply).toEqual(other);
  });

  it("counts towards the limit of answers", async () => {
    const viewer = await somebody();
    for (let k = 0; k < 120; k++) expect((await explore(viewer, { ...parabola, function: "" })).ok).toBe(true);
    const refused = await explore(viewer, parabola);
    expect(refused.ok === false && refused.error.code).toBe("too-many");
  });
});
