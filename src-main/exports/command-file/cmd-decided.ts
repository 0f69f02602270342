import { keyedCondition } from '../deeds/proofs.ts'
import { editionKeys, type EditionKey } from '../deeds/edition-keys.ts'
import { cmdSet } from './cmd-text.ts'

const slmgr = '"%AFK_CSCRIPT%" //nologo "%AFK_SLMGR%" !AFK_WORDS!'
const products = 'SELECT ID FROM SoftwareLicensingProduct WHERE'
const isClient = "Description LIKE '%VOLUME_KMSCLIENT%'"

/** Installs the key that `:setupkey` has chosen, unless it is there. */
export const setupKeyStep: readonly string[] = [
  'call :setupkey',
  'if errorlevel 3 goto misfit',
  'if errorlevel 1 goto failed',
  `set "AFK_WQL=${products} PartialProductKey = '!AFK_END!'"`,
  cmdSet('AFK_EXPECT', 'some'),
  cmdSet('AFK_OTHERWISE', 'The client setup key was not installed.'),
  'call :check',
  'if errorlevel 2 goto failed',
  `if errorlevel 1 ${slmgr} /ipk "!AFK_KEY!"`,
  'if not "!ERRORLEVEL!"=="0" goto failed',
  'call :prove',
  'if errorlevel 1 goto failed',
]

const choice = ({ version, skus, from, to, key, name }: EditionKey): readonly string[] => [
  `rem ${name}`,
  ...skus.map(
    (sku) =>
      `if "!AFK_RELEASE! !AFK_SKU!"=="${version} ${sku}" if !AFK_BUILD! geq ${from} if !AFK_BUILD! leq ${to} set "AFK_KEY=${key}"`,
  ),
]

/** Chooses the published client setup key by the edition; 3 where none is published for it. */
export const setupKeyLines = (): readonly string[] => [
  ':setupkey',
  cmdSet('AFK_WQL', 'SELECT Version, BuildNumber, OperatingSystemSKU FROM Win32_OperatingSystem'),
  'call :find "Version,BuildNumber,OperatingSystemSKU"',
  'if errorlevel 1 exit /b 1',
  'set "AFK_KEY="',
  'for /f "tokens=1-5 delims=. " %%A in ("%AFK_FOUND%") do (',
  '  set "AFK_RELEASE=%%A.%%B"',
  '  set "AFK_BUILD=%%D"',
  '  set "AFK_SKU=%%E"',
  ')',
  cmdSet('AFK_OTHERWISE', 'No client setup key is published for the edition that it runs.'),
  ...editionKeys.flatMap(choice),
  'if not defined AFK_KEY exit /b 3',
  'for /f "tokens=5 delims=-" %%K in ("%AFK_KEY%") do set "AFK_END=%%K"',
  'exit /b 0',
]

/** Activates the KMS client that `:client` has found. */
export const activateClientStep: readonly string[] = [
  cmdSet('AFK_OTHERWISE', 'No product on it is a KMS client.'),
  'call :client',
  'if errorlevel 2 goto failed',
  'if errorlevel 1 goto misfit',
  `${slmgr} /ato "!AFK_FOUND!"`,
  'if not "!ERRORLEVEL!"=="0" goto failed',
  `set "AFK_WQL=${products} ID = '!AFK_FOUND!' AND (LicenseStatus = 1 OR LicenseStatus = 6)"`,
  cmdSet('AFK_EXPECT', 'some'),
  cmdSet('AFK_OTHERWISE', 'Windows does not show the product as activated.'),
  'call :prove',
  'if errorlevel 1 goto failed',
]

/** Finds what is a KMS client: Windows, or else another product; 1 where nothing is. */
export const clientLines: readonly string[] = [
  ':client',
  cmdSet('AFK_WQL', `${products} ${keyedCondition({ activationId: null })} AND ${isClient}`),
  'call :find "ID"',
  'if not errorlevel 1 goto found',
  'if errorlevel 2 exit /b 2',
  cmdSet('AFK_WQL', `${products} PartialProductKey <> NULL AND ${isClient}`),
  'call :find "ID"',
  'if errorlevel 2 exit /b 2',
  'if errorlevel 1 exit /b 1',
  ':found',
  'for /f "delims= " %%I in ("%AFK_FOUND%") do set "AFK_FOUND=%%I"',
  'exit /b 0',
]
