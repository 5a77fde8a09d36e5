import { agencies, type AgencyName } from '../seeding/index.ts';
import { freePorts, isFree } from './ports.ts';

/** The ports of one demonstration. */
export interface DemonstrationPorts {
  readonly gateway: number;
  readonly agencies: Readonly<Record<AgencyName, number>>;
}

const distanceToFirstAgency = 101;

/**
 * Gives the gateway its port and the agencies the five that begin 101 above it (4000: 4101 to 4105).
 * Port 0 takes whatever is free.
 *
 * @throws Error that names the port that is taken and the option that chooses another.
 */
export async function choosePorts(port: number): Promise<DemonstrationPorts> {
  const chosen =
    port === 0
      ? await freePorts(agencies.length + 1)
      : [port, ...agencies.map((_, index) => port + distanceToFirstAgency + index)];
  const free = await Promise.all(chosen.map(isFree));
  const taken = chosen.find((_, index) => free[index] === false);
  if (taken !== undefined) {
    throw new Error(`Port ${taken} is taken. Choose others with --port (0 for any that are free).`);
  }
  const [gateway = 0, ...rest] = chosen;
  return {
    gateway,
    agencies: Object.fromEntries(agencies.map((name, index) => [name, rest[index]])) as never,
  };
}
