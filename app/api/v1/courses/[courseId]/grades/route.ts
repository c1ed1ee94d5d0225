import { readGrades } from "@/lib/services";
import { endpoint } from "../../../_contract/endpoint";
import { operations } from "../../../_contract/operations";

export const GET = endpoint(operations.listGrades, ({ holder, param, now }) =>
  readGrades(holder, param("courseId"), now),
);
