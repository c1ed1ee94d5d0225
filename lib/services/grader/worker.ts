import { answering } from "./answering";
import { tasks } from "./tasks";

export default answering(tasks);
