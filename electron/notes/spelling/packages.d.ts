/** What spelling uses of packages that ship no types. */
declare module 'nspell' {
  export interface NSpell {
    correct(word: string): boolean;
    /** Best first. */
    suggest(word: string): string[];
  }
  interface Files {
    readonly aff: Uint8Array;
    readonly dic: Uint8Array;
  }
  /** How dictionaries of the older form hand over their files. */
  export type OlderDictionary = (callback: (error: Error | null, files: Files) => void) => void;
  /** @param aff affix rules and @param dic words, both in Hunspell's form. */
  export default function nspell(aff: string, dic: string): NSpell;
}
declare module 'dictionary-sr' {
  import type { OlderDictionary } from 'nspell';

  const load: OlderDictionary;
  export default load;
}
declare module 'dictionary-sr-latn' {
  import type { OlderDictionary } from 'nspell';

  const load: OlderDictionary;
  export default load;
}
