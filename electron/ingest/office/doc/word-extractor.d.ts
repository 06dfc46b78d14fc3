declare module 'word-extractor/lib/word-ole-extractor.js' {
  /** Text of a part of the file; what a tracked change deleted is overwritten with U+0000. */
  export interface Piece {
    text: string;
  }
  export interface Boundaries {
    readonly ccpText: number;
    readonly ccpFtn: number;
    readonly ccpHdd: number;
    readonly ccpAtn: number;
    readonly ccpEdn: number;
    readonly ccpTxbx: number;
    readonly ccpHdrTxbx: number;
  }
  export default class WordOleExtractor {
    _pieces: Piece[];
    _boundaries: Boundaries;
    extract(reader: object): Promise<unknown>;
    writeCharacterProperties(buffer: Buffer, tableBuffer: Buffer): void;
  }
}

declare module 'word-extractor/lib/buffer-reader.js' {
  export default class BufferReader {
    constructor(buffer: Buffer);
  }
}
