/** @param target a folder, replaced as a whole. */
export function copyCsl(target: string): Promise<void>;
