import pg from "pg";

/**
 * Looks into the database for what the server has acknowledged.
 *
 * @typedef {{ receipt: string, assignedId: string, key: string }} Acknowledged
 * @param {string} url
 * @param {Acknowledged[]} acknowledged
 * @param {number} sent  how many different keys were sent
 */
export async function lookForAnswers(url, acknowledged, sent) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const receipts = [...new Set(acknowledged.map(({ receipt }) => receipt))];
    const places = [...new Set(acknowledged.map(({ assignedId }) => assignedId))];
    const { rows } = await client.query(
      `SELECT receipt.id, submission.id IS NOT NULL AS stored,
         (SELECT count(*)::int FROM grade WHERE submission_id = receipt.id) AS grades
       FROM unnest($1::uuid[]) AS receipt (id) LEFT JOIN submission USING (id)`,
      [receipts],
    );
    const { rows: totals } = await client.query(
      "SELECT count(*)::int AS stored FROM submission WHERE assigned_id = ANY ($1::uuid[])",
      [places],
    );
    const stored = totals[0]?.stored ?? 0;
    return {
      /** Receipts without a row. */
      lost: rows.filter((row) => !row.stored).length,
      /** Receipts that were not graded exactly once. */
      ungraded: rows.filter((row) => row.stored && row.grades === 0).length,
      gradedTwice: rows.filter((row) => row.grades > 1).length,
      /** Keys with two receipts, and rows beyond one for each key. */
      doubled: twice(acknowledged) + Math.max(0, stored - sent),
      stored,
    };
  } finally {
    await client.end();
  }
}

/** How many keys were given more than one receipt. */
function twice(acknowledged) {
  const receipts = new Map();
  for (const { key, receipt } of acknowledged) receipts.set(key, new Set(receipts.get(key)).add(receipt));
  return [...receipts.values()].filter(({ size }) => size > 1).length;
}

/** Does one thing in a database. @returns {Promise<any>} the rows */
export async function query(url, text, values = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}
