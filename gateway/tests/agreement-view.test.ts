import { expect, test } from '@jest/globals';

import { agreementView } from '../src/agreement-view.ts';
import { agreement, today } from './authorization/policy/toy-world.ts';

test('an earlier version binds nobody, whatever its file still says', () => {
  const current = { ...agreement('a'), version: 2 };
  const view = agreementView(current, [{ ...agreement('a'), version: 1 }], today);
  expect(view).toMatchObject({ isInForce: true, earlierVersions: [{ version: 1, isInForce: false }] });
});
