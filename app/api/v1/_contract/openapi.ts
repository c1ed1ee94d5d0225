import { z } from "zod";
import { type Operation, operations } from "./operations";
import { problem, schemas } from "./schemas";

type Json = Readonly<Record<string, unknown>>;

const errorWords: Readonly<Record<number, string>> = {
  400: "The body is no JSON.",
  401: "The token is missing, mistyped, expired or revoked.",
  403: "The token lacks the scope, or its owner the right.",
  404: "There is no such thing for this token.",
  413: "The body is too large.",
  422: "Something that was sent is not as it should be.",
  429: "Too many requests. `Retry-After` says when to try again, in seconds.",
};

/** A schema as JSON Schema 2020-12, which OpenAPI 3.1 takes as it is. */
function schemaOf(schema: z.ZodType, io: "input" | "output" = "output"): Json {
  const registry = z.registry<{ id: string }>();
  for (const [name, each] of Object.entries(schemas)) if (each !== schema) registry.add(each, { id: name });
  const named = Object.entries(schemas).find(([, each]) => each === schema);
  if (named) return { $ref: `#/components/schemas/${named[0]}` };
  return plainSchema(schema, io);
}

function plainSchema(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io });
  return plain;
}

function content(type: string, schema: z.ZodType, io?: "input" | "output"): Json {
  return { [type]: { schema: schemaOf(schema, io) } };
}

function operationOf({ id, summary, description, scopes, path, query, body, answer, errors }: Operation): Json {
  const failures = [401, 429, ...errors].sort((one, other) => one - other);
  return {
    operationId: id,
    summary,
    ...(description && { description }),
    security: scopes.map((scope) => ({ token: [scope] })),
    parameters: [...pathParameters(path), ...queryParameters(query)],
    ...(body && { requestBody: { required: true, content: content("application/json", body, "input") } }),
    responses: {
      200: { description: "Done.", content: content("application/json", answer) },
      ...Object.fromEntries(
        failures.map((status) => [
          status,
          { description: errorWords[status], content: content("application/problem+json", problem) },
        ]),
      ),
    },
  };
}

function pathParameters(path: string): readonly Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string", format: "uuid" },
  }));
}

function queryParameters(query: Operation["query"]): readonly Json[] {
  if (!query) return [];
  return Object.entries(query.shape).map(([name, schema]) => ({
    name,
    in: "query",
    required: false,
    schema: plainSchema(schema as z.ZodType, "input"),
  }));
}

/** The API as OpenAPI 3.1. */
export function openApi(): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of Object.values<Operation>(operations)) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: operationOf(operation) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Nabla",
      version: "1",
      description: "Courses, answers and grades for programs, and the grader. Tokens are made under /tokens.",
    },
    servers: [{ url: "/api/v1" }],
    paths,
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer", description: "A personal token: nabla_…" } },
      schemas: Object.fromEntries(Object.entries(schemas).map(([name, each]) => [name, plainSchema(each, "output")])),
    },
  };
}
