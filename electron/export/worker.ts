/** Entry of a worker thread of the service: writes one document. */
import { type RenderTask, renderDocument } from './render-document.js';

export default (task: RenderTask): Promise<string | Uint8Array> => renderDocument(task);
