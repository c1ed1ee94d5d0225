import { existsSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { connected } from "../../scripts/database/connection.mjs";
import { openGround } from "../../scripts/test/stand.mjs";
import { expect, expectAccessible, type Page, test } from "../fixtures";
import { answer, answerField, quadraticForm, send, verdict } from "../problem-page";

/**
 * What happens to people when the database, the disk or the server goes away. The journeys share a Nabla of their own, and the last
 * one ends it.
 */
test.describe.configure({ mode: "serial" });

let ground: Awaited<ReturnType<typeof openGround>>;
let server: Awaited<ReturnType<typeof ground.begin>>;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  ground = await openGround();
  server = await ground.begin();
});
test.afterAll(() => ground?.stop());

const fetchFrom = (path: string, headers: Record<string, string> = {}) => fetch(server.address + path, { headers });

/** For what neither Nabla nor anybody who uses it can do. */
const asOwner = async (work: Parameters<typeof connected>[1]): Promise<void> =>
  void (await connected(ground.database.ownerUrl, work));

/** Types an answer, sends it while something is broken, and mends that: the same form then tells the verdict. */
async function answerAcross(page: Page, mend: () => Promise<void>): Promise<void> {
  await send(page, "(A + A')x");
  await expect(page.getByText(/cannot be reached|sent again/i).first()).toBeVisible();
  await expect(answerField(page)).toHaveValue("(A + A')x");
  await mend();
  await expect(verdict(page).getByRole("heading")).toHaveText("Right, in denominator layout.", { timeout: 30_000 });
}

test("While the disk is full an answer waits in its form, and is graded when there is room", async ({ arrive }) => {
  test.skip(!existsSync("/dev/full"), "Only Linux has a disk that is always full.");
  const learner = await arrive({ baseURL: server.address });
  await learner.goto(quadraticForm);
  // The file that the table of answers grows into becomes the system's own full disk; a new file takes its place afterwards.
  await asOwner(async (client) => {
    await client.query("VACUUM FULL submission");
    const { rows } = await client.query<{ path: string; size: number }>(
      "SELECT pg_relation_filepath('submission') AS path, pg_relation_size('submission')::int AS size",
    );
    expect(rows[0]?.size, "there is no answer yet").toBe(0);
    const file = join(ground.database.folder, "postgres", rows[0]?.path ?? "");
    rmSync(file);
    symlinkSync("/dev/full", file);
  });
  await answerAcross(learner, () => asOwner((client) => client.query("VACUUM FULL submission")));
  expect(readFileSync(server.log, "utf8")).toContain('"fault":"disk-full"');
});

/** What nobody should find in a log. */
const planted = {
  name: "Planta Geheim",
  email: "planta@secret.example",
  password: "nine planted words",
  text: "A*plantedname",
};

/** The lines of the log, after a look that nothing planted stands in them. */
function lookedThrough(): readonly Record<string, unknown>[] {
  const log = readFileSync(server.log, "utf8");
  for (const word of [...Object.values(planted), "plantedquery", "plantedname", "secret.example"])
    expect(log).not.toContain(word);
  const lines = log.trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

test("The log tells what was done, and nothing of whom and nothing of what was typed", async ({ arrive }) => {
  const page = await arrive({ baseURL: server.address });
  await page.goto("/sign-up?return=%2Fplantedquery");
  await page.getByLabel("Name").fill(planted.name);
  await page.getByLabel("Email").fill(planted.email);
  await page.getByLabel("Password").fill(planted.password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page).not.toHaveURL(/sign-up/);
  await page.goto(quadraticForm);
  await send(page, planted.text);
  await expect(page.getByText("plantedname").first()).toBeVisible();
  const [answered] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith("/api/answers")),
    answer(page, "(A + A')x", "Right, in denominator layout."),
  ]);

  const id = answered.headers()["x-request-id"];
  const ofAnswer = lookedThrough().filter(({ request }) => request === id);
  expect(ofAnswer.map(({ msg }) => msg)).toEqual(expect.arrayContaining(["answer graded", "request"]));
  expect(ofAnswer.find(({ msg }) => msg === "request")).toMatchObject({
    route: "/api/answers",
    method: "POST",
    status: 200,
  });
});

test("A request keeps the number that a proxy gave it, where it is one", async () => {
  const given = "0198f0e27c1d70008000aabbccddeeff";
  const idOf = async (id: string) =>
    (await fetchFrom("/api/health", { "X-Request-Id": id })).headers.get("x-request-id");
  expect(await idOf(given)).toBe(given);
  expect(await idOf("planta@secret.example")).toMatch(/^[0-9a-f-]{36}$/);
  expect(await idOf("short")).toMatch(/^[0-9a-f-]{36}$/);
});

test("The counters are for whoever runs the server", async () => {
  const text = await (await fetchFrom("/api/metrics")).text();
  expect(text).toMatch(/nabla_answers_total\{status="graded"\} [1-9]/);
  expect(text).toMatch(/nabla_requests_total\{route="\/problems\/\[id\]",method="GET",status="2xx"\} [1-9]/);
  expect(text).not.toContain("quadratic-form");
  expect((await fetchFrom("/api/metrics", { "X-Forwarded-For": "127.0.0.1" })).status).toBe(404);
});

test("While the database is away a page says so and comes back, and so does an answer", async ({ arrive }) => {
  const reader = await arrive({ baseURL: server.address });
  const learner = await arrive({ baseURL: server.address });
  const walker = await arrive({ baseURL: server.address });
  await learner.goto(quadraticForm);
  await walker.goto("/reference");
  const owner = await arrive({ baseURL: server.address });
  await owner.goto("/sign-in");
  await ground.database.down();

  const gone = await fetchFrom("/api/ready");
  expect(gone.status).toBe(503);
  expect(await gone.json()).toMatchObject({ ready: false, missing: { database: "cannot be reached" } });
  expect((await fetchFrom("/api/health")).status).toBe(200);
  await reader.goto("/topics");
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Nabla cannot do its work just now");
  await expect(reader.getByText(/quote [0-9a-f-]{36}/)).toBeVisible();
  const bare = await arrive({ baseURL: server.address, javaScriptEnabled: false });
  expect((await bare.goto("/topics"))?.status()).toBe(503);
  await expect(bare.getByRole("heading", { level: 1 })).toHaveText("Nabla cannot do its work just now");
  await expectAccessible(reader);
  await walker.getByRole("link", { name: "Topics" }).click();
  await expect(walker.getByRole("heading", { level: 1 })).toHaveText("Nabla cannot do its work just now");
  await expect(walker.getByText(/quote [0-9a-f-]{36}/)).toBeVisible();
  expect(await reader.content()).not.toMatch(/ at \S+ \(|node_modules|ECONNREFUSED|prisma/i);

  await owner.getByLabel("Email").fill(planted.email);
  await owner.getByLabel("Password").fill(planted.password);
  await owner.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(owner.getByText("The database cannot be reached right now.")).toBeVisible();
  await expect(owner.getByLabel("Email")).toHaveValue(planted.email);

  await answerAcross(learner, () => ground.database.up());
  for (const page of [reader, walker])
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Topics", { timeout: 30_000 });
  await bare.getByRole("link", { name: "Try again" }).click();
  await expect(bare.getByRole("heading", { level: 1 })).toHaveText("Topics");
  await owner.getByLabel("Password").fill(planted.password);
  await owner.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(owner).not.toHaveURL(/sign-in/);
  await expect.poll(async () => (await fetchFrom("/api/ready")).status, { timeout: 30_000 }).toBe(200);
  expect(lookedThrough().some(({ fault }) => fault === "database-away")).toBe(true);
});

test("A server that is asked to end gives the answer that it has begun, and no other", async () => {
  const cookie = (await fetchFrom(quadraticForm)).headers.get("set-cookie") ?? "";
  const page = await (await fetchFrom(quadraticForm)).text();
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";
  const given = { problemId: field("problemId"), versionId: field("versionId"), variant: field("variant") };
  const post = () =>
    fetch(`${server.address}/api/answers`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: server.address, cookie },
      body: JSON.stringify({
        ...given,
        idempotencyKey: "while-it-ends-0001",
        fields: { answer: "(A + A')x" },
        writing: "text",
      }),
    });
  await asOwner(async (client) => {
    await client.query("BEGIN");
    await client.query("LOCK TABLE grade");
    const answered = post();
    const waits = "SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted AND relation = 'grade'::regclass";
    await expect.poll(async () => (await client.query(waits)).rows[0].waiting).toBeGreaterThan(0);
    process.kill(server.pid, "SIGTERM");
    await expect
      .poll(() =>
        fetchFrom("/api/health").then(
          () => "answered",
          () => "refused",
        ),
      )
      .toBe("refused");
    await client.query("COMMIT");
    const reply = await answered;
    expect(reply.status).toBe(200);
    expect(await reply.json()).toMatchObject({ verdict: { outcome: "right" } });
  });
  expect(await server.ended).toBe(0);
});
