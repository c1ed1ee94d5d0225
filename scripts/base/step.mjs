const beat = process.stderr.isTTY ? 1_000 : 10_000;

const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1);

/**
 * Says what is being done, shows that it is alive while it lasts, and says how long it took. Everything goes to
 * standard error, so that standard output stays free for results.
 *
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const start = performance.now();
  const rewrite = process.stderr.isTTY;
  process.stderr.write(rewrite ? `  ${title} …` : `  ${title} …\n`);
  const alive = setInterval(() => {
    const note = `${title} … ${Math.round((performance.now() - start) / 1000)} s`;
    process.stderr.write(rewrite ? `\r  ${note}` : `  ${note}\n`);
  }, beat);
  try {
    const result = await work();
    process.stderr.write(`${rewrite ? "\r" : ""}✓ ${title}, ${seconds(start)} s${rewrite ? "\u001b[K" : ""}\n`);
    return result;
  } catch (error) {
    process.stderr.write(`${rewrite ? "\r" : ""}✗ ${title}, ${seconds(start)} s${rewrite ? "\u001b[K" : ""}\n`);
    throw error;
  } finally {
    clearInterval(alive);
  }
}
