/** Reads from a photograph when, where and with what it was made, and how it must be turned to stand upright. */
import ExifReader from 'exifreader';

export interface Shot {
  /** 1 to 8; 1 when nothing is said. */
  readonly orientation: number;
  /** Local time of the camera, `2026-05-01T10:20:30`, with its offset from UTC when the camera knew it. */
  readonly takenAt: string | null;
  /** In degrees, north and east positive; WGS 84. */
  readonly place: { readonly latitude: number; readonly longitude: number } | null;
  readonly camera: string | null;
}

export const NOTHING_SAID: Shot = { orientation: 1, takenAt: null, place: null, camera: null };

/** What EXIF says; what is damaged or absurd in it counts as not said. */
export function readShot(bytes: Uint8Array): Shot {
  try {
    const { exif, gps } = ExifReader.load(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
      {
        expanded: true,
        includeUnknown: false,
        includeTags: { exif: true, gps: true },
      },
    );
    const text = (name: string): string =>
      String((exif as Record<string, { description?: string } | undefined> | undefined)?.[name]?.description ?? '')
        .replaceAll('\0', '')
        .trim();
    const orientation = Number(exif?.Orientation?.value ?? 1);
    return {
      orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
      takenAt: timeOf(text('DateTimeOriginal') || text('DateTime'), text('OffsetTimeOriginal') || text('OffsetTime')),
      place: placeOf(gps?.Latitude, gps?.Longitude),
      camera: cameraOf(text('Make'), text('Model')),
    };
  } catch {
    return NOTHING_SAID;
  }
}

/** @param given `2026:05:01 10:20:30`. A clock that was never set says noughts. */
function timeOf(given: string, offset: string): string | null {
  const parts = /^(\d{4}):(\d\d):(\d\d)[ T](\d\d):(\d\d):(\d\d)/.exec(given);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const date = new Date(`${local}Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 19) !== local || Number(year) < 1826) return null;
  return /^[+-]\d\d:\d\d$/.test(offset) ? `${local}${offset}` : local;
}

/** Nought and nought is what a receiver says that found nothing. */
function placeOf(latitude: number | undefined, longitude: number | undefined): Shot['place'] {
  if (latitude === undefined || longitude === undefined || (latitude === 0 && longitude === 0)) return null;
  if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) return null;
  return { latitude, longitude };
}

function cameraOf(make: string, model: string): string | null {
  const name = model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`;
  return name.trim().slice(0, 200) || null;
}
