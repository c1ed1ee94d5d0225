import { problemResponse } from "../_contract/problems";

/** Whatever is asked for that is not there, in the words of the API. */
function nothing(): Response {
  return problemResponse({ status: 404, code: "not-found", detail: "There is nothing here. See /openapi.json." });
}

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
