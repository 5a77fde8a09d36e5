/** SQLite binds 32,766 values to a statement; two requests of 200 residents each still fit in one. */
const idsPerStatement = 1000;

/** What an id can be. Others are on no file, and some of them no database takes (U+0000). */
const possibleId = /^[\x21-\x7e]{1,255}$/;

/** Reads rows of residents, in one statement for up to a thousand of them, and groups them by resident. */
export async function byResident<Row extends { readonly resident_id: string }>(
  residentIds: readonly string[],
  read: (ids: readonly string[]) => Promise<readonly Row[]>,
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const ids = [...new Set(residentIds)].filter((id) => possibleId.test(id));
  const pieces = Array.from({ length: Math.ceil(ids.length / idsPerStatement) }, (_, index) =>
    ids.slice(index * idsPerStatement, (index + 1) * idsPerStatement),
  );
  const rows = (await Promise.all(pieces.map(read))).flat();
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.resident_id);
    if (group) group.push(row);
    else groups.set(row.resident_id, [row]);
  }
  return groups;
}
