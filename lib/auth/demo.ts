/** Addresses of demonstration people. `.invalid` belongs to nobody, so no real person is ever mistaken for one. */
const domain = "@demo.invalid";

/** The address of the demonstration person in a role. */
export function demoEmail(role: "student" | "instructor"): string {
  return `${role}${domain}`;
}

export function isDemoEmail(email: string): boolean {
  return email.endsWith(domain);
}
