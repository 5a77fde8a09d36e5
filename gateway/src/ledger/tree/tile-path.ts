/** A tile's hashes, or the entries that the leaves of a tile of level 0 are of. */
export type TileLevel = number | 'entries';

/** How many hashes, or entries, a full tile has. */
export const tileWidth = 256;

/**
 * Where a tile lies below the log's folder, as in C2SP tlog-tiles.
 *
 * @param width - 1 to 256; a tile with fewer than 256 is partial
 * @example tilePath(0, 1234067, 256) // 'tile/0/x001/x234/067'
 */
export function tilePath(level: TileLevel, index: number, width: number): string {
  const whole = `tile/${level}/${groupsOf(index)}`;
  return width === tileWidth ? whole : `${whole}.p/${width}`;
}

/** How many hashes a tile of that level has in a tree of the size, at most 256. */
export function widthOfTile(level: number, index: number, size: number): number {
  return Math.min(tileWidth, Math.floor(size / tileWidth ** level) - index * tileWidth);
}

/** The folder of a tile's partial forms. */
export function partialFolder(level: TileLevel, index: number): string {
  return `tile/${level}/${groupsOf(index)}.p`;
}

function groupsOf(index: number): string {
  const groups: string[] = [];
  for (let rest = index; ; rest = Math.floor(rest / 1000)) {
    const group = String(rest % 1000).padStart(3, '0');
    groups.unshift(groups.length === 0 ? group : `x${group}`);
    if (rest < 1000) return groups.join('/');
  }
}
