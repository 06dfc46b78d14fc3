export interface FoundMessage {
  readonly message: string | null;
  readonly values: readonly string[] | null;
  readonly hasValues: boolean;
  readonly isRich: boolean;
  readonly line: number;
}
export interface WordingOutside {
  readonly line: number;
  readonly text: string;
}
export function sourceFiles(): string[];
export function readSource(file: string): string;
export function messagesIn(code: string, file: string): FoundMessage[];
export function gatherMessages(): string[];
export function wordingOutside(code: string, file: string): WordingOutside[];
