/** The programme's letter in the agency's files: SNAP, TANF, Medicaid, child care. */
export type ProgramCode = 'S' | 'T' | 'M' | 'K';
