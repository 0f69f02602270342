import type { ActionContext } from './action.ts'
import { dynamicUpdateWay } from './dynamic-update-way.ts'
import { microsoftDnsWay } from './microsoft-dns-way.ts'
import type { SrvStep } from './srv-step.ts'
import type { SrvWay } from './srv-way.ts'

/** The way that a step names, at the target of the context. */
export const openSrvWay = (context: ActionContext, step: SrvStep): SrvWay => {
  switch (step.via.kind) {
    case 'microsoft-dns':
      return microsoftDnsWay(context, step)
    case 'dynamic-update':
      return dynamicUpdateWay(context, step, step.via)
  }
}
