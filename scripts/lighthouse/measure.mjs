import lighthouse from "lighthouse";

/** The categories that are asked for; the rest of Lighthouse is left out. */
const onlyCategories = ["performance", "accessibility"];

/** The page's run of middle performance. Each run is a first visit: nothing is in the cache. Who is signed in stays so. */
export async function measure({ name, path }, address, { port, forgetFonts }, runs) {
  const url = new URL(path, address).href;
  await (await fetch(url)).text();
  const results = [];
  for (let run = 0; run < runs; run++) {
    await forgetFonts();
    const result = await lighthouse(url, { port, onlyCategories, logLevel: "error" });
    if (!result || result.lhr.runtimeError) throw new Error(`Lighthouse: ${result?.lhr.runtimeError?.message}`);
    results.push(rowOf(name, path, result.lhr));
  }
  results.sort((a, b) => a.performance - b.performance);
  return results[Math.floor(runs / 2)];
}

function rowOf(name, path, { categories, audits, finalDisplayedUrl, fetchTime, lighthouseVersion }) {
  const landed = new URL(finalDisplayedUrl).pathname;
  if (landed !== path) throw new Error(`${path} led to ${landed}`);
  const score = (category) => Math.round(100 * categories[category].score);
  const number = (audit) => Math.round(audits[audit].numericValue);
  return {
    name,
    path,
    performance: score("performance"),
    accessibility: score("accessibility"),
    firstPaint: number("first-contentful-paint"),
    largestPaint: number("largest-contentful-paint"),
    blocked: number("total-blocking-time"),
    shift: audits["cumulative-layout-shift"].numericValue,
    kilobytes: Math.round(audits["total-byte-weight"].numericValue / 1000),
    found: categories.accessibility.auditRefs
      .filter(({ id, weight }) => weight > 0 && audits[id].score === 0)
      .map(({ id }) => id),
    fetchTime,
    lighthouseVersion,
  };
}
