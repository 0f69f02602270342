import type { Sku } from '../licensing/sku.ts'

/**
 * What a computer of the Lab knows of licences: plain JSON. Times are milliseconds since 1970 on the computer's own clock
 * unless it says otherwise.
 */

/** SoftwareLicensingProduct.LicenseStatus as a word. */
export type LicenseWord =
  'unlicensed' | 'licensed' | 'oob-grace' | 'notification' | 'non-genuine-grace' | 'extended-grace'

/** documented: volume activation type: 0 all or none, 1 Active Directory, 2 KMS, 3 token (slmgr.md 7.5). */
export type ActivationType = 0 | 1 | 2 | 3

export interface ProductState {
  /** Last five characters. Never more of a key is kept. */
  readonly partialKey: string | null
  readonly productKeyId: string | null
  /** Which fictional key of the Lab it is; null for a published client setup key. */
  readonly labKey: string | null
  readonly status: LicenseWord
  /** When grace or activation ends; null where it does not. */
  readonly endsAt: number | null
  /** Next attempt of a KMS client to reach its host. */
  readonly nextAttemptAt: number | null
  /** Extended product id of the KMS host that answered last. */
  readonly hostPid: string | null
  readonly activationInterval: number
  readonly renewalInterval: number
  /** LicenseStatusReason; null for the one that follows from the status. */
  readonly reason: number | null
  /** VLActivationType: what activated it last. */
  readonly lastActivationType: ActivationType
  /** Activation object that activated it; null where none did. */
  readonly adActivation: AdActivation | null
  /** Token-based licence that activated it; null where none did. */
  readonly tokenActivation: TokenActivation | null
  /** What an AVMA guest has of its host; null for anything else. */
  readonly avma: AvmaActivation | null
  /** EvaluationEndDate; null for none. */
  readonly evaluationEndsAt: number | null
  /** RemainingSkuReArmCount. */
  readonly rearmsLeft: number
}

/** What a product remembers of the activation object that activated it (slmgr.md 3.4a). */
export interface AdActivation {
  readonly objectName: string
  readonly objectDn: string
  /** Extended product id of the host key in the object. */
  readonly csvlkPid: string
  /** Activation ID of the host key in the object. */
  readonly csvlkSkuId: string
}

/** An activation object of a forest. */
export interface ActivationObjectState extends AdActivation {
  /** Last five characters of the host key. */
  readonly partialKey: string
  /** Which fictional key of the Lab it was made with. */
  readonly labKey: string | null
  /** On the Lab's clock. */
  readonly createdAt: number
}

/** What a product remembers of its token-based activation (slmgr.md 3.4a). */
export interface TokenActivation {
  readonly ilid: string
  readonly ilvid: number
  readonly grantNumber: number
  readonly certificateThumbprint: string
  readonly additionalInfo: string | null
}

/** An installed issuance licence: SoftwareLicensingTokenActivationLicense (slmgr.md 7.4). */
export interface TokenLicenceState {
  readonly id: string
  readonly ilid: string
  readonly ilvid: number
  /** HRESULT; 0 where it may be used. */
  readonly authorizationStatus: number
  readonly expiresAt: number | null
  readonly description: string
  readonly additionalInfo: string | null
}

/** What an AVMA guest shows (slmgr.md 3.4c). */
export interface AvmaActivation {
  /** Guest IAID. */
  readonly iaid: string | null
  readonly hostName: string | null
  readonly activatedAt: number | null
  readonly hostPid2: string | null
}

/** Subscription of the signed-in organisation (slmgr.md 0.1; 23H2 schema alone). */
export interface SubscriptionState {
  readonly type: number
  readonly status: number
  readonly edition: string
  readonly expiry: string
}

/** What belongs to one application (Windows, Office) and to no single product. */
export interface ApplicationState {
  /** RemainingAppReArmCount. */
  readonly rearmsLeft: number
}

export interface LicensingState {
  readonly cmid: string
  readonly hardwareId: string
  readonly rearmsLeft: number
  /** Products by activation ID; those never touched are missing. */
  readonly products: Readonly<Record<string, ProductState>>
  /** KMS host found in DNS and kept for the next time. */
  readonly discovered: { readonly name: string; readonly port: number; readonly address: string } | null
  readonly server: KmsServerState
  /** Names of the suites beside Windows whose licences are installed (licensing/suite-catalogue.ts). */
  readonly suites: readonly string[]
  /** Products as a real computer reported them; they stand before those of the catalogue. */
  readonly ownSkus: readonly Sku[]
  /** By ApplicationID in lower case; applications never rearmed are missing. */
  readonly applications: Readonly<Record<string, ApplicationState>>
  /** Issuance licences for token-based activation by their ID. */
  readonly tokenLicences: Readonly<Record<string, TokenLicenceState>>
  /** Titles of the licence files that were installed by hand, oldest first. */
  readonly installedLicences: readonly string[]
  /** KeyManagementServiceActivationDisabled (Windows 7 and 2008 R2 alone). */
  readonly activationDisabled: boolean
  /** Whether the product key still stands in the registry, from where it can be cleared. */
  readonly keyInRegistry: boolean
  /** Whether a rearm waits for the restart that completes it. */
  readonly rearmPending: boolean
  readonly subscription: SubscriptionState | null
  /** Description of a product key in the firmware (MSDM); the key itself is never kept. Null where there is none. */
  readonly firmwareKey: string | null
}

/** The KMS service of a KMS host. */
export interface KmsServerState {
  /** Port it listens on since the service started; null while it does not listen. */
  readonly listeningPort: number | null
  /** When its SRV records are due to be refreshed, on the Lab's clock; null while it publishes none. */
  readonly publishAt: number | null
  /** Clients and requests of the Windows host product. */
  readonly clients: Readonly<Record<string, KmsClientRecord>>
  readonly requests: KmsRequestCounts
  /** Clients and requests of the host products of other applications, by ApplicationID in lower case (slmgr.md 3.4b: counts are per product). */
  readonly others: Readonly<Record<string, KmsCountingState>>
}

/** What a KMS host counts for one application. */
export interface KmsCountingState {
  readonly clients: Readonly<Record<string, KmsClientRecord>>
  readonly requests: KmsRequestCounts
}

export interface KmsClientRecord {
  readonly lastSeen: number
  readonly minimum: number
}

export interface KmsRequestCounts {
  readonly total: number
  readonly failed: number
  readonly unlicensed: number
  readonly licensed: number
  readonly oobGrace: number
  readonly ootGrace: number
  readonly nonGenuineGrace: number
  readonly notification: number
}
