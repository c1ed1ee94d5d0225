import { chromium } from "@playwright/test";

/** Answers as people type them, letter by letter. */
const answers = ["(A + A')*x", "2*A*x + tr(A)*x/norm(x)^2", "x'*(A + A')", "[1, 2; 3, 4] ⊗ (A .* A)^-1"];

/** How much slower than this machine a slow phone is. */
const slowness = 6;

/** Runs in the page: notes for each letter how long it takes until what it changed in the preview has been painted. */
function watchTyping() {
  const field = document.querySelector("#answer");
  const preview = field.nextElementSibling;
  const noted = [];
  let since;
  field.addEventListener("input", (event) => {
    since = event.timeStamp;
  });
  new MutationObserver(() => {
    if (since === undefined) return;
    const start = since;
    since = undefined;
    // The frame after the change, and a task after that frame: it has been painted.
    requestAnimationFrame(() => setTimeout(() => noted.push(performance.now() - start)));
  }).observe(preview, { subtree: true, childList: true, characterData: true });
  window.notedTimes = noted;
}

/**
 * Types some answers into a problem's page on a processor that is slowed down, and says in milliseconds how long each letter took.
 *
 * @returns {Promise<{ slowness: number, answers: number, times: number[] }>}
 */
export async function timeTyping(executablePath, address) {
  const args = ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  const browser = await chromium.launch({ executablePath: executablePath || undefined, args });
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await page.goto(`${address}/problems/quadratic-form`, { waitUntil: "networkidle" });
    const field = page.getByRole("textbox", { name: "Your answer" });
    // The reader is fetched with the first letter; the network is not what is measured.
    await field.pressSequentially("x");
    await page.locator("form math").waitFor();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowness });
    await page.evaluate(watchTyping);
    for (const answer of answers) {
      await field.fill("");
      await field.pressSequentially(answer, { delay: 250 });
    }
    await page.waitForTimeout(1_000);
    return { slowness, answers: answers.length, times: await page.evaluate(() => window.notedTimes) };
  } finally {
    await browser.close();
  }
}
