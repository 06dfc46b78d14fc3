/** Tells whether a file is language data that the engine can use, before the engine is given it. */
import { gunzipSync } from 'node:zlib';
import { FondsError } from '../contract/index.js';
import { t } from '../wording/index.js';

/** The largest of Tesseract's own has 50 MB. */
export const LARGEST_DATA_BYTES = 256 * 1024 * 1024;

const ENTRIES = 24;
/** Places of the network, its letters and how they are coded. Source: tesseract, `ccutil/tessdatamanager.h`. */
const LSTM_PARTS = [17, 21, 22];
const LEGACY_PART = 1;

/**
 * @param bytes a .traineddata file, as it is or gzipped.
 * @param fileName for the message.
 * @returns its unpacked bytes.
 * @throws FondsError FILE_UNREADABLE with what is wrong and what to do.
 */
export function readTrainedData(bytes: Uint8Array, fileName: string): Uint8Array {
  const data = unpacked(bytes, fileName);
  const offsets = readOffsets(data);
  if (!offsets) {
    throw unreadable(
      t('“{fileName}” is no language data of Tesseract. Choose a file whose name ends in .traineddata.', { fileName }),
    );
  }
  if (LSTM_PARTS.every((part) => (offsets[part] ?? -1) >= 0)) return data;
  throw unreadable(
    (offsets[LEGACY_PART] ?? -1) >= 0
      ? t(
          '“{fileName}” holds data for the engine of Tesseract 3 alone. Take the file of the same name from “tessdata_best” or “tessdata_fast”.',
          { fileName },
        )
      : t(
          '“{fileName}” holds no network that reads letters. Take the file of the same name from “tessdata_best” or “tessdata_fast”.',
          { fileName },
        ),
  );
}

function unpacked(bytes: Uint8Array, fileName: string): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST_DATA_BYTES });
  } catch {
    throw unreadable(
      t('“{fileName}” is packed, and cannot be unpacked: it is damaged or too large. Copy it again.', { fileName }),
    );
  }
}

/** @returns where each part begins, -1 for one that is not there; null when the bytes are no such file. */
function readOffsets(data: Uint8Array): number[] | null {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data.byteLength < 4) return null;
  const count = view.getInt32(0, true);
  if (count < 1 || count > ENTRIES || data.byteLength < 4 + 8 * count) return null;
  const head = 4 + 8 * count;
  const offsets: number[] = [];
  let last = head;
  for (let index = 0; index < count; index += 1) {
    const offset = Number(view.getBigInt64(4 + 8 * index, true));
    if (offset !== -1) {
      if (offset < last || offset >= data.byteLength) return null;
      last = offset;
    }
    offsets.push(offset);
  }
  return offsets.some((offset) => offset !== -1) ? offsets : null;
}

const unreadable = (message: string) => new FondsError('FILE_UNREADABLE', message);
