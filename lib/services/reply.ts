import type { Result } from "../base";
import type { ServiceError } from "./error";

/** What a service answers: a view, or the reason why not. */
export type Reply<T> = Promise<Result<T, ServiceError>>;
