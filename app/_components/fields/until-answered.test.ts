import { expect, it } from "vitest";
import { OutOfReach, untilAnswered } from "./until-answered";

/** A server that fails in these ways before it answers. */
function server(...failures: readonly Error[]) {
  const left = [...failures];
  return async () => {
    const failure = left.shift();
    if (failure) throw failure;
    return "graded";
  };
}

/** What came of it, how often the connection was lost, and how long was waited. */
async function asked(ask: () => Promise<string>) {
  let lost = 0;
  const waited: number[] = [];
  const pause = async (seconds: number) => void waited.push(seconds);
  const reply = await untilAnswered(ask, () => lost++, pause).catch((error: Error) => error.message);
  return { reply, lost, waited };
}

const away = new TypeError("Failed to fetch");
const proxy = new Error("An unexpected response was received from the server.");

it("gives the first answer at once", async () => {
  expect(await asked(server())).toEqual({ reply: "graded", lost: 0, waited: [] });
});

it("asks again after a lost connection and a broken reply", async () => {
  expect(await asked(server(away, proxy))).toEqual({ reply: "graded", lost: 2, waited: [1, 2] });
});

it("waits longer each time, and at most fifteen seconds", async () => {
  const { reply, waited } = await asked(server(...Array(7).fill(away)));
  expect([reply, waited]).toEqual(["graded", [1, 2, 4, 8, 15, 15, 15]]);
});

it("waits as long as the server asks for", async () => {
  const { reply, waited } = await asked(server(new OutOfReach(5), away));
  expect([reply, waited]).toEqual(["graded", [5, 2]]);
});

it("does not ask again where asking again cannot help", async () => {
  expect(await asked(server(new Error("no such action")))).toMatchObject({ reply: "no such action", lost: 0 });
});
