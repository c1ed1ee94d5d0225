import { readAssignments } from "@/lib/services";
import { endpoint } from "../../../_contract/endpoint";
import { operations } from "../../../_contract/operations";

export const GET = endpoint(operations.listAssignments, ({ holder, param }) =>
  readAssignments(holder, param("courseId")),
);
