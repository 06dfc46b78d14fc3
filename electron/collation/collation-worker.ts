/** Entry of a worker thread of the service: collates texts, and looks for texts that are alike. Writes nothing. */
export { composedOf as compose, formsIn as forms, resultOf as align, tableOf as table } from './alignment-task.js';
export { groupsOf as groups } from './near/near-duplicate-groups.js';
export { sketchesOf as sketches } from './near/sketch.js';
