import { watchFiles } from '../../supergraph/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import type { OperationLimits } from '../operation-limits.ts';
import { readManifest } from './read-manifest.ts';
import { TrustedDocuments } from './trusted-documents.ts';

/** The trusted documents in force, now and as their file changes. */
export interface TrustedSource {
  readonly current: () => TrustedDocuments;
  /** The listener is awaited before its documents come into force. */
  readonly onChange: (listener: (next: TrustedDocuments) => Promise<void>) => void;
  readonly close: () => Promise<void>;
}

/** Where trusted documents come from. */
export interface TrustedOptions {
  /** Without a file no document is trusted. */
  readonly file: string | undefined;
  readonly watch: boolean;
  readonly limits: OperationLimits;
  readonly log: Logger;
}

/**
 * Opens the manifest. A change that cannot be read is logged, and the last good documents stay in force.
 *
 * @throws Failure TRUSTED_DOCUMENTS_UNREADABLE if there is a file and it is of no use.
 */
export async function openTrustedDocuments(options: TrustedOptions): Promise<TrustedSource> {
  const { file, watch, limits, log } = options;
  if (file === undefined) return noTrustedDocuments;
  let current = await readManifest(file, limits);
  let listener: (next: TrustedDocuments) => Promise<void> = ignore;
  const reload = async (): Promise<void> => {
    try {
      const next = await readManifest(file, limits);
      await listener(next);
      current = next;
      log.info('Changed trusted documents are in force', { count: next.all.length });
    } catch (error) {
      log.error('Changed trusted documents were refused, and the last good ones stay', { error });
    }
  };
  let queue = Promise.resolve();
  const watched = watch ? await watchFiles([file], () => void (queue = queue.then(reload))) : null;
  const close = async (): Promise<void> => {
    await watched?.close();
    await queue;
  };
  return { current: () => current, onChange: (next) => void (listener = next), close };
}

const ignore = async (): Promise<void> => undefined;

const none = new TrustedDocuments([]);

const noTrustedDocuments: TrustedSource = {
  current: () => none,
  onChange: () => undefined,
  close: async () => undefined,
};
