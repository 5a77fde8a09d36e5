import { agencies, type AgencyName } from '../seeding/index.ts';
import { freePorts, isFree } from './ports.ts';

/** The ports of one demonstration. */
export interface DemonstrationPorts {
  readonly gateway: number;
  readonly identityProvider: number;
  readonly agencies: Readonly<Record<AgencyName, number>>;
}

const distanceToIdentityProvider = 100;

/**
 * Gives the gateway its port, the identity provider the one 100 above it, and the agencies the five after that
 * (4000: 4100, and 4101 to 4105).
 * Port 0 takes whatever is free.
 *
 * @throws Error that names the port that is taken and the option that chooses another.
 */
export async function choosePorts(port: number): Promise<DemonstrationPorts> {
  const chosen =
    port === 0
      ? await freePorts(agencies.length + 2)
      : [port, ...[null, ...agencies].map((_, index) => port + distanceToIdentityProvider + index)];
  const free = await Promise.all(chosen.map(isFree));
  const taken = chosen.find((_, index) => free[index] === false);
  if (taken !== undefined) {
    throw new Error(`Port ${taken} is taken. Choose others with --port (0 for any that are free).`);
  }
  const [gateway = 0, identityProvider = 0, ...rest] = chosen;
  return {
    gateway,
    identityProvider,
    agencies: Object.fromEntries(agencies.map((name, index) => [name, rest[index]])) as never,
  };
}
