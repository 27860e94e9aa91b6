/** Oniguruma as a WebAssembly module: its functions, and its memory, which moves when it grows. */

/** What the module exports, as its C code names it; pointers are numbers, and 0 is none. */
export interface OnigFunctions {
  omalloc(size: number): number;
  ofree(pointer: number): void;
  getLastOnigError(): number;
  createOnigScanner(patterns: number, lengths: number, count: number): number;
  freeOnigScanner(scanner: number): void;
  findNextOnigScannerMatch(
    scanner: number,
    textId: number,
    text: number,
    length: number,
    start: number,
    options: number,
  ): number;
}

export interface OnigMemory extends OnigFunctions {
  /** To be asked for again after each call of a function. */
  bytes(): Uint8Array;
  words(): Uint32Array;
}

interface Memory {
  readonly buffer: ArrayBuffer;
  /** By pages of 64 kB. */
  grow(pages: number): number;
}

/** As far as it is used here: the types of Node leave it to those of browsers. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

const PAGE = 65_536;
/** At least so much at once. */
const GROWTH = 16 * PAGE;

export function createOnigMemory(wasm: Uint8Array): OnigMemory {
  let bytes = new Uint8Array();
  let words = new Uint32Array();
  const env = {
    emscripten_get_now: () => performance.now(),
    emscripten_memcpy_big: (to: number, from: number, size: number) => {
      bytes.copyWithin(to, from, from + size);
    },
    emscripten_resize_heap: (size: number) => {
      const missing = (size >>> 0) - memory.buffer.byteLength;
      try {
        memory.grow(Math.ceil(Math.max(missing, GROWTH) / PAGE));
      } catch {
        return 0;
      }
      look();
      return 1;
    },
  };
  const imports = { env, wasi_snapshot_preview1: { fd_write: () => 0 } };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm), imports);
  const { memory, ...functions } = exports as OnigFunctions & { readonly memory: Memory };
  const look = (): void => {
    bytes = new Uint8Array(memory.buffer);
    words = new Uint32Array(memory.buffer);
  };
  look();
  return { ...functions, bytes: () => bytes, words: () => words };
}
