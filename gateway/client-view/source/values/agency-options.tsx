import { useSpeech } from '../shell/index.ts';

/** Agencies whose staff may ask about residents. */
const recipients = [
  'housing',
  'benefits',
  'behavioral-health',
  'justice',
  'residents',
  'emergency-medical-services',
  'child-welfare',
  'state-police',
] as const;

/** The agencies that may have asked, to choose one of. */
export function AgencyOptions() {
  const { code } = useSpeech();
  return (
    <>
      {recipients.map((agency) => (
        <option key={agency} value={agency}>
          {code('agency', agency)}
        </option>
      ))}
    </>
  );
}
