import { z } from 'zod';

import { eventSchemas } from './event-schemas.ts';

interface FieldSchema {
  readonly description?: string;
  readonly anyOf?: readonly FieldSchema[];
}

/** The specification of every event as Markdown: its meaning, and each field with what it holds. */
export function eventTable(): string {
  return Object.entries(eventSchemas)
    .map(([name, schema]) => {
      const { description = '', properties = {} } = z.toJSONSchema(schema) as {
        readonly description?: string;
        readonly properties?: Readonly<Record<string, FieldSchema>>;
      };
      const rows = Object.entries(properties).map(([field, of]) => `| \`${field}\` | ${meaningOf(of)} |`);
      return [`### \`${name}\``, '', description, '', '| field | holds |', '| --- | --- |', ...rows].join(
        '\n',
      );
    })
    .join('\n\n');
}

function meaningOf({ description, anyOf = [] }: FieldSchema): string {
  return description ?? anyOf.find((one) => one.description !== undefined)?.description ?? '';
}
