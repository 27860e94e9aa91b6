/** Width and height of an image from the first bytes of its file: PNG, GIF, JPEG, WebP, AVIF, SVG. */
import { readJpegSize } from "./read-jpeg-size.js";
import { readSvgSize } from "./read-svg-size.js";

/** In CSS pixels, as a browser shows the image; both at least 1. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** The kind is told from the bytes, not from the file's name. `undefined` for what is no image, or a broken one. */
export function readImageSize(bytes: Buffer): ImageSize | undefined {
  const size = readSize(bytes);
  return size !== undefined && size.width >= 1 && size.height >= 1 ? size : undefined;
}

function readSize(bytes: Buffer): ImageSize | undefined {
  try {
    const start = bytes.toString("latin1", 0, 16);
    if (start.startsWith("\x89PNG\r\n\x1a\n"))
      return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
    if (start.startsWith("GIF8")) return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
    if (start.startsWith("\xff\xd8\xff")) return readJpegSize(bytes);
    if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) return readWebpSize(bytes);
    if (start.startsWith("ftyp", 4)) return readAvifSize(bytes);
    return readSvgSize(bytes);
  } catch (error) {
    // A file that ends too soon.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Sources: RFC 9649 for the container, RFC 6386 section 9.1 for VP8, RFC 9649 section 3.4 for VP8L. */
function readWebpSize(bytes: Buffer): ImageSize | undefined {
  switch (bytes.toString("latin1", 12, 16)) {
    case "VP8 ":
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case "VP8L": {
      const bits = bytes.readUInt32LE(21);
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    case "VP8X":
      return { width: 1 + bytes.readUIntLE(24, 3), height: 1 + bytes.readUIntLE(27, 3) };
    default:
      return undefined;
  }
}

/**
 * The largest of the sizes that the file names (the others are of tiles or thumbnails), turned when it says so.
 * Source: ISO/IEC 23008-12, boxes `ispe` and `irot` in `meta/iprp/ipco`.
 */
function readAvifSize(bytes: Buffer): ImageSize | undefined {
  const meta = findBoxes(bytes, 0, bytes.length).find(({ type }) => type === "meta");
  if (meta === undefined) return undefined;
  const iprp = findBoxes(bytes, meta.start + 4, meta.end).find(({ type }) => type === "iprp");
  const ipco = iprp && findBoxes(bytes, iprp.start, iprp.end).find(({ type }) => type === "ipco");
  if (ipco === undefined) return undefined;
  let size: ImageSize | undefined;
  let isTurned = false;
  for (const { type, start } of findBoxes(bytes, ipco.start, ipco.end)) {
    if (type === "irot") isTurned = (bytes.readUInt8(start) & 1) === 1;
    if (type !== "ispe") continue;
    const found = { width: bytes.readUInt32BE(start + 4), height: bytes.readUInt32BE(start + 8) };
    if (size === undefined || found.width * found.height > size.width * size.height) size = found;
  }
  return size !== undefined && isTurned ? { width: size.height, height: size.width } : size;
}

interface Box {
  readonly type: string;
  /** Of its content. */
  readonly start: number;
  readonly end: number;
}

/** The boxes that stand in a row; the last may go on behind what was read of the file. */
function findBoxes(bytes: Buffer, from: number, to: number): readonly Box[] {
  const boxes: Box[] = [];
  for (let start = from; start + 8 <= to; ) {
    const length = bytes.readUInt32BE(start);
    const end = length === 0 ? to : start + length;
    if (length === 1 || (length !== 0 && length < 8)) break;
    boxes.push({
      type: bytes.toString("latin1", start + 4, start + 8),
      start: start + 8,
      end: Math.min(end, to),
    });
    start = end;
  }
  return boxes;
}
