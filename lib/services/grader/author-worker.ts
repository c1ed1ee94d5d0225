import { answering } from "./answering";
import { authorTasks } from "./author-tasks";

export default answering(authorTasks);
