export { type Findable, type Indexed, indexRows, search } from "./search";
