import { BehavioralHealthSection } from './behavioral-health.tsx';
import { BenefitsSection } from './benefits.tsx';
import { HousingSection } from './housing.tsx';
import { JusticeSection } from './justice.tsx';

/** What each agency holds, in full. */
export function Agencies() {
  return (
    <div class="agencies">
      <HousingSection />
      <BenefitsSection />
      <BehavioralHealthSection />
      <JusticeSection />
    </div>
  );
}
