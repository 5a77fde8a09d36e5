/** The engines that every promise of an answer is made for, as `execution.engine` names them. */
export const engines = ['compiled', 'reference'] as const;
