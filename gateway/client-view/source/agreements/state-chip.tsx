import type { AgreementStatus } from '../../documents/operations.ts';
import { useSpeech } from '../shell/index.ts';
import { Icon, type IconName } from '../values/index.ts';

const icons: Readonly<Record<AgreementStatus, IconName>> = {
  DRAFT: 'info',
  PROPOSED: 'info',
  UNDER_REVIEW: 'clock',
  SIGNED: 'clock',
  IN_FORCE: 'check',
  SUSPENDED: 'alert',
  ENDED: 'cross',
};

/** How far an agreement has come, in words and with a drawing. */
export function StateChip({ status }: { readonly status: AgreementStatus | null }) {
  const { code } = useSpeech();
  if (status === null) return null;
  const isOpen = status === 'IN_FORCE' ? 'active' : status === 'SUSPENDED' ? 'stopped' : '';
  return (
    <span class={`chip ${isOpen}`}>
      <Icon name={icons[status]} /> {code('agreementStatus', status)}
    </span>
  );
}
