import { findKmsHosts } from '../actions/kms-dns-lookup.ts'
import { readKmsClientReport } from '../actions/kms-client-report.ts'
import { readKmsHostReport } from '../actions/kms-host-report.ts'
import type { TargetService } from '../handlers/service-interfaces.ts'
import { testConnection } from '../targets/connection-test.ts'
import { readImageState } from '../actions/image-reader.ts'
import { testRemoteManagement } from '../targets/remote-test.ts'
import { createTargetLook, type TargetLookParts } from './target-look.ts'

/** Looks at computers through the shared engine; every look has connections of its own, closed when it ends. */
export const createTargetService = (parts: TargetLookParts): TargetService => {
  const look = createTargetLook(parts)
  return {
    test: (target, signal, role) => look(target, signal, (context) => testConnection(context, role)),
    findKmsHosts: (target, signal) => look(target, signal, findKmsHosts),
    verifyKmsHost: (target, signal) => look(target, signal, readKmsHostReport),
    readKmsClient: (target, signal) => look(target, signal, readKmsClientReport),
    readImage: (target, signal) => look(target, signal, readImageState),
    testRemote: (target, signal) => look(target, signal, testRemoteManagement),
  }
}
