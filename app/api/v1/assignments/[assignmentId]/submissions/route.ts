import { readSubmissions } from "@/lib/services";
import { endpoint } from "../../../_contract/endpoint";
import { operations } from "../../../_contract/operations";

const { listSubmissions } = operations;

export const GET = endpoint(listSubmissions, ({ holder, param, query }) =>
  readSubmissions(holder, param("assignmentId"), listSubmissions.query.parse(query)),
);
