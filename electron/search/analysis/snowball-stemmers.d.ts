/** What Fonds uses of snowball-stemmers 0.6.0, which brings no types. */
declare module 'snowball-stemmers' {
  const snowball: {
    /** @throws TypeError when there is no such algorithm. */
    newStemmer(algorithm: string): { stem(word: string): string };
    algorithms(): string[];
  };
  export default snowball;
}
