import type { AppError } from '../contract/app-error.ts'
import { AppFailure } from '../contract/app-error.ts'
import type { EstateService } from '../handlers/estate-service.ts'

/** The estate where its file cannot be opened: every question is answered with the reason. */
export const createClosedEstate = (error: AppError): EstateService => {
  const refuse = (): never => {
    throw new AppFailure(error)
  }
  const refuseLater = async (): Promise<never> => refuse()
  return {
    list: refuse,
    subscribe: () => () => undefined,
    upload: refuse,
    preview: refuseLater,
    previewPage: refuse,
    directory: refuseLater,
    add: refuseLater,
    change: refuseLater,
    remove: refuseLater,
    groups: refuse,
    changeGroup: refuse,
    removeGroup: refuse,
    views: refuse,
    saveView: refuse,
    removeView: refuse,
  }
}
