import { describe, expect, test } from '@jest/globals';

import { copyOfThreeAgencies } from '../fixtures/temporary-folder.ts';
import { runningGateway } from '../world/running-gateway.ts';

describe('a gateway with a policy', () => {
  test('shows nothing of a schema that nobody labelled, and asks nobody for it', async () => {
    await using folder = await copyOfThreeAgencies();
    const gateway = await runningGateway({
      'authorization.enforce': 'true',
      'authorization.database': `sqlite:${folder.path('governance.sqlite')}`,
    });
    const { status, body } = await gateway.ask('{ greeting }');
    expect(status).toBe(403);
    expect(body).not.toHaveProperty('data');
    expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(['FIELD_WITHHELD']);
    expect(gateway.engine.planned).toEqual([]);
    expect(gateway.engine.requests).toEqual([]);
  });
});
