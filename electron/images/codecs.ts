/**
 * The decoders that MuPDF does not have, and the encoder of WebP, as WebAssembly: loaded when first asked for, from files
 * beside the program, and kept. Invariant: nothing is fetched.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { defaultOptions } from '@jsquash/webp/meta.js';

/** Pixels as RGBA, not premultiplied. */
export interface Rgba {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** What of libheif is used. Source: its post.js. */
interface HeifPicture {
  get_width(): number;
  get_height(): number;
  display(target: { data: Uint8ClampedArray; width: number; height: number }, done: (shown: unknown) => void): void;
  free(): void;
}
interface Heif {
  readonly HeifDecoder: new () => { decode(bytes: Uint8Array): HeifPicture[] };
}
interface WebpDecoder {
  decode(bytes: Uint8Array): Rgba | null;
}
interface WebpEncoder {
  encode(data: Uint8Array, width: number, height: number, options: Record<string, number>): Uint8Array | null;
}
type Emscripten<Module> = (options: { wasmBinary: Uint8Array; noInitialRun?: boolean }) => Module | Promise<Module>;

const require = createRequire(import.meta.url);
const wasm = (name: string): Uint8Array => readFileSync(require.resolve(name));
const once = <T>(load: () => Promise<T>): (() => Promise<T>) => {
  let loaded: Promise<T> | null = null;
  return () => {
    loaded ??= load();
    return loaded;
  };
};

const heif = once(async () => {
  const start = require('libheif-js/libheif-wasm/libheif.js') as Emscripten<Heif>;
  return start({ wasmBinary: wasm('libheif-js/libheif-wasm/libheif.wasm') });
});
const webpDecoder = once(async () => {
  const { default: start } = await import('@jsquash/webp/codec/dec/webp_dec.js');
  const wasmBinary = wasm('@jsquash/webp/codec/dec/webp_dec.wasm');
  return (start as unknown as Emscripten<WebpDecoder>)({ wasmBinary, noInitialRun: true });
});
const webpEncoder = once(async () => {
  const { default: start } = await import('@jsquash/webp/codec/enc/webp_enc_simd.js');
  const wasmBinary = wasm('@jsquash/webp/codec/enc/webp_enc_simd.wasm');
  return (start as unknown as Emscripten<WebpEncoder>)({ wasmBinary, noInitialRun: true });
});

/** A picture of a HEIC file, decoded when its pixels are asked for. Upright already: libheif turns it. */
export interface HeicPicture {
  readonly width: number;
  readonly height: number;
  /** @returns null when it cannot be decoded. */
  pixels(): Promise<Rgba | null>;
}

/** @returns each picture, which must not be used after the next call; none when the file cannot be read. */
export async function heicPictures(bytes: Uint8Array): Promise<readonly HeicPicture[]> {
  const { HeifDecoder } = await heif();
  return new HeifDecoder().decode(bytes).map((picture) => {
    const width = picture.get_width();
    const height = picture.get_height();
    return {
      width,
      height,
      pixels: () =>
        new Promise((resolve) => {
          const data = new Uint8ClampedArray(width * height * 4);
          picture.display({ data, width, height }, (shown) => {
            picture.free();
            resolve(shown ? { data, width, height } : null);
          });
        }),
    };
  });
}

/** @returns null when it cannot be decoded. */
export async function webpPixels(bytes: Uint8Array): Promise<Rgba | null> {
  return (await webpDecoder()).decode(bytes);
}

/** @param quality 1 to 100. @returns null when it cannot be encoded. */
export async function encodeWebp({ data, width, height }: Rgba, quality: number): Promise<Uint8Array | null> {
  const encoder = await webpEncoder();
  return encoder.encode(new Uint8Array(data), width, height, { ...defaultOptions, quality });
}
