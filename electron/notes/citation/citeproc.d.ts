/** The part of citeproc that Fonds uses; the package ships no types. */
declare module 'citeproc' {
  export interface CslNode {
    readonly name: string;
    readonly attrs: Readonly<Record<string, string>>;
    readonly children: readonly (CslNode | string)[];
  }
  export interface System {
    retrieveLocale(language: string): unknown;
    retrieveItem(id: string): unknown;
  }
  export interface CitationItem {
    readonly id: string;
    readonly locator?: string;
    readonly label?: string;
    readonly prefix?: string;
    readonly suffix?: string;
  }
  export interface Citation {
    citationID: string;
    citationItems: CitationItem[];
    properties: { noteIndex: number };
  }
  type Format = Record<string, unknown>;
  class Engine {
    /** @param force 1: `language` overrules the style's own. */
    constructor(system: System, style: unknown, language: string, force: 0 | 1);
    setOutputFormat(name: string): void;
    updateItems(ids: readonly string[]): void;
    makeCitationCluster(items: readonly CitationItem[]): string;
    processCitationCluster(
      citation: Citation,
      before: readonly (readonly [string, number])[],
      after: readonly (readonly [string, number])[],
      /** 2: every item was given to `updateItems` before. */
      flag: 2,
    ): [unknown, [index: number, text: string, id: string][]];
    makeBibliography(): false | [{ entry_ids: string[][] }, string[]];
    readonly opt: { development_extensions: Record<string, unknown> };
  }
  const CSL: {
    readonly Engine: typeof Engine;
    readonly Output: { readonly Formats: Record<string, Format>; readonly Formatters: Record<string, unknown> };
    /** By their names with `@`. */
    readonly Attributes: Readonly<Record<string, unknown>>;
    /** Attributes of look, by their names with `@`. */
    readonly FORMAT_KEY_SEQUENCE: readonly string[];
    debug: (message: string) => void;
    error: (message: string) => void;
  };
  export default CSL;
}
