export { type SheetErratum, type SheetGroup, type SheetRow, sheetSchema } from "./schema";
export { type Findable, type Indexed, indexRows, search } from "./search";
