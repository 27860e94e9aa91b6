import type { ImageSize } from "./read-image-size.js";

/**
 * From the first frame header, with width and height swapped when the camera was held upright: browsers turn the picture.
 * Sources: ITU-T T.81 annex B; Exif 2.3, tag 0x0112.
 */
export function readJpegSize(bytes: Buffer): ImageSize | undefined {
  let isTurned = false;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes.readUInt8(at) !== 0xff) return undefined;
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    if (marker === 0xe1 && bytes.toString("latin1", at + 4, at + 10) === "Exif\0\0")
      isTurned = readOrientation(bytes.subarray(at + 10, at + 2 + length)) >= 5;
    if (isFrameHeader(marker)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return isTurned ? { width: height, height: width } : { width, height };
    }
    at += 2 + length;
  }
  return undefined;
}

/** 0xC0 to 0xCF are frame headers, but for three: Huffman tables, an extension, arithmetic coding. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** 1 to 8, and 1 when the file does not say or says it badly. From 5 on width and height are swapped. */
function readOrientation(tiff: Buffer): number {
  if (tiff.length < 8) return 1;
  const isLittle = tiff.toString("latin1", 0, 2) === "II";
  const readShort = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return 1;
  const entries = readShort(directory);
  for (let entry = directory + 2; entry < directory + 2 + entries * 12; entry += 12) {
    if (entry + 12 > tiff.length) return 1;
    if (readShort(entry) === 0x0112) return readShort(entry + 8);
  }
  return 1;
}
