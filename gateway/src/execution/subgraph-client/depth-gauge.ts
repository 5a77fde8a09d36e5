/** Measures how deep JSON nests while its bytes come in, so that a deep answer is refused before it is parsed. */
export interface DepthGauge {
  /** The greatest depth so far, after the next bytes. */
  measure(bytes: Uint8Array): number;
}

const [quote, backslash, openList, openObject, closeList, closeObject] = ['"', '\\', '[', '{', ']', '}'].map(
  (character) => character.charCodeAt(0),
);

/** Counts brackets outside strings; in UTF-8 no byte of a longer character looks like one. */
export function createDepthGauge(): DepthGauge {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  let escaped = false;

  const measureString = (byte: number) => {
    if (escaped) escaped = false;
    else if (byte === backslash) escaped = true;
    else if (byte === quote) inString = false;
  };
  const measureStructure = (byte: number) => {
    if (byte === quote) inString = true;
    else if (byte === openList || byte === openObject) deepest = Math.max(deepest, (depth += 1));
    else if (byte === closeList || byte === closeObject) depth -= 1;
  };
  return {
    measure(bytes) {
      for (const byte of bytes) {
        if (inString) measureString(byte);
        else measureStructure(byte);
      }
      return deepest;
    },
  };
}
