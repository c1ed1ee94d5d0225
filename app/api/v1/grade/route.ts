import { gradeForProgram } from "@/lib/services";
import { endpoint } from "../_contract/endpoint";
import { operations } from "../_contract/operations";

export const POST = endpoint(operations.grade, ({ holder, body }) => gradeForProgram(holder, body));
