import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const form = /^(-?)0*(\d+)(?:\.(\d+))?$/;

/** An exact decimal number as text, with two decimals or as many more as it needs: "12.50", "0.125". */
export const decimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  serialize: readDecimal,
  parseValue: readDecimal,
  parseLiteral(node) {
    if (node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT)
      return readDecimal(node.value);
    throw notADecimal();
  },
});

function readDecimal(value: unknown): string {
  const parts = typeof value === 'string' || typeof value === 'number' ? form.exec(String(value)) : null;
  if (parts === null) throw notADecimal();
  const decimals = (parts[3] ?? '').replace(/0+$/, '').padEnd(2, '0');
  const digits = `${parts[2]}.${decimals}`;
  return /[1-9]/.test(digits) ? `${parts[1]}${digits}` : digits;
}

function notADecimal(): GraphQLError {
  return new GraphQLError('A Decimal is a decimal number as text, such as "12.50".');
}
