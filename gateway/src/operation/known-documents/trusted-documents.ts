import type { ParsedDocument } from '../parse-document.ts';

/** A document that the operator vouches for. */
export interface TrustedDocument {
  readonly id: string;
  readonly text: string;
  readonly parsed: ParsedDocument;
}

/** The documents of one manifest, found by id or by text. */
export class TrustedDocuments {
  readonly all: readonly TrustedDocument[];
  readonly #byId: ReadonlyMap<string, ParsedDocument>;
  readonly #byText: ReadonlyMap<string, ParsedDocument>;

  constructor(all: readonly TrustedDocument[]) {
    this.all = all;
    this.#byId = new Map(all.map(({ id, parsed }) => [id, parsed]));
    this.#byText = new Map(all.map(({ text, parsed }) => [text, parsed]));
  }

  withId(id: string): ParsedDocument | undefined {
    return this.#byId.get(id);
  }

  withText(text: string): ParsedDocument | undefined {
    return this.#byText.get(text);
  }
}
