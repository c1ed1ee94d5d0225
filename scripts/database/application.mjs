import { connected } from "./connection.mjs";

/**
 * What the application may do in the database. It is not the owner of its tables: it signs in as a role of its own, which can
 * neither lift a trigger nor change what is only ever added to.
 */

/** The application's role in the databases that we make ourselves. */
export const applicationUser = "nabla_app";

/** Rows that are only added: not even a defect of the application changes them. They go with their person, by foreign keys alone. */
const addedOnly = ["audit_log", "audit_name", "grade", "override", "problem_version"];

/**
 * What the application may do with a table other than read, add, change and delete.
 *
 * @type {{ table: string, may: string }[]}
 */
export const rights = [
  ...addedOnly.map((table) => ({ table, may: "SELECT, INSERT" })),
  { table: "_prisma_migrations", may: "SELECT" },
  { table: "submission", may: "SELECT, INSERT, UPDATE" },
];

const everything = "SELECT, INSERT, UPDATE, DELETE";
const queue = "graphile_worker";

/** Whom the database takes somebody for who connects by this address. */
const userOf = (url) =>
  connected(url, async (client) => (await client.query("SELECT current_user")).rows[0].current_user);

/** Makes the application's role, or gives it this password. */
export async function makeApplicationUser(client, password) {
  const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [applicationUser]);
  const verb = rowCount === 0 ? "CREATE" : "ALTER";
  await client.query(`${verb} ROLE ${applicationUser} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
}

/** The jobs' tables let only their owner see rows, unless a policy says otherwise. */
async function showJobs(client, role) {
  const name = client.escapeIdentifier(role);
  const { rows } = await client.query(
    `SELECT relname FROM pg_class
     WHERE relnamespace = $1::regnamespace AND relrowsecurity
       AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid AND polname = $2)`,
    [queue, role],
  );
  for (const { relname } of rows) {
    await client.query(`CREATE POLICY ${name} ON ${queue}.${client.escapeIdentifier(relname)} TO ${name} USING (true)`);
  }
}

/**
 * Gives the application its rights, after every migration anew, so that new tables are among them. Does nothing, and says so,
 * where the application signs in as the owner.
 *
 * @param {string} ownerUrl  as whom the tables were made
 * @param {string} url       as whom the application signs in
 * @returns {Promise<boolean>} whether the application is held to rights of its own
 */
export async function giveRights(ownerUrl, url) {
  if (url === ownerUrl) return false;
  const [owner, user] = [await userOf(ownerUrl), await userOf(url)];
  if (owner === user) return false;
  await connected(ownerUrl, async (client) => {
    const role = client.escapeIdentifier(user);
    await client.query("BEGIN");
    for (const schema of ["public", queue]) {
      await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${role}`);
      await client.query(`GRANT ${everything} ON ALL TABLES IN SCHEMA ${schema} TO ${role}`);
      await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role}`);
    }
    for (const { table, may } of rights) {
      await client.query(`REVOKE ALL ON public.${table} FROM ${role}`);
      await client.query(`GRANT ${may} ON public.${table} TO ${role}`);
    }
    await client.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${queue} TO ${role}`);
    await showJobs(client, user);
    await client.query("COMMIT");
  });
  return true;
}
