/** The log of incidents of the program with a window: in the person's own folder. */
import { join } from 'node:path';
import { createIncidentLog as createLog, type IncidentLog } from '../files/index.js';

export { describeOutput, describeThrown, type IncidentLog } from '../files/index.js';

/** Folder of the log. @param userData folder of the person's settings. */
export const logsDir = (userData: string): string => join(userData, 'logs');

/** @param userData folder of the person's settings. */
export function createIncidentLog({ userData, now }: { userData: string; now?: () => Date }): IncidentLog {
  return createLog({ dir: logsDir(userData), ...(now === undefined ? {} : { now }) });
}
