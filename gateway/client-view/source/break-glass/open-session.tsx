import { useResident } from '../resident-view/index.ts';
import { closeBreakGlassDocument } from '../../documents/operations.ts';
import { useShell } from '../shell/index.ts';
import { Icon } from '../values/index.ts';

/** Stands over the page for as long as somebody has opened records in an emergency, with when that ends. */
export function OpenBreakGlass() {
  const { resident, reload } = useResident();
  const { speech, session, now, run, announce } = useShell();
  const { say, code, time } = speech;
  const open = resident.breakGlassSessions?.edges.find(
    ({ node }) =>
      node?.subject === session.subject &&
      node.closedAt === null &&
      node.endsAt !== null &&
      Date.parse(node.endsAt) > now(),
  )?.node;
  if (!open?.endsAt) return null;
  const close = async (): Promise<void> => {
    await run(closeBreakGlassDocument, { id: open.id });
    announce(say('glass.closed'));
    reload();
  };
  return (
    <section class="glass-open" aria-label={say('glass.openTitle')}>
      <Icon name="glass" />
      <p>
        <strong>{say('glass.openTitle')}</strong>{' '}
        {say('glass.openUntil', {
          time: time(open.endsAt),
          minutes: Math.max(0, Math.ceil((Date.parse(open.endsAt) - now()) / 60_000)),
          agencies: (open.agencies ?? []).map((agency) => code('agency', agency)).join(', '),
        })}
      </p>
      <button class="button small secondary" type="button" onClick={() => void close()}>
        {say('glass.close')}
      </button>
    </section>
  );
}
